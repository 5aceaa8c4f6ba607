/**
 * Prediction-powered mean (PPI, PPI++): the textbook way to join machine scores and human reviews.
 *
 * Use: expert option. For rates of agents and teams `estimatePassRates` is the default, because this interval is too
 * short for few reviews and has no width when all reviews pass.
 * Formula: θ = λ mean(f_unreviewed) + mean(y - λf); SE² = λ² var(f_unrev)/M + var(y - λf)/n; tuned
 * λ = clip(cov(y, f)/((1 + n/M) var f), 0, 1). λ = 0 ignores the machine, λ = 1 trusts its slope. With weights (mean 1)
 * every human-side term is weighted.
 * Source: Angelopoulos et al. 2023, https://doi.org/10.1126/science.adi6000; PPI++ https://arxiv.org/abs/2311.01453
 * Example: `predictionPoweredMean({ human: [1, 0], machineReviewed: [1, 0], machineUnreviewed: [1, 1] }, 0).value` → 0.5
 */
import { tQuantile } from '../distributions/t-distribution.ts';
import { clip, defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { crossSquaresOf, meanOf, varianceOf } from '../sums.ts';

export interface AssistedReviews {
  human: readonly number[];
  machineReviewed: readonly number[];
  machineUnreviewed: readonly number[];
  /** One weight per review, any scale. */
  weights?: readonly number[];
}

export function predictionPoweredMean(
  reviews: AssistedReviews,
  lambda: number,
): { value: number; standardError: number } {
  const { human, machineReviewed, machineUnreviewed } = reviews;
  const weights = weightsOf(reviews);
  const gaps = human.map((value, row) => (weights[row] ?? 1) * (value - lambda * (machineReviewed[row] ?? 0)));
  const variance =
    lambda ** 2 * (varianceOf(machineUnreviewed, 0) / machineUnreviewed.length) + varianceOf(gaps, 0) / human.length;
  return { value: lambda * meanOf(machineUnreviewed) + meanOf(gaps), standardError: Math.sqrt(variance) };
}

/** The slope that promises the smallest variance; null when the machine gives everyone the same score. */
export function tunedLambda(reviews: AssistedReviews): number | null {
  const { human, machineReviewed, machineUnreviewed } = reviews;
  const weights = weightsOf(reviews);
  const n = human.length;
  // Only with weights does the centre matter; it is the untuned estimate, as in the reference software.
  const centre = predictionPoweredMean(reviews, 1).value;
  const pulls = human.map((value, row) => (weights[row] ?? 1) * (value - centre));
  const machinePulls = machineReviewed.map((value, row) => (weights[row] ?? 1) * (value - centre));
  const all = [...machinePulls, ...machineUnreviewed.map((value) => value - centre)];
  const spread = varianceOf(all);
  if (!(spread > 1e-24)) return null;
  const together = crossSquaresOf(pulls, machinePulls) / n;
  return clip(together / ((1 + n / machineUnreviewed.length) * spread), 0, 1);
}

/** Scores 0-100 (t interval, n - 2) from 10 reviews on; rates (`rate: true`) only from 50. */
export function estimatePredictionPoweredMean(
  reviews: AssistedReviews,
  { rate = false, level = defaultLevel }: { rate?: boolean; level?: number } = {},
): Estimate {
  const method = 'prediction-powered-mean';
  const n = reviews.human.length;
  if (n === 0 || reviews.machineUnreviewed.length === 0) return refuse('no_data', { n, method, level });
  if (n < (rate ? 50 : 10)) return refuse('too_few_reviews', { n, method, level });
  const { value, standardError } = predictionPoweredMean(reviews, tunedLambda(reviews) ?? 0);
  // All reviews equal: the formula would give a range without width.
  if (standardError === 0) return refuse('no_variation', { n, method, level });
  const bound = (end: number) => (rate ? clip(end, 0, 1) : end);
  const around = (wanted: number) => {
    const reach = tQuantile((1 + wanted) / 2, n - 2) * standardError;
    return { lower: bound(value - reach), upper: bound(value + reach) };
  };
  const parts = { value: bound(value), interval: around(level), inner: around(innerLevel), level, n, method };
  return estimateOf(parts);
}

function weightsOf({ human, weights }: AssistedReviews): number[] {
  if (!weights) return human.map(() => 1);
  const mean = meanOf(weights);
  return weights.map((weight) => weight / mean);
}
