/**
 * A mean whose rows come in bunches: conversations of one agent are alike.
 *
 * Use: a figure on a continuous scale (change of feeling, seconds of waiting) over several agents.
 * Formula: SE² = J/(J-1) Σ_j (Σ_i (y_ij - ȳ)/n)²; t with J - 1 degrees of freedom, J the number of agents. Below eight
 * agents each row counts for itself (s/√n, t with n - 1) and a warning says that the range holds for these agents only.
 * Source: Cochran, Sampling Techniques, chapter 9 (ratio estimator of a cluster sample).
 * Example: `estimateClusteredMean({ rows: [] }).reason` → no_data
 */
import { tQuantile } from '../distributions/t-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { groupBy, sumOf } from '../sums.ts';
import { fewestClusters } from './clustered-proportion.ts';

export interface MeasuredRow {
  /** Who the row belongs to: the agent's id. */
  cluster: string | number;
  value: number;
}

export interface ClusteredMeanQuestion {
  rows: readonly MeasuredRow[];
  level?: number;
}

export function estimateClusteredMean({ rows, level = defaultLevel }: ClusteredMeanQuestion): Estimate {
  const method = 'clustered-mean';
  const n = rows.length;
  if (n === 0) return refuse('no_data', { n, method, level });
  if (n === 1) return refuse('too_few_rows', { n, method, level });
  const mean = sumOf(rows.map((row) => row.value)) / n;
  // Equal values everywhere leave no spread to measure: a range of width zero would claim to be certain.
  if (rows.every((row) => row.value === rows[0]?.value)) return refuse('no_variation', { n, method, level });
  const bunches = [...groupBy(rows, (row) => row.cluster).values()];
  const clusters = bunches.length;
  const few = clusters < fewestClusters;
  const standardError = few
    ? Math.sqrt(sumOf(rows.map((row) => (row.value - mean) ** 2)) / (n - 1) / n)
    : Math.sqrt(
        (clusters / (clusters - 1)) *
          sumOf(bunches.map((bunch) => (sumOf(bunch.map((row) => row.value - mean)) / n) ** 2)),
      );
  const freedom = few ? n - 1 : clusters - 1;
  const intervalAt = (wanted: number) => {
    const reach = tQuantile((1 + wanted) / 2, freedom) * standardError;
    return { lower: mean - reach, upper: mean + reach };
  };
  return estimateOf({
    value: mean,
    interval: intervalAt(level),
    inner: intervalAt(innerLevel),
    level,
    n,
    method,
    warnings: few ? [`holds for these ${clusters} agents only`] : [],
  });
}
