/**
 * Krippendorff's alpha with its range, by drawing the items again and again.
 *
 * Use: "two reviewers give the same rating 7 times in 10 - more than luck, but likely only .41 to .71".
 * Method: 2,000 resamples of items, percentile interval; resamples in which alpha is undefined are dropped and counted
 * in a warning. Seeded: the same seed gives the same range.
 * Source: Krippendorff 2011; percentile bootstrap, Efron & Tibshirani 1993.
 * Example: `estimateAlpha({ items: [[3, 3], [3, 3]], scale: 'ordinal', seed: 1 }).reason` → no_variation
 */
import { quantileOfSorted, sortAscending } from '../distributions/quantile.ts';
import { defaultLevel, type Estimate, estimateOf, type Interval, innerLevel, refuse } from '../estimate.ts';
import { createRandom } from '../random.ts';
import {
  alphaOfItems,
  type ItemRatings,
  krippendorffAlpha,
  prepareItems,
  type RatingScale,
} from './krippendorff-alpha.ts';

export interface AlphaQuestion {
  items: readonly ItemRatings[];
  scale: RatingScale;
  seed: number;
  resamples?: number;
  level?: number;
}

export function estimateAlpha({ items, scale, seed, resamples = 2000, level = defaultLevel }: AlphaQuestion): Estimate {
  const method = `krippendorff-alpha-${scale}`;
  const { alpha, units } = krippendorffAlpha(items, scale);
  if (items.every((item) => item.every((rating) => rating === null))) return refuse('no_data', { n: 0, method, level });
  if (units === 0) return refuse('one_rater', { n: 0, method, level });
  if (alpha === null) return refuse('no_variation', { n: units, method, level });
  const random = createRandom(seed);
  // Items with a single rating cannot tell anything about agreement and are not drawn.
  const rated = items.filter((item) => item.filter((rating) => rating !== null).length >= 2);
  const draws = Array.from({ length: resamples }, () => rated.map(() => random.integer(rated.length)));
  const replicates = resampleAlpha(rated, scale, draws);
  const sorted = sortAscending(replicates.filter((replicate) => replicate !== null));
  const dropped = resamples - sorted.length;
  const warnings = dropped > 0 ? [`${dropped} of ${resamples} resamples had no variation and were left out`] : [];
  // A handful of items, most resamples undefined: the rest would give a range that looks sharp and is not.
  if (units < 3 || sorted.length < resamples / 2) {
    return { ...refuse('too_few_reviews', { n: units, method, level, warnings, seed }) };
  }
  const intervalAt = (wanted: number) => percentileInterval(sorted, wanted);
  return estimateOf({
    value: alpha,
    interval: intervalAt(level),
    inner: intervalAt(innerLevel),
    level,
    n: units,
    method,
    warnings,
    seed,
  });
}

/** Alpha of each given resample; a resample lists positions in `items`, counted from 0. */
export function resampleAlpha(
  items: readonly ItemRatings[],
  scale: RatingScale,
  resamples: readonly (readonly number[])[],
): (number | null)[] {
  const prepared = prepareItems(items);
  return resamples.map((positions) => {
    const drawn = positions.map((position) => prepared.byPosition[position] ?? null).filter((item) => item !== null);
    return alphaOfItems(prepared, drawn, scale);
  });
}

/** @param sorted at least one value, from smallest */
export function percentileInterval(sorted: readonly number[], level: number): Interval {
  const lower = quantileOfSorted(sorted, (1 - level) / 2);
  const upper = quantileOfSorted(sorted, (1 + level) / 2);
  if (lower === null || upper === null) throw new RangeError('a percentile interval needs values');
  return { lower, upper };
}
