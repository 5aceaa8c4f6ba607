/**
 * The binomial distribution: how many of n independent conversations pass when each passes with chance p.
 *
 * Use: exact tests of counts and funnel limits.
 * Method: cdf = I_{1-p}(n - k, k + 1) (https://dlmf.nist.gov/8.17#E5); quantile = smallest k whose cdf reaches the share.
 * Example: `binomialCdf(2, 11, 0.5)` → 0.0327
 */
import { incompleteBeta } from './incomplete-beta.ts';

/** P(at most k of n) */
export function binomialCdf(k: number, n: number, p: number): number {
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return incompleteBeta({ x: 1 - p, y: p, a: n - whole, b: whole + 1 });
}

/** Smallest k with P(at most k of n) >= share. */
export function binomialQuantile(share: number, n: number, p: number): number {
  // The same slack as R uses, so that a share that is hit exactly does not fall to the next k through rounding.
  const wanted = share * (1 - 64 * Number.EPSILON);
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
