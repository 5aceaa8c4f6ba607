import type { QualityId } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPlaces } from './draw-check.ts';

const counts = (given: Partial<Record<QualityId, number>>) => new Map(Object.entries(given) as [QualityId, number][]);

describe('ten moments at random within qualities', () => {
  it('draws the same ten from the same seed', () => {
    const given = counts({ empathy: 40, patience: 7, knowledge: 900 });
    expect(drawPlaces(given, createRandom(5))).toEqual(drawPlaces(given, createRandom(5)));
  });

  it('gives qualities turns, so that one in every conversation does not fill the deck', () => {
    const drawn = drawPlaces(counts({ communication: 100_000, empathy: 50 }), createRandom(1));
    expect(drawn.filter(({ quality }) => quality === 'empathy')).toHaveLength(5);
  });

  it('draws all there are, with certainty, when there are fewer than ten', () => {
    const drawn = drawPlaces(counts({ empathy: 2, patience: 1 }), createRandom(3));
    expect(drawn).toHaveLength(3);
    expect(drawn.every(({ probability }) => probability === 1)).toBe(true);
  });

  it('never draws one score twice, and its probabilities add up to the number of cards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }), fc.integer(), (sizes, seed) => {
        const ids: QualityId[] = ['empathy', 'patience', 'knowledge', 'humility', 'adaptability', 'appreciation'];
        const given = new Map(sizes.map((size, index) => [ids[index] ?? 'empathy', size]));
        const drawn = drawPlaces(given, createRandom(seed));
        expect(new Set(drawn.map(({ quality, place }) => `${quality} ${place}`)).size).toBe(drawn.length);
        const all = sizes.reduce((sum, size) => sum + size, 0);
        expect(drawn).toHaveLength(Math.min(10, all));
        for (const { quality, place, probability } of drawn) {
          expect(place).toBeLessThan(given.get(quality) ?? 0);
          expect(probability > 0 && probability <= 1).toBe(true);
        }
      }),
    );
  });

  it('is drawn as often as its probability says', () => {
    const given = counts({ empathy: 3, patience: 30, knowledge: 5, humility: 8 });
    const rounds = 4000;
    let hits = 0;
    let stated = 0;
    for (let seed = 0; seed < rounds; seed++) {
      const first = drawPlaces(given, createRandom(seed)).find(
        ({ quality, place }) => quality === 'humility' && place === 0,
      );
      if (first === undefined) continue;
      hits += 1;
      stated = first.probability;
    }
    expect(Math.abs(hits / rounds - stated)).toBeLessThan(0.03);
  });
});
