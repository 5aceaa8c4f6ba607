/**
 * Student's t distribution: the bell with heavier shoulders that few observations deserve.
 *
 * Use: intervals of means and of clustered rates, where the spread is itself estimated from `df` independent pieces.
 * Method: tail = I_x(df/2, 1/2) / 2 with x = df/(df + t^2) (https://dlmf.nist.gov/8.17); quantile by bracketed Newton.
 * Example: `tQuantile(0.975, 9)` → 2.2622
 */
import { findRoot } from './find-root.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { logBeta } from './log-gamma.ts';

/** @param df degrees of freedom > 0, fractions allowed */
export function tCdf(t: number, df: number): number {
  const tail = lowerTail(-Math.abs(t), df);
  return t <= 0 ? tail : 1 - tail;
}

/** Two-sided p-value of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * lowerTail(-Math.abs(t), df));
}

/** @param p strictly between 0 and 1 */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`tQuantile needs 0 < p < 1, got ${p}`);
  if (p === 0.5) return 0;
  if (p > 0.5) return -tQuantile(1 - p, df);
  let low = -1;
  while (lowerTail(low, df) > p) low *= 2;
  const slopeAt = (t: number) => density(t, df);
  return findRoot({ low, high: 0, valueAt: (t) => lowerTail(t, df) - p, slopeAt });
}

/** Share below t, for t <= 0. */
function lowerTail(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`t distribution needs df > 0, got ${df}`);
  const square = t * t;
  return incompleteBeta({ x: df / (df + square), y: square / (df + square), a: df / 2, b: 0.5 }) / 2;
}

function density(t: number, df: number): number {
  return Math.exp(-((df + 1) / 2) * Math.log1p((t * t) / df) - logBeta(df / 2, 0.5)) / Math.sqrt(df);
}
