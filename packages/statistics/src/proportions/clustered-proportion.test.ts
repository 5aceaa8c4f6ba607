import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateClusteredProportion, estimateCountedProportion } from './clustered-proportion.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('estimateClusteredProportion', () => {
  it('is not certain because all agents happen to show the same share', () => {
    const alike = estimateCountedProportion(Array.from({ length: 12 }, () => ({ n: 30, passed: 9 })));
    const plain = wilsonInterval({ rate: 0.3, n: 360 });
    expect(alike.value).toBeCloseTo(0.3, 12);
    expect((alike.upper ?? 0) - (alike.lower ?? 1)).toBeGreaterThan(0.95 * (plain.upper - plain.lower));
  });

  it('keeps a range also where every row is a yes, or every row a no', () => {
    const all = estimateCountedProportion(Array.from({ length: 12 }, () => ({ n: 30, passed: 30 })));
    expect([all.value, all.upper]).toEqual([1, 1]);
    expect(all.lower ?? 1).toBeLessThan(0.8);
    const none = estimateCountedProportion(Array.from({ length: 12 }, () => ({ n: 30, passed: 0 })));
    expect(none.upper ?? 0).toBeGreaterThan(0.2);
  });

  it('has a width always, and never less than rows drawn one by one would have', () => {
    const cluster = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 40 }))
      .map(([n, passed]) => ({ n, passed: Math.min(n, passed) }));
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 8, maxLength: 30 }), (clusters) => {
        const { value, lower, upper, n } = estimateCountedProportion(clusters);
        expect(upper ?? 0).toBeGreaterThan(lower ?? 1);
        if (value === null || value === 0 || value === 1 || n < 40) return;
        const plain = wilsonInterval({ rate: value, n });
        expect((upper ?? 0) - (lower ?? 0)).toBeGreaterThan(0.85 * (plain.upper - plain.lower));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('says the same from rows as from counts', () => {
    const counts = [3, 5, 9, 2, 7, 4, 8, 6].map((passed) => ({ n: 10, passed }));
    const rows = counts.flatMap(({ n, passed }, cluster) =>
      Array.from({ length: n }, (_, place) => ({ cluster, event: place < passed })),
    );
    expect(estimateClusteredProportion({ rows })).toEqual(estimateCountedProportion(counts));
  });
});
