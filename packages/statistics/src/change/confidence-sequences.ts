/**
 * Ranges that may be looked at every day: they hold at all times together, not only at the planned end.
 *
 * Use: a running verification. A usual p-value peeked at weekly lies; these cost 1.4 to 1.8 times the width (empirical
 * Bernstein 2 to 2.4).
 * Methods: pass rate (exact): all p with B(1+s, 1+f)/(p^s (1-p)^f) < 1/alpha; scores in [0, 1]: empirical Bernstein
 * (any sample size); means from about 30 rows on: asymptotic, tightest at `tightestAt` rows; two groups: mixture SPRT.
 * Source: Howard et al. 2021, https://doi.org/10.1214/20-AOS1991; Waudby-Smith & Ramdas 2024,
 * https://doi.org/10.1093/jrsssb/qkad009; Waudby-Smith et al. 2024; Johari et al. 2022, https://doi.org/10.1287/opre.2021.2135
 * Example: `rateSequence({ passed: 7, n: 10 }).upper` → 0.9634
 */
import { findRoot } from '../distributions/find-root.ts';
import { logBeta } from '../distributions/log-gamma.ts';
import { normalTwoSided } from '../distributions/normal-distribution.ts';
import { clip, type Interval } from '../estimate.ts';

/** The range after n rows of which `passed` passed. */
export function rateSequence({ passed, n, alpha = 0.05 }: { passed: number; n: number; alpha?: number }): Interval {
  const failed = n - passed;
  const evidence = (p: number) =>
    logBeta(1 + passed, 1 + failed) - weigh(passed, Math.log(p)) - weigh(failed, Math.log1p(-p)) + Math.log(alpha);
  const rate = n === 0 ? 0.5 : passed / n;
  const edge = 1e-15;
  const crosses = (end: number) => evidence(end) > 0;
  return {
    lower: rate > 0 && crosses(edge) ? findRoot({ low: edge, high: Math.min(rate, 1 - edge), valueAt: evidence }) : 0,
    upper:
      rate < 1 && crosses(1 - edge) ? findRoot({ low: Math.max(rate, edge), high: 1 - edge, valueAt: evidence }) : 1,
  };
}

/** 0 times minus infinity is 0 here. */
function weigh(count: number, logarithm: number): number {
  return count === 0 ? 0 : count * logarithm;
}

/** Empirical Bernstein, one running range per value; values lie in [0, 1]. */
export function bernsteinSequence(values: readonly number[], alpha = 0.05): Interval[] {
  let sum = 0;
  let squares = 0;
  let meanBefore = 0.5;
  let varianceBefore = 0.25;
  let weights = 0;
  let weighted = 0;
  let price = 0;
  let running: Interval = { lower: 0, upper: 1 };
  return values.map((value, place) => {
    const t = place + 1;
    const weight = Math.min(0.5, Math.sqrt((2 * Math.log(2 / alpha)) / (varianceBefore * t * Math.log(1 + t))));
    weights += weight;
    weighted += weight * value;
    price += 4 * (value - meanBefore) ** 2 * ((-Math.log1p(-weight) - weight) / 4);
    sum += value;
    meanBefore = (0.5 + sum) / (t + 1);
    squares += (value - meanBefore) ** 2;
    varianceBefore = (0.25 + squares) / (t + 1);
    const center = weighted / weights;
    const reach = (Math.log(2 / alpha) + price) / weights;
    running = {
      lower: Math.max(running.lower, clip(center - reach, 0, 1)),
      upper: Math.min(running.upper, clip(center + reach, 0, 1)),
    };
    return running;
  });
}

export interface AsymptoticSequence {
  rho: number;
  /** After each value: mean and range (use from about 30 values on, clipped to the scale). */
  at(count: number): Interval & { mean: number };
}

export function asymptoticSequence(
  values: readonly number[],
  { alpha = 0.05, tightestAt = 50 }: { alpha?: number; tightestAt?: number } = {},
): AsymptoticSequence {
  const rho = Math.sqrt((-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / tightestAt);
  return {
    rho,
    at(count) {
      const seen = values.slice(0, count);
      const t = seen.length;
      if (t === 0) throw new RangeError('a sequence needs a value');
      const mean = seen.reduce((sum, value) => sum + value, 0) / t;
      const deviation = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / t);
      const grown = t * rho * rho + 1;
      const reach = deviation * Math.sqrt(((2 * grown) / (t * t * rho * rho)) * Math.log(Math.sqrt(grown) / alpha));
      return { mean, lower: mean - reach, upper: mean + reach };
    },
  };
}

/**
 * The level at which a usual range is wide enough to be looked at any day, where an estimate gathers information until a
 * planned end: Robbins' normal mixture, tightest at that end.
 *
 * Holds for estimates whose later values carry everything the earlier ones did (Cov(D_s, D_t) = Var(D_t)), as a change
 * since a fixed "before" does: with V of the information at its end, reach = SE √((1 + 1/r) log((1 + r)/α²)), r = ρ² V.
 * Source: Robbins 1970; Howard et al. 2021; Jennison & Turnbull 1997 (information time).
 * Example: `lookingLevel({ share: 1 })` → 0.9976
 *
 * @param share information there is now of what there will be at the end, above 0
 */
export function lookingLevel({ share, alpha = 0.05 }: { share: number; alpha?: number }): number {
  const tuned = -2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1);
  const grown = tuned * share;
  const reach = Math.sqrt((1 + 1 / grown) * Math.log((1 + grown) / alpha ** 2));
  // A level that rounds to 1 has no quantile; whoever looks in the first hours gets the widest range there is.
  return Math.min(highestLevel, 1 - normalTwoSided(reach));
}

const highestLevel = 1 - 1e-12;

/** Always-valid p after each pair: the smallest so far of 1/Lambda. */
export function mixtureSprt(
  a: readonly number[],
  b: readonly number[],
  { variance, mixing }: { variance: number; mixing: number },
): number[] {
  let sumA = 0;
  let sumB = 0;
  let smallest = 1;
  return a.map((value, place) => {
    const t = place + 1;
    sumA += value;
    sumB += b[place] ?? 0;
    const noise = (2 * variance) / t;
    const difference = (sumA - sumB) / t;
    const exponent = (difference ** 2 * mixing) / (2 * noise * (noise + mixing));
    const evidence = Math.sqrt(noise / (noise + mixing)) * Math.exp(exponent);
    smallest = Math.min(smallest, 1 / evidence);
    return smallest;
  });
}
