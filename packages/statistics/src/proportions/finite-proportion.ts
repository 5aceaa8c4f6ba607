/**
 * A share among exactly N conversations, of which n were drawn at random and reviewed.
 *
 * Use: "how good were these 40 conversations?" The more of them are reviewed, the narrower the range; all reviewed:
 * exact. For "is this agent better?" (the process behind the conversations) use the plain rate instead.
 * Method: `exact` keeps every total whose hypergeometric tails both exceed half of 1 - level; `wilson` uses
 * n(N-1)/(N-n) reviews.
 * Source: Wright 1991, Exact Confidence Bounds when Sampling from Small Finite Universes; Cochran, Sampling Techniques.
 * Example: `estimateFiniteProportion({ passed: 17, n: 20, population: 40 }).upper` → 0.925
 */
import { hypergeometricLower, hypergeometricUpper } from '../distributions/hypergeometric-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, type Interval, innerLevel, refuse } from '../estimate.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface FiniteQuestion {
  passed: number;
  n: number;
  /** N, the size of the whole closed set. */
  population: number;
  level?: number;
}

export interface FiniteProportionQuestion extends FiniteQuestion {
  method?: 'exact' | 'wilson';
}

export function estimateFiniteProportion(question: FiniteProportionQuestion): Estimate {
  const { passed, n, population, level = defaultLevel, method = 'exact' } = question;
  const name = method === 'exact' ? 'hypergeometric' : 'wilson-finite';
  if (n === 0) return refuse('no_data', { n, method: name, level });
  const intervalAt = (wanted: number) =>
    method === 'exact'
      ? hypergeometricInterval({ passed, n, population, level: wanted })
      : finiteWilsonInterval({ passed, n, population, level: wanted });
  return estimateOf({
    value: passed / n,
    interval: intervalAt(level),
    inner: intervalAt(innerLevel),
    level,
    n,
    effectiveN: finiteEffectiveN(n, population),
    method: name,
  });
}

export function hypergeometricInterval({ passed, n, population, level = defaultLevel }: FiniteQuestion): Interval {
  const tail = (1 - level) / 2;
  const fewest = passed;
  const most = population - (n - passed);
  const possible = (passing: number) => ({ seen: passed, passing, total: population, drawn: n });
  // Tails move in one direction with the number passing, so the ends are found by halving, also for large N.
  const lowest = firstWhere(fewest, most, (passing) => hypergeometricUpper(possible(passing)) > tail);
  const highest = -firstWhere(-most, -fewest, (negated) => hypergeometricLower(possible(-negated)) > tail);
  return { lower: lowest / population, upper: highest / population };
}

export function finiteWilsonInterval({ passed, n, population, level = defaultLevel }: FiniteQuestion): Interval {
  const rate = passed / n;
  if (n >= population) return { lower: rate, upper: rate };
  return wilsonInterval({ rate, n: finiteEffectiveN(n, population), level });
}

/** n(N-1)/(N-n); n itself when everything was reviewed (then there is no doubt left to express). */
function finiteEffectiveN(n: number, population: number): number {
  return n >= population ? n : (n * (population - 1)) / (population - n);
}

/** The smallest whole number in [low, high] from which on `holds` is true; high when only that one does. */
function firstWhere(low: number, high: number, holds: (candidate: number) => boolean): number {
  let below = low;
  let above = high;
  while (below < above) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle + 1;
  }
  return below;
}
