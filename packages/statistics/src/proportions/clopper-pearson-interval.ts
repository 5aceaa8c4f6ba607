/**
 * Clopper-Pearson interval: a range of a pass rate that is guaranteed to hold the truth at least as often as it says.
 *
 * Use: when a guarantee is asked for; wider than Wilson's. Fractional counts are allowed (Korn-Graubard).
 * Formula: beta quantiles, lower of (x, n - x + 1), upper of (x + 1, n - x).
 * Source: Clopper & Pearson 1934, https://doi.org/10.2307/2331986
 * Example: `clopperPearsonInterval({ passed: 0, n: 5 }).upper` → 0.5218
 */
import { betaQuantile } from '../distributions/beta-distribution.ts';
import { defaultLevel, type Interval } from '../estimate.ts';

export interface CountQuestion {
  passed: number;
  n: number;
  level?: number;
}

export function clopperPearsonInterval({ passed, n, level = defaultLevel }: CountQuestion): Interval {
  if (!(passed >= 0 && passed <= n && n > 0)) throw new RangeError(`clopperPearsonInterval: ${passed} of ${n}`);
  const tail = (1 - level) / 2;
  return {
    lower: passed === 0 ? 0 : betaQuantile(tail, passed, n - passed + 1),
    upper: passed === n ? 1 : betaQuantile(1 - tail, passed + 1, n - passed),
  };
}
