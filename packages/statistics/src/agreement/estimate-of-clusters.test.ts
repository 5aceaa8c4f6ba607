import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { estimateOfClusters } from './estimate-of-clusters.ts';

const mean = (rows: readonly number[]): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + row, 0) / rows.length;
const meanOfRows = (clusters: readonly (readonly number[])[]): number | null => mean(clusters.flat());

describe('a measure of clusters', () => {
  const random = createRandom(5);
  const single = Array.from({ length: 100 }, () => [random.normal()]);
  const question = { measure: meanOfRows, method: 'mean', seed: 1 };

  it('has the range of the textbook formula where every cluster is one row', () => {
    const { value, lower, upper } = estimateOfClusters({ ...question, clusters: single, n: 100 });
    const rows = single.flat();
    const middle = mean(rows) ?? 0;
    const error = Math.sqrt((mean(rows.map((row) => (row - middle) ** 2)) ?? 0) / 100);
    expect(value).toBeCloseTo(middle, 10);
    expect((upper ?? 0) - (lower ?? 0)).toBeGreaterThan(3.5 * error);
    expect((upper ?? 0) - (lower ?? 0)).toBeLessThan(4.3 * error);
  });

  it('is not surer for rows that say the same again', () => {
    const repeated = single.map(([row = 0]) => [row, row, row, row]);
    const once = estimateOfClusters({ ...question, clusters: single, n: 100 });
    const often = estimateOfClusters({ ...question, clusters: repeated, n: 400 });
    expect(often.lower).toBeCloseTo(once.lower ?? 0, 10);
    expect(often.upper).toBeCloseTo(once.upper ?? 0, 10);
  });

  it('comes again with the same seed', () => {
    const ask = () => estimateOfClusters({ ...question, clusters: single, n: 100, resamples: 200 });
    expect(ask()).toEqual(ask());
  });

  it('is refused without rows, with two clusters and where it is undefined', () => {
    expect(estimateOfClusters({ ...question, clusters: [], n: 0 }).reason).toBe('no_data');
    expect(estimateOfClusters({ ...question, clusters: [[1], [2]], n: 2 }).reason).toBe('too_few_rows');
    expect(estimateOfClusters({ ...question, measure: () => Number.NaN, clusters: single, n: 9 }).reason).toBe(
      'no_variation',
    );
  });

  it('tells how many draws were undefined', () => {
    const clusters = [[1], [], [], []];
    const found = estimateOfClusters({ ...question, clusters, n: 1 });
    expect(found.warnings).toHaveLength(1);
  });
});
