/**
 * Regularised incomplete beta function I_x(a, b): the share of a beta distribution that lies below x.
 *
 * Use: t, F, beta and binomial tails are this function in other clothes.
 * Method: continued fraction (https://dlmf.nist.gov/8.17#v) by Lentz's method, on the side where it converges fast.
 * The caller gives x and y = 1 - x both, since computing 1 - x afterwards loses the small tails.
 * Example: `incompleteBeta({ x: 0.3, y: 0.7, a: 2, b: 3 })` → 0.3483
 */
import { logBeta } from './log-gamma.ts';

export interface BetaArgument {
  x: number;
  /** 1 - x, from its own formula where there is one. */
  y: number;
  a: number;
  b: number;
}

export function incompleteBeta({ x, y, a, b }: BetaArgument): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = Math.exp(a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a;
  return 1 - (front * fraction(y, b, a)) / b;
}

/** ln x, through the complement when x is close to 1. */
function logOf(x: number, y: number): number {
  return x > 0.5 ? Math.log1p(-y) : Math.log(x);
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let numerator = 1;
  let denominator = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = denominator;
  for (let step = 1; step <= 20000; step += 1) {
    const twice = 2 * step;
    const even = (step * (b - step) * x) / ((a + twice - 1) * (a + twice));
    denominator = 1 / away(1 + even * denominator);
    numerator = away(1 + even / numerator);
    value *= denominator * numerator;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + twice) * (a + twice + 1));
    denominator = 1 / away(1 + odd * denominator);
    numerator = away(1 + odd / numerator);
    const change = denominator * numerator;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;

  function away(number: number): number {
    return Math.abs(number) < tiny ? tiny : number;
  }
}
