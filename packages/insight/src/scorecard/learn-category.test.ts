import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { chanceMet, type ExampleRow, learnCategory } from './learn-category.ts';

const size = 60;

/** Feature 0 goes with "met" as strongly as told; the others are noise. */
function makeRows(n: number, strength: number, seed = 3): ExampleRow[] {
  const random = createRandom(seed);
  return Array.from({ length: n }, (_, at) => {
    const met = random.next() < 0.6;
    const sign = random.next() < strength ? Number(met) : Number(random.next() < 0.5);
    const noise = Array.from({ length: 10 }, () => [1 + random.integer(size - 1), 0.3] as const);
    return { met, conversation: `c${at}`, features: [[0, sign] as const, ...new Map(noise)].filter(([, v]) => v > 0) };
  });
}

describe('learning a category from reviews', () => {
  it('learns nothing below thirty reviews, or without both outcomes', () => {
    expect(learnCategory({ rows: makeRows(29, 1), size, seed: 1 })).toMatchObject({ state: 'too-few', n: 29 });
    const allMet = makeRows(60, 1).map((row) => ({ ...row, met: true }));
    expect(learnCategory({ rows: allMet, size, seed: 1 })).toMatchObject({ state: 'too-few', n: 60, met: 60 });
  });

  it('learns what goes with the outcome, and says how well with ranges', () => {
    const learned = learnCategory({ rows: makeRows(160, 0.9), size, seed: 1 });
    if (learned.state !== 'ready') throw new Error(learned.state);
    expect(learned.accuracy.value).toBeGreaterThan(0.85);
    expect(learned.kappa.lower).toBeGreaterThan(0.5);
    expect(learned.commoner).toBeLessThan(0.7);
    expect(chanceMet(learned.model, [[0, 1]])).toBeGreaterThan(chanceMet(learned.model, []));
  });

  it('does not call luck a model: noise is found no better in nearly every draw', () => {
    const states = Array.from(
      { length: 20 },
      (_, at) => learnCategory({ rows: makeRows(80, 0, at), size, seed: at }).state,
    );
    expect(states.filter((state) => state === 'ready').length).toBeLessThanOrEqual(2);
  });

  it('gives the same answer again, and keeps rows of one conversation together', () => {
    const rows = makeRows(80, 0.7);
    expect(learnCategory({ rows, size, seed: 5 })).toEqual(learnCategory({ rows, size, seed: 5 }));
    // Noise copied within its conversation would look learned if a copy could be in another part.
    const copied = makeRows(50, 0, 9).flatMap((row) => [row, row, row]);
    expect(learnCategory({ rows: copied, size, seed: 5 }).state).toBe('no-better-than-luck');
  });
});
