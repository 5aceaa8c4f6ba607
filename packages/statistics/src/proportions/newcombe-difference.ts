/**
 * Newcombe's range for the difference of two independent rates.
 *
 * Use: "is this share really larger than that one?" for unrelated rows; never collapses when nobody or everybody passed.
 * Formula: d - √((p1-l1)² + (u2-p2)²) … d + √((u1-p1)² + (p2-l2)²), l and u the Wilson ends of each rate.
 * Source: Newcombe 1998, method 10, https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I
 * Example: `newcombeInterval({ rate: 0.85, n: 20 }, { rate: 0.6, n: 20 }).upper` → 0.4847
 */
import {
  clipInterval,
  defaultLevel,
  type Estimate,
  estimateOf,
  type Interval,
  innerLevel,
  refuse,
} from '../estimate.ts';
import { type RateQuestion, wilsonInterval } from './wilson-interval.ts';

/** Range of `first.rate - second.rate`; the level is taken from `first`. */
export function newcombeInterval(first: RateQuestion, second: RateQuestion): Interval {
  const level = first.level ?? defaultLevel;
  const one = wilsonInterval({ ...first, level });
  const two = wilsonInterval({ ...second, level });
  const difference = first.rate - second.rate;
  const down = Math.hypot(first.rate - one.lower, two.upper - second.rate);
  const up = Math.hypot(one.upper - first.rate, second.rate - two.lower);
  return clipInterval({ lower: difference - down, upper: difference + up }, -1, 1);
}

export interface TwoCounts {
  first: { passed: number; n: number };
  second: { passed: number; n: number };
  level?: number;
}

/** Share passed of the first group minus that of the second. */
export function estimateProportionDifference({ first, second, level = defaultLevel }: TwoCounts): Estimate {
  const method = 'newcombe';
  const n = first.n + second.n;
  if (first.n === 0 || second.n === 0) return refuse('no_data', { n, method, level });
  const one = first.passed / first.n;
  const two = second.passed / second.n;
  const intervalAt = (wanted: number) =>
    newcombeInterval({ rate: one, n: first.n, level: wanted }, { rate: two, n: second.n });
  return estimateOf({ value: one - two, interval: intervalAt(level), inner: intervalAt(innerLevel), level, n, method });
}
