/**
 * Jeffreys interval: the range of a pass rate from a beta posterior that starts with half a pass and half a failure.
 *
 * Use: where a posterior is wanted; close to Wilson's. The end is 0 or 1 itself when nothing or everything passed.
 * Formula: beta quantiles of (x + 1/2, n - x + 1/2).
 * Source: Brown, Cai & DasGupta 2001, https://doi.org/10.1214/ss/1009213286
 * Example: `jeffreysInterval({ passed: 4, n: 5 }).lower` → 0.3714
 */
import { betaQuantile } from '../distributions/beta-distribution.ts';
import { defaultLevel, type Interval } from '../estimate.ts';
import type { CountQuestion } from './clopper-pearson-interval.ts';

export function jeffreysInterval({ passed, n, level = defaultLevel }: CountQuestion): Interval {
  if (!(passed >= 0 && passed <= n && n > 0)) throw new RangeError(`jeffreysInterval: ${passed} of ${n}`);
  const tail = (1 - level) / 2;
  const a = passed + 0.5;
  const b = n - passed + 0.5;
  return {
    lower: passed === 0 ? 0 : betaQuantile(tail, a, b),
    upper: passed === n ? 1 : betaQuantile(1 - tail, a, b),
  };
}
