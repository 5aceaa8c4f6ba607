/**
 * The F distribution: the ratio of two spreads when both are luck.
 *
 * Use: intervals of intraclass correlations, tests of several coefficients at once.
 * Method: upper tail = I_x(d2/2, d1/2) with x = d2/(d2 + d1 F) (https://dlmf.nist.gov/8.17); quantile through the beta.
 * Example: `fQuantile(0.95, 3, 20)` → 3.0984
 */
import { betaQuantile } from './beta-distribution.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/** Share above x: the p-value of an F statistic. Fractional degrees of freedom are allowed. */
export function fUpper(x: number, d1: number, d2: number): number {
  if (x <= 0) return 1;
  const total = d2 + d1 * x;
  return incompleteBeta({ x: d2 / total, y: (d1 * x) / total, a: d2 / 2, b: d1 / 2 });
}

/** @param p strictly between 0 and 1 */
export function fQuantile(p: number, d1: number, d2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`fQuantile needs 0 < p < 1, got ${p}`);
  // From the side with the smaller tail: 1 - x has no digits left when x is close to 1.
  if (p < 0.5) {
    const y = betaQuantile(p, d1 / 2, d2 / 2);
    return (d2 * y) / (d1 * (1 - y));
  }
  const x = betaQuantile(1 - p, d2 / 2, d1 / 2);
  return (d2 * (1 - x)) / (d1 * x);
}
