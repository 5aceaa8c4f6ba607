/**
 * The chi-square distribution: how large a sum of squared surprises gets by luck.
 *
 * Use: "do these agents differ at all?", log-rank, likelihood ratios. The upper tail has its own function because
 * 1 - cdf loses it.
 * Method: incomplete gamma (https://dlmf.nist.gov/8.2); quantile by bracketed Newton.
 * Example: `chiSquareQuantile(0.95, 1)` → 3.8415
 */
import { findRoot } from './find-root.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';

export function chiSquareCdf(x: number, df: number): number {
  return lowerGamma(df / 2, x / 2);
}

/** Share above x: the p-value of a chi-square statistic. */
export function chiSquareUpper(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/** @param p at least 0 and below 1 */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`chiSquareQuantile needs 0 <= p < 1, got ${p}`);
  if (p === 0) return 0;
  const fromBelow = p < 0.5;
  const valueAt = (x: number) => (fromBelow ? chiSquareCdf(x, df) - p : 1 - p - chiSquareUpper(x, df));
  let high = Math.max(1, df);
  while (valueAt(high) < 0) high *= 2;
  return findRoot({ low: 0, high, start: df, valueAt, slopeAt: (x) => density(x, df) });
}

function density(x: number, df: number): number {
  const half = df / 2;
  return Math.exp((half - 1) * Math.log(x / 2) - x / 2 - logGamma(half)) / 2;
}
