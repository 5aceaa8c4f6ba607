/**
 * Mean of N conversations from machine scores on all and human scores on a random part.
 *
 * Use: human scores 0-100 ("how good were these 250 conversations?"). For pass or fail use `estimatePassRates`.
 * Formula: ȳ + λ(f̄_all - f̄_reviewed), λ the slope among the reviewed; SE² = (1 - n/N) RSS/(n-2)/n; t with n - 2.
 * Also given: the plain mean, the difference estimator (λ = 1) and the SE of survey's calibration (g-weights).
 * Source: Cochran, Sampling Techniques, ch. 7; Särndal, Swensson & Wretman 1992.
 * Example: `estimateRegressionMean({ machineAll: [50, 60], reviewed: [] }).reason` → no_random_reviews
 */
import { tQuantile } from '../distributions/t-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { crossSquaresOf, meanOf, squaresOf, sumOf, varianceOf } from '../sums.ts';

export interface RegressionMeanQuestion {
  /** Machine scores of all N conversations, the reviewed ones included. */
  machineAll: readonly number[];
  reviewed: readonly { machine: number; human: number }[];
  level?: number;
}

export interface FiniteMeans {
  mean: number;
  meanError: number;
  difference: number;
  differenceError: number;
  lambda: number;
  regression: number;
  regressionError: number;
  calibrationError: number;
}

/** Fewer reviews leave no spread around the line to speak of. */
const fewestReviews = 5;

export function estimateRegressionMean({
  machineAll,
  reviewed,
  level = defaultLevel,
}: RegressionMeanQuestion): Estimate {
  const method = 'regression-estimator';
  const n = reviewed.length;
  if (machineAll.length === 0) return refuse('no_data', { n, method, level });
  if (n === 0) return refuse('no_random_reviews', { n, method, level });
  if (n < fewestReviews) return refuse('too_few_reviews', { n, method, level });
  const { regression, regressionError } = finiteMeans({ machineAll, reviewed });
  const around = (wanted: number) => {
    const reach = tQuantile((1 + wanted) / 2, n - 2) * regressionError;
    return { lower: regression - reach, upper: regression + reach };
  };
  return estimateOf({ value: regression, interval: around(level), inner: around(innerLevel), level, n, method });
}

/** @throws RangeError with fewer than three reviews */
export function finiteMeans({ machineAll, reviewed }: RegressionMeanQuestion): FiniteMeans {
  const n = reviewed.length;
  if (n < 3) throw new RangeError('the regression estimator needs three reviews');
  const human = reviewed.map((review) => review.human);
  const machine = reviewed.map((review) => review.machine);
  const mean = meanOf(human);
  const ahead = meanOf(machineAll) - meanOf(machine);
  const spread = squaresOf(machine);
  // A machine that gives everyone the same score says nothing: the plain mean remains.
  const lambda = spread > 0 ? crossSquaresOf(human, machine) / spread : 0;
  const left = 1 - n / machineAll.length;
  const gaps = human.map((value, row) => value - (machine[row] ?? 0));
  const residuals = human.map((value, row) => value - mean - lambda * ((machine[row] ?? 0) - meanOf(machine)));
  const weighted = residuals.map((rest, row) => {
    const lift = spread > 0 ? (n * ahead * ((machine[row] ?? 0) - meanOf(machine))) / spread : 0;
    return (1 + lift) * rest;
  });
  return {
    mean,
    meanError: Math.sqrt((left * varianceOf(human)) / n),
    difference: mean + ahead,
    differenceError: Math.sqrt((left * varianceOf(gaps)) / n),
    lambda,
    regression: mean + lambda * ahead,
    regressionError: Math.sqrt((left * sumOf(residuals.map((rest) => rest * rest))) / (n - 2) / n),
    calibrationError: Math.sqrt((left * varianceOf(weighted)) / n),
  };
}
