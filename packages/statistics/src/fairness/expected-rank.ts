/**
 * Rank only as a range: the expected place of each agent, and which pairs can be told apart at all.
 *
 * Use: instead of a league table. Most pairs cannot be told apart; say so.
 * Formula: expected rank of j = 1 + Σ_i P(θ_i > θ_j), best is 1; normal: Φ((m_i - m_j)/√(s_i² + s_j²)); beta posteriors:
 * ∫ density_i · cdf_j. Pairs: two-sided normal p with Benjamini-Hochberg over all pairs.
 * Source: Goldstein & Spiegelhalter 1996, https://doi.org/10.2307/2983325; Laird & Louis 1989.
 * Example: `expectedRanks([{ mean: 80, deviation: 3 }, { mean: 70, deviation: 4 }])` → 1.023, 1.977
 */
import { adjustPValues } from '../benjamini-hochberg.ts';
import { betaCdf, betaLogDensity, betaQuantile } from '../distributions/beta-distribution.ts';
import { integrate } from '../distributions/gauss-legendre.ts';
import { normalCdf, normalTwoSided } from '../distributions/normal-distribution.ts';
import { sumOf } from '../sums.ts';

export interface NormalBelief {
  mean: number;
  deviation: number;
}

export interface BetaBelief {
  a: number;
  b: number;
}

export function expectedRanks(beliefs: readonly NormalBelief[]): number[] {
  return ranksBy(beliefs, (one, two) => normalCdf(distance(one, two)));
}

export function expectedBetaRanks(beliefs: readonly BetaBelief[]): number[] {
  return ranksBy(beliefs, betaExceeds);
}

/** P(θ of the first > θ of the second). */
export function betaExceeds(first: BetaBelief, second: BetaBelief): number {
  // The narrower density is the one to integrate: the other's curve is smooth over it, not the other way round.
  return deviationOf(first) <= deviationOf(second) ? shareBelow(first, second) : 1 - shareBelow(second, first);
}

/** ∫ density of `own` times P(other < x). */
function shareBelow(own: BetaBelief, other: BetaBelief): number {
  // In the angle with x = sin², densities that rise without bound at 0 or 1 become smooth.
  const angle = (x: number) => Math.asin(Math.sqrt(x));
  const low = angle(betaQuantile(1e-15, own.a, own.b));
  const high = angle(betaQuantile(1 - 1e-15, own.a, own.b));
  const height = (theta: number) => {
    const x = Math.sin(theta) ** 2;
    const density = Math.exp(betaLogDensity(x, own.a, own.b));
    return 2 * Math.sin(theta) * Math.cos(theta) * density * betaCdf(x, other.a, other.b);
  };
  return integrate(height, low, high, 96);
}

function deviationOf({ a, b }: BetaBelief): number {
  return Math.sqrt((a * b) / (a + b + 1)) / (a + b);
}

export interface ComparedPair {
  first: number;
  second: number;
  p: number;
  /** Adjusted over all pairs; "clearly" needs it below .05. */
  adjusted: number;
}

/** Every pair, by position in the list. */
export function comparePairs(beliefs: readonly NormalBelief[]): ComparedPair[] {
  const pairs = beliefs.flatMap((one, first) =>
    beliefs.slice(first + 1).map((two, offset) => {
      return { first, second: first + 1 + offset, p: normalTwoSided(distance(one, two)) };
    }),
  );
  const adjusted = adjustPValues(pairs.map((pair) => pair.p));
  return pairs.map((pair, index) => ({ ...pair, adjusted: adjusted[index] ?? 1 }));
}

function distance(one: NormalBelief, two: NormalBelief): number {
  return (one.mean - two.mean) / Math.hypot(one.deviation, two.deviation);
}

function ranksBy<T>(beliefs: readonly T[], exceeds: (one: T, two: T) => number): number[] {
  return beliefs.map(
    (own, place) => 1 + sumOf(beliefs.map((other, index) => (index === place ? 0 : exceeds(other, own)))),
  );
}
