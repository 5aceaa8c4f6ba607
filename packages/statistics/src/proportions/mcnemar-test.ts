/**
 * Exact McNemar test: does one of two judges say "pass" more often on the same items?
 *
 * Use: is the machine stricter than people? Only items on which they differ count.
 * Formula: two-sided binomial test of b against c with chance 1/2; null when they never differ.
 * Source: https://en.wikipedia.org/wiki/McNemar%27s_test#Variations
 * Example: `mcnemarP({ onlyFirst: 9, onlySecond: 2 })` → 0.0654
 */
import { binomialCdf } from '../distributions/binomial-distribution.ts';

export function mcnemarP({ onlyFirst, onlySecond }: { onlyFirst: number; onlySecond: number }): number | null {
  const n = onlyFirst + onlySecond;
  if (n === 0) return null;
  return Math.min(1, 2 * binomialCdf(Math.min(onlyFirst, onlySecond), n, 0.5));
}
