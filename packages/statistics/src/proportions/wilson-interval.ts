/**
 * Wilson interval: the range of a pass rate, honest also for few reviews and for rates near 0 or 1.
 *
 * Use: the default range of every share. `n` may be fractional (an effective number of reviews).
 * Formula: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
 * Source: Wilson 1927, https://doi.org/10.2307/2276774; compared in Brown, Cai & DasGupta 2001.
 * Example: `wilsonInterval({ rate: 0.85, n: 20 }).lower` → 0.6396
 */
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { clipInterval, defaultLevel, type Interval } from '../estimate.ts';

export interface RateQuestion {
  /** Share that passed, 0 to 1. */
  rate: number;
  /** Reviews, or what they are worth; above 0. */
  n: number;
  level?: number;
}

export function wilsonInterval({ rate, n, level = defaultLevel }: RateQuestion): Interval {
  if (!(rate >= 0 && rate <= 1 && n > 0)) throw new RangeError(`wilsonInterval: rate ${rate} of ${n}`);
  const z = normalQuantile((1 + level) / 2);
  const square = (z * z) / n;
  const middle = rate + square / 2;
  const reach = z * Math.sqrt((rate * (1 - rate)) / n + square / (4 * n));
  const interval = clipInterval(
    { lower: (middle - reach) / (1 + square), upper: (middle + reach) / (1 + square) },
    0,
    1,
  );
  // At the ends the formula gives the end itself; rounding must not leave 1e-17 there.
  return { lower: rate === 0 ? 0 : interval.lower, upper: rate === 1 ? 1 : interval.upper };
}
