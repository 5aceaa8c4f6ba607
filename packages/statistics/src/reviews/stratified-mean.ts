/**
 * Mean over strata that were reviewed at different rates.
 *
 * Use: more reviews where the machine is unsure, or a flagged set reviewed completely beside a sample of the rest. The
 * unweighted mean of such reviews is wrong (.54 instead of .87 in the reference case).
 * Formula: Σ W_h ȳ_h, W_h = N_h/N; SE² = Σ W_h² (1 - n_h/N_h) s_h²/n_h. A stratum with a single review that is not its
 * whole has no variance: the mean exists, its SE does not.
 * Source: Cochran, Sampling Techniques, ch. 5.
 * Example: `stratifiedMean([{ size: 25, values: [1, 0] }, { size: 75, values: [1, 1] }])?.mean` → 0.875
 */
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { wilsonInterval } from '../proportions/wilson-interval.ts';
import { meanOf, sumOf, varianceOf } from '../sums.ts';

export interface Stratum {
  /** N_h, all conversations of the stratum. */
  size: number;
  /** Human values of the reviewed ones (0 and 1 for pass or fail). */
  values: readonly number[];
}

export interface StratifiedMean {
  mean: number;
  standardError: number | null;
}

/** Null when a stratum has no review: its part of the mean is unknown. */
export function stratifiedMean(strata: readonly Stratum[]): StratifiedMean | null {
  const filled = strata.filter((stratum) => stratum.size > 0);
  if (filled.length === 0 || filled.some((stratum) => stratum.values.length === 0)) return null;
  const size = sumOf(filled.map((stratum) => stratum.size));
  const mean = sumOf(filled.map((stratum) => (stratum.size / size) * meanOf(stratum.values)));
  const lonely = filled.some(({ size: own, values }) => values.length === 1 && own > 1);
  if (lonely) return { mean, standardError: null };
  const variances = filled.map(({ size: own, values }) =>
    values.length === own ? 0 : ((own / size) ** 2 * (1 - values.length / own) * varianceOf(values)) / values.length,
  );
  return { mean, standardError: Math.sqrt(sumOf(variances)) };
}

/** A pass rate over strata, with Wilson's range for the number of plain reviews it is worth. */
export function estimateStratifiedRate(strata: readonly Stratum[], level = defaultLevel): Estimate {
  const method = 'stratified-rate';
  const n = sumOf(strata.map((stratum) => stratum.values.length));
  if (strata.length === 0) return refuse('no_data', { n, method, level });
  const found = stratifiedMean(strata);
  if (!found) return refuse('no_random_reviews', { n, method, level });
  if (found.standardError === null) return refuse('too_few_reviews', { n, method, level });
  const { mean: value, standardError } = found;
  const spread = value * (1 - value);
  const whole = strata.every((stratum) => stratum.values.length === stratum.size);
  // All reviews equal: no spread was seen, which is not certainty. Then the reviews count as they are.
  const effectiveN = standardError > 0 && spread > 0 ? Math.min(spread / standardError ** 2, 1e9) : n;
  const around = (wanted: number) =>
    whole ? { lower: value, upper: value } : wilsonInterval({ rate: value, n: effectiveN, level: wanted });
  return estimateOf({ value, interval: around(level), inner: around(innerLevel), level, n, effectiveN, method });
}
