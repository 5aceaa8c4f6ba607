/**
 * Repeatable chance: a seeded generator, so that every bootstrap, draw and shuffle can be done again exactly.
 *
 * Use: pass `createRandom(seed)` down and store the seed beside the result. Not for secrets.
 * Method: xoshiro128** (Blackman & Vigna, https://prng.di.unimi.it/), its 128 bits of state filled by splitmix32; period
 * 2^128 - 1. Normal draws by the polar method. Integers by rejection, so no value is favoured.
 * Example: `createRandom(7).integer(10) === createRandom(7).integer(10)` → true
 */

export interface Random {
  /** The next number in [0, 1), with 53 random bits. */
  next(): number;
  /** A whole number from 0 to below - 1, each equally likely. */
  integer(below: number): number;
  /** A draw from the standard normal distribution. */
  normal(): number;
  /** A new list in random order; the given one stays as it is. */
  shuffle<T>(list: readonly T[]): T[];
  /** `size` different entries, in random order; the whole list when `size` exceeds it. */
  sample<T>(list: readonly T[], size: number): T[];
}

/** @param seed whole number; its lowest 32 bits count */
export function createRandom(seed: number): Random {
  const word = xoshiro128(seed);
  let spare: number | null = null;

  function next(): number {
    return ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  }

  function integer(below: number): number {
    if (!Number.isInteger(below) || below < 1 || below > 4294967296) throw new RangeError(`integer below ${below}`);
    const limit = 4294967296 - (4294967296 % below);
    let drawn = word();
    while (drawn >= limit) drawn = word();
    return drawn % below;
  }

  function normal(): number {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * next() - 1;
      const y = 2 * next() - 1;
      const radius = x * x + y * y;
      if (radius === 0 || radius >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(radius)) / radius);
      spare = y * factor;
      return x * factor;
    }
  }

  // Fisher–Yates from the front: after k swaps the first k places hold the sample.
  function sample<T>(list: readonly T[], size: number): T[] {
    const order = Array.from(list, (_, index) => index);
    const wanted = Math.min(Math.max(0, Math.floor(size)), order.length);
    const drawn: T[] = [];
    for (let place = 0; place < wanted; place += 1) {
      const other = place + integer(order.length - place);
      const chosen = order[other] ?? other;
      order[other] = order[place] ?? place;
      order[place] = chosen;
      drawn.push(...list.slice(chosen, chosen + 1));
    }
    return drawn;
  }

  return { next, integer, normal, shuffle: (list) => sample(list, list.length), sample };
}

function xoshiro128(seed: number): () => number {
  const mix = splitmix32(seed);
  let a = mix();
  let b = mix();
  let c = mix();
  let d = mix();
  return () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled;
  };
}

function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
