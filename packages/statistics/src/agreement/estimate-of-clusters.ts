/**
 * Any measure of rows that hang together (sentences of one conversation, replies of one agent), with its range.
 *
 * Use: agreement, F1 or the area under a curve over labelled conversations, where a row more of the same conversation is
 * less news than a new conversation.
 * Method: whole clusters are drawn with replacement, the measure is taken of each draw, and the range is read off between
 * the percentiles (cluster bootstrap; Davison & Hinkley 1997, section 3.8). Draws in which the measure is undefined are
 * dropped and counted in a warning. Seeded: the same seed gives the same range.
 * Example: `estimateOfClusters({ clusters: [1, 3, 8], measure: (drawn) => drawn.length, n: 3, method: 'count', seed: 1 }).value` → 3
 */
import { sortAscending } from '../distributions/quantile.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { createRandom } from '../random.ts';
import { percentileInterval } from './estimate-alpha.ts';

export interface ClusterQuestion<T> {
  clusters: readonly T[];
  /** The measure of some clusters, with repeats; null or NaN where it is undefined. */
  measure: (drawn: readonly T[]) => number | null;
  /** Rows the measure rests on. */
  n: number;
  method: string;
  seed: number;
  resamples?: number;
  level?: number;
}

/** With fewer clusters a range drawn from them says nothing. */
const fewestClusters = 3;

export function estimateOfClusters<T>(question: ClusterQuestion<T>): Estimate {
  const { clusters, measure, n, method, seed, resamples = 2000, level = defaultLevel } = question;
  if (clusters.length === 0 || n === 0) return refuse('no_data', { n, method, level });
  const value = known(measure(clusters));
  if (value === null) return refuse('no_variation', { n, method, level });
  const random = createRandom(seed);
  const found: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const drawn = clusters.map(() => clusters[random.integer(clusters.length)]).filter((one) => one !== undefined);
    const replicate = known(measure(drawn));
    if (replicate !== null) found.push(replicate);
  }
  const dropped = resamples - found.length;
  const warnings = dropped > 0 ? [`${dropped} of ${resamples} resamples were undefined and were left out`] : [];
  if (clusters.length < fewestClusters || found.length < resamples / 2)
    return { ...refuse('too_few_rows', { n, method, level, warnings, seed }) };
  const sorted = sortAscending(found);
  return estimateOf({
    value,
    interval: percentileInterval(sorted, level),
    inner: percentileInterval(sorted, innerLevel),
    level,
    n,
    method,
    warnings,
    seed,
  });
}

const known = (value: number | null): number | null => (value === null || Number.isNaN(value) ? null : value);
