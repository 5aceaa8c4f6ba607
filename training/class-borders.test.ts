import { describe, expect, it } from 'vitest';
import { findClassBorders, type RatedText } from './class-borders.ts';

const rated = (scores: readonly number[], truth: RatedText['truth'], site = 'one'): RatedText[] =>
  scores.map((score) => ({ score, truth, site }));

describe('the borders of the three classes of politeness', () => {
  it('fall between classes that are apart', () => {
    const [low, high] = findClassBorders([
      ...rated([0.05, 0.15, 0.2], -1),
      ...rated([0.4, 0.45, 0.5, 0.55], 0),
      ...rated([0.75, 0.8, 0.85], 1),
    ]);
    expect(low).toBeGreaterThan(0.2);
    expect(low).toBeLessThanOrEqual(0.4);
    expect(high).toBeGreaterThan(0.55);
    expect(high).toBeLessThanOrEqual(0.75);
  });

  it('do not let the site with more texts decide alone', () => {
    const many = Array.from({ length: 40 }, (_, index) => 0.3 + index / 100);
    const small = [
      ...rated([0.1, 0.2], -1, 'small'),
      ...rated([0.3, 0.35], 0, 'small'),
      ...rated([0.5, 0.55], 1, 'small'),
    ];
    const [, high] = findClassBorders([...rated(many, 0, 'large'), ...small]);
    expect(high).toBeLessThan(0.8);
  });
});
