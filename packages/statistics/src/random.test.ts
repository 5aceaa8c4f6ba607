import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { meanOf, varianceOf } from './sums.ts';

describe('seeded chance', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('keeps its sequence from version to version', () => {
    const random = createRandom(20);
    expect(Array.from({ length: 4 }, () => random.integer(1000))).toMatchInlineSnapshot(`
      [
        406,
        534,
        539,
        790,
      ]
    `);
  });

  it('spreads evenly: mean 1/2, variance 1/12, every integer about equally often', () => {
    const random = createRandom(3);
    const draws = Array.from({ length: 20000 }, random.next);
    expect(Math.abs(meanOf(draws) - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(varianceOf(draws) - 1 / 12)).toBeLessThan(0.002);
    const counts = new Array<number>(6).fill(0);
    for (let throwing = 0; throwing < 12000; throwing += 1) {
      const side = random.integer(6);
      counts[side] = (counts[side] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('draws normal numbers with mean 0 and variance 1', () => {
    const random = createRandom(4);
    const draws = Array.from({ length: 20000 }, random.normal);
    expect(Math.abs(meanOf(draws))).toBeLessThan(0.03);
    expect(Math.abs(varianceOf(draws) - 1)).toBeLessThan(0.05);
  });

  it('shuffles without losing anything and samples without repeats', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(30), fc.integer(), (list, size, seed) => {
        const random = createRandom(seed);
        expect(random.shuffle(list).sort()).toEqual([...list].sort());
        const sample = random.sample(list, size);
        expect(sample.length).toBe(Math.min(size, list.length));
        expect(new Set(sample).size).toBe(sample.length);
        expect(sample.every((entry) => list.includes(entry))).toBe(true);
      }),
    );
  });

  it('samples every entry equally often', () => {
    const random = createRandom(9);
    const seen = new Map<string, number>();
    for (let round = 0; round < 6000; round += 1) {
      for (const letter of random.sample(['a', 'b', 'c', 'd'], 2)) seen.set(letter, (seen.get(letter) ?? 0) + 1);
    }
    for (const count of seen.values()) expect(Math.abs(count - 3000)).toBeLessThan(200);
  });
});
