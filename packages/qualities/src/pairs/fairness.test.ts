import { describe, expect, it } from 'vitest';
import { fairnessPairs } from './fairness-pairs.ts';
import { spreadOf } from './spread-of.ts';

/** Points of 100 by which a score may move on average when only the person is another. */
const mostOnAverage = 2;

describe('who somebody is', () => {
  it('is swapped in at least 120 pairs', () => {
    expect(fairnessPairs.length).toBeGreaterThanOrEqual(120);
  });

  it.each(['first names', 'American spelling'])('moves no score by more than 2 points on average: %s', (kind) => {
    const spread = spreadOf(fairnessPairs.filter((pair) => pair.kind === kind));
    expect(spread.pairs).toBeGreaterThanOrEqual(10);
    expect(spread.meanPoints).toBeLessThanOrEqual(mostOnAverage);
  });
});
