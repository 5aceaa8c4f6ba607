/**
 * Bland-Altman: how far the machine's 0-100 scores lie from people's, on average and at worst.
 *
 * Use: machine against human on the same items. The bias is the mean difference; 95% of single differences lie between
 * the limits of agreement.
 * Formula: d = machine - human; bias = mean d, limits = bias ± 1.96 sd; range of the bias by t with n - 1.
 * Source: Bland & Altman 1986, https://doi.org/10.1016/S0140-6736(86)90837-8
 * Example: `blandAltman({ human: [50, 60, 70], machine: [52, 61, 75] })?.bias.value` → 2.6667
 */
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { tQuantile } from '../distributions/t-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, type Interval, innerLevel } from '../estimate.ts';
import { meanOf, varianceOf } from '../sums.ts';

export interface BlandAltman {
  bias: Estimate;
  /** Standard deviation of the differences, in points. */
  deviation: number;
  limits: Interval;
}

/** @returns null with fewer than two items */
export function blandAltman(
  { human, machine }: { human: readonly number[]; machine: readonly number[] },
  level = defaultLevel,
): BlandAltman | null {
  if (human.length !== machine.length) throw new RangeError('one machine score per human score');
  const n = human.length;
  if (n < 2) return null;
  const differences = machine.map((score, item) => score - (human[item] ?? score));
  const bias = meanOf(differences);
  const deviation = Math.sqrt(varianceOf(differences));
  const spread = normalQuantile(0.975) * deviation;
  const around = (wanted: number) => {
    const reach = (tQuantile((1 + wanted) / 2, n - 1) * deviation) / Math.sqrt(n);
    return { lower: bias - reach, upper: bias + reach };
  };
  const parts = { value: bias, interval: around(level), inner: around(innerLevel), level, n, method: 'bland-altman' };
  return { bias: estimateOf(parts), deviation, limits: { lower: bias - spread, upper: bias + spread } };
}
