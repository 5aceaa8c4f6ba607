/** A text as the codewords of a QR code: bytes, filled up, cut into blocks, each with its correction (level M). */
import { correctionOf } from './reed-solomon.ts';

/** By version from 1: codewords of correction in each block, and blocks (ISO/IEC 18004, table 9, level M). */
const correctionPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blocksOf = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

export interface Codewords {
  /** 1 to 20: the side has 17 + 4 × version modules. */
  version: number;
  codewords: number[];
}

/** @throws RangeError when the text is longer than 666 bytes */
export function codewordsOf(text: string): Codewords {
  const bytes = [...new TextEncoder().encode(text)];
  for (let version = 1; version <= blocksOf.length; version++) {
    const room = dataCodewordsOf(version);
    const countBits = version < 10 ? 8 : 16;
    if (4 + countBits + bytes.length * 8 <= room * 8) {
      return { version, codewords: inBlocks(version, fillUp(bytes, countBits, room)) };
    }
  }
  throw new RangeError('the text is too long for a code that a camera reads easily');
}

/** Modules that hold data, by area: everything less finders, timing, alignment, format and version. */
export function rawModulesOf(version: number): number {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const withoutAlignment = (16 * version + 128) * version + 64;
  const alignment = alignments === 0 ? 0 : (25 * alignments - 10) * alignments - 55;
  return withoutAlignment - alignment - (version >= 7 ? 36 : 0);
}

const dataCodewordsOf = (version: number): number =>
  Math.floor(rawModulesOf(version) / 8) - (correctionPerBlock[version - 1] ?? 0) * (blocksOf[version - 1] ?? 0);

/** Mode "bytes", their count, the bytes, an end, and the two words that fill what is left. */
function fillUp(bytes: readonly number[], countBits: number, room: number): number[] {
  const bits: number[] = [];
  const add = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  add(0b0100, 4);
  add(bytes.length, countBits);
  for (const one of bytes) add(one, 8);
  add(0, Math.min(4, room * 8 - bits.length));
  add(0, (8 - (bits.length % 8)) % 8);
  const words: number[] = [];
  for (let i = 0; i < bits.length; i += 8) words.push(Number.parseInt(bits.slice(i, i + 8).join(''), 2));
  for (let fill = 0xec; words.length < room; fill ^= 0xec ^ 0x11) words.push(fill);
  return words;
}

/** Blocks are read across: the first words of each, then the second ones; corrections after all data. */
function inBlocks(version: number, data: readonly number[]): number[] {
  const blocks = blocksOf[version - 1] ?? 1;
  const correction = correctionPerBlock[version - 1] ?? 0;
  const all = Math.floor(rawModulesOf(version) / 8);
  const shortLength = Math.floor(all / blocks) - correction;
  const shortBlocks = blocks - (all % blocks);
  const made: { data: readonly number[]; correction: readonly number[] }[] = [];
  for (let block = 0, at = 0; block < blocks; block++) {
    const length = shortLength + (block < shortBlocks ? 0 : 1);
    const own = data.slice(at, at + length);
    at += length;
    made.push({ data: own, correction: correctionOf(own, correction) });
  }
  const across = (part: 'data' | 'correction', length: number) =>
    Array.from({ length }, (_, i) => made.flatMap((block) => block[part][i] ?? [])).flat();
  return [...across('data', shortLength + 1), ...across('correction', correction)];
}
