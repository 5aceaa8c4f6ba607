import { describe, expect, it } from 'vitest';
import { estimateClusteredMean } from './clustered-mean.ts';

const rows = (clusters: number, each: number) =>
  Array.from({ length: clusters * each }, (_, index) => ({
    cluster: index % clusters,
    value: (index % clusters) / 10,
  }));

describe('estimateClusteredMean', () => {
  it('refuses no rows and one row', () => {
    expect(estimateClusteredMean({ rows: [] }).reason).toBe('no_data');
    expect(estimateClusteredMean({ rows: [{ cluster: 1, value: 2 }] }).reason).toBe('too_few_rows');
  });

  it('refuses values that are all equal instead of claiming to be certain', () => {
    expect(estimateClusteredMean({ rows: [0, 1, 2].map((cluster) => ({ cluster, value: 0.5 })) }).reason).toBe(
      'no_variation',
    );
  });

  it('does not get surer when the same agents merely repeat themselves', () => {
    const once = estimateClusteredMean({ rows: rows(10, 1) });
    const often = estimateClusteredMean({ rows: rows(10, 50) });
    expect(often.value).toBeCloseTo(once.value ?? Number.NaN, 12);
    expect((often.upper ?? 0) - (often.lower ?? 0)).toBeCloseTo((once.upper ?? 0) - (once.lower ?? 0), 12);
  });

  it('gives the t range of plain rows when every row is its own agent', () => {
    // t.test(c(1,2,3,4,5,6,7,8,9,10)) in R: 3.334149 to 7.665851
    const found = estimateClusteredMean({ rows: Array.from({ length: 10 }, (_, i) => ({ cluster: i, value: i + 1 })) });
    expect(found.lower).toBeCloseTo(3.334149, 5);
    expect(found.upper).toBeCloseTo(7.665851, 5);
  });

  it('says that a small team speaks for itself only', () => {
    expect(estimateClusteredMean({ rows: rows(3, 20) }).warnings).toEqual(['holds for these 3 agents only']);
  });
});
