/**
 * What "no failure in n reviews" still allows: the upper bound of the failure rate.
 *
 * Use: never say 0% after 20 clean reviews; say "at most 14%".
 * Formula: exact 1 - (1-level)^(1/n); rule of three 3/n (https://en.wikipedia.org/wiki/Rule_of_three_(statistics)).
 * Example: `zeroFailuresUpper(20)` → 0.1391
 */
export function zeroFailuresUpper(n: number, level = 0.95): number {
  if (!(n > 0)) throw new RangeError('zeroFailuresUpper needs at least one review');
  return -Math.expm1(Math.log1p(-level) / n);
}

export function ruleOfThree(n: number): number {
  return Math.min(1, 3 / n);
}
