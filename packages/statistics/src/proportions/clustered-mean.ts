/**
 * A mean whose rows come in bunches: conversations of one agent are alike.
 *
 * Use: a figure on a continuous scale (change of feeling, seconds of waiting) over several agents.
 * Formula: SE² = J/(J-1) Σ_j (Σ_i (y_ij - ȳ)/n)², never less than s²/n; t with J - 1 degrees of freedom, J the number of
 * agents. Below eight agents each row counts for itself (s/√n, t with n - 1) and a warning says that the range holds for
 * these agents only.
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

/** One agent's rows, summed up. */
export interface SummedCluster {
  n: number;
  total: number;
  /** Sum of the squared values. */
  squares: number;
}

export function estimateClusteredMean({ rows, level = defaultLevel }: ClusteredMeanQuestion): Estimate {
  const summed = [...groupBy(rows, (row) => row.cluster).values()].map((bunch) => ({
    n: bunch.length,
    total: sumOf(bunch.map(({ value }) => value)),
    squares: sumOf(bunch.map(({ value }) => value * value)),
  }));
  return estimateSummedMean(summed, level);
}

/** The same from sums of each agent, where the rows themselves would be too many to hold. */
export function estimateSummedMean(all: readonly SummedCluster[], level = defaultLevel): Estimate {
  const method = 'clustered-mean';
  const bunches = all.filter((bunch) => bunch.n > 0);
  const n = sumOf(bunches.map((bunch) => bunch.n));
  if (n === 0) return refuse('no_data', { n, method, level });
  if (n === 1) return refuse('too_few_rows', { n, method, level });
  const mean = sumOf(bunches.map(({ total }) => total)) / n;
  const spread = spreadOf(bunches, mean);
  // Equal values everywhere leave no spread to measure: a range of width zero would claim to be certain.
  if (spread === 0) return refuse('no_variation', { n, method, level });
  const clusters = bunches.length;
  const few = clusters < fewestClusters;
  const plain = Math.sqrt(spread / (n - 1) / n);
  const over = Math.sqrt(
    (clusters / Math.max(1, clusters - 1)) * sumOf(bunches.map((bunch) => ((bunch.total - bunch.n * mean) / n) ** 2)),
  );
  // Agents that happen to be alike are luck, not certainty.
  const standardError = few ? plain : Math.max(over, plain);
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

/** Σ (y - ȳ)²; what is left of rounding counts as nothing. */
function spreadOf(bunches: readonly SummedCluster[], mean: number): number {
  const squares = sumOf(bunches.map((bunch) => bunch.squares));
  const spread = squares - mean * sumOf(bunches.map(({ total }) => total));
  return spread > 1e-12 * Math.max(1, squares) ? spread : 0;
}
