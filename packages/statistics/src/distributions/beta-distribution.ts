/**
 * The beta distribution: what a pass rate can still be after `a - 1` passes and `b - 1` failures.
 *
 * Use: Clopper-Pearson, Jeffreys and Korn-Graubard intervals, posterior rates of agents.
 * Method: incomplete beta function; quantile by bracketed Newton (https://dlmf.nist.gov/8.17).
 * Example: `betaQuantile(0.5, 3, 5)` → 0.3641
 */
import { findRoot } from './find-root.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { logBeta } from './log-gamma.ts';

export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta({ x, y: 1 - x, a, b });
}

/** Natural logarithm of the density at 0 < x < 1. */
export function betaLogDensity(x: number, a: number, b: number): number {
  return (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b);
}

/** @param p between 0 and 1, ends included */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`betaQuantile needs 0 <= p <= 1, got ${p}`);
  if (p === 0 || p === 1) return p;
  // Solved from the side that holds less, so that small tails keep their digits.
  const atMiddle = betaCdf(0.5, a, b);
  return p <= atMiddle ? solve(p, a, b) : 1 - solve(1 - p, b, a);
}

function solve(p: number, a: number, b: number): number {
  return findRoot({
    low: 0,
    high: 0.5,
    start: Math.exp((Math.log(p) + Math.log(a) + logBeta(a, b)) / a),
    valueAt: (x) => betaCdf(x, a, b) - p,
    slopeAt: (x) => Math.exp(betaLogDensity(x, a, b)),
  });
}
