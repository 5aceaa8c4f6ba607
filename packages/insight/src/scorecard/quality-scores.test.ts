import { describe, expect, it } from 'vitest';
import { estimateAqs, estimateIqs, type HumanScore } from './quality-scores.ts';

const reviews = (scores: readonly (number | null)[], drawnAtRandom = true): HumanScore[] =>
  scores.map((score, at) => ({ agent: at % 3, score, drawnAtRandom }));

describe('IQS and AQS', () => {
  it('are plain means, with a range that never leaves the scale', () => {
    const found = estimateIqs(reviews([100, 100, 90, 100, 80, 100]));
    expect(found.value).toBeCloseTo(95, 9);
    expect(found.upper).toBe(100);
    expect(found.lower).toBeLessThan(95);
    expect(found.n).toBe(6);
  });

  it('leave out reviews without a score', () => {
    expect(estimateAqs(reviews([100, null, 50])).n).toBe(2);
  });

  it('say so when reviews chosen for a reason are left out, and refuse when there are no others', () => {
    const mixed = estimateIqs([...reviews([80, 90, 70]), ...reviews([0, 0], false)]);
    expect(mixed.value).toBeCloseTo(80, 9);
    expect(mixed.warnings).toContain('reviews chosen for a reason are left out');
    expect(estimateIqs(reviews([80, 90], false))).toMatchObject({ value: null, reason: 'reviews_not_random' });
  });

  it('are unknown, not 0, without any review', () => {
    expect(estimateIqs([])).toMatchObject({ value: null, reason: 'no_data' });
  });
});
