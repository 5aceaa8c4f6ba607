/**
 * Regularised incomplete gamma functions: P(a, x) below x and Q(a, x) above it.
 *
 * Use: chi-square and normal tails. Both sides are computed on their own, so a tail of 1e-30 keeps its digits.
 * Method: series below a + 1, continued fraction above (https://dlmf.nist.gov/8.9, Lentz's method).
 * Example: `upperGamma(0.5, 2)` → 0.0455
 */
import { logGamma } from './log-gamma.ts';

/** P(a, x) */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Q(a, x) = 1 - P(a, x) */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

function front(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a));
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let step = 1; step <= 20000; step += 1) {
    term *= x / (a + step);
    total += term;
    if (term < total * 1e-17) break;
  }
  return total * front(a, x);
}

function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let base = x + 1 - a;
  let numerator = 1 / tiny;
  let denominator = 1 / base;
  let value = denominator;
  for (let step = 1; step <= 20000; step += 1) {
    const factor = -step * (step - a);
    base += 2;
    denominator = factor * denominator + base;
    if (Math.abs(denominator) < tiny) denominator = tiny;
    numerator = base + factor / numerator;
    if (Math.abs(numerator) < tiny) numerator = tiny;
    denominator = 1 / denominator;
    const change = denominator * numerator;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value * front(a, x);
}
