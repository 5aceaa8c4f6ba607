/**
 * Expected gain: how much the outcome would rise if everybody reached what the better fifth already does.
 *
 * Use: focus without a bootstrap. Gain = slope × headroom of independent estimates.
 * Formula: SE² = (h s_b)² + (b s_h)² + (s_b s_h)² (exact for a product of independent numbers); P(first > other) by the
 * normal distribution of the difference.
 * Source: Goodman 1960, https://doi.org/10.1080/01621459.1960.10483369
 * Example: `estimateGain({ slope: 0.08, slopeError: 0.02, headroom: 0.4, headroomError: 0.1, n: 900 }).value` → 0.032
 */
import { normalCdf, normalQuantile } from '../distributions/normal-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';

export interface GainQuestion {
  slope: number | null;
  slopeError: number;
  headroom: number | null;
  headroomError: number;
  n: number;
  level?: number;
}

export function gainError({ slope, slopeError, headroom, headroomError }: GainQuestion): number {
  return Math.hypot((headroom ?? 0) * slopeError, (slope ?? 0) * headroomError, slopeError * headroomError);
}

export function estimateGain(question: GainQuestion): Estimate {
  const { slope, headroom, n, level = defaultLevel } = question;
  const method = 'expected-gain';
  if (slope === null || headroom === null) return refuse('no_data', { n, method, level });
  const value = slope * headroom;
  const error = gainError(question);
  const around = (wanted: number) => {
    const reach = normalQuantile((1 + wanted) / 2) * error;
    return { lower: value - reach, upper: value + reach };
  };
  return estimateOf({ value, interval: around(level), inner: around(innerLevel), level, n, method });
}

/** P(the first is larger than the second), both normal and independent. */
export function chanceLarger(
  first: { value: number; error: number },
  second: { value: number; error: number },
): number {
  const spread = Math.hypot(first.error, second.error);
  if (spread > 0) return normalCdf((first.value - second.value) / spread);
  return first.value === second.value ? 0.5 : Number(first.value > second.value);
}
