/**
 * Benjamini-Hochberg from ranges alone: of all comparisons on a screen, which may be called surely different?
 *
 * A range at level 1 − a that leaves zero out is the same as p ≤ a. The procedure rejects the k smallest p with
 * p ≤ q·k/m for the largest such k, so it is enough to know, for each comparison, the smallest k whose level
 * 1 − q·k/m still leaves zero out.
 * Source: Benjamini & Hochberg 1995.
 */
import { adjustPValues, type Estimate, isKnown, normalQuantile, normalTwoSided } from '@rapport/statistics';

export interface Comparison<Id> {
  id: Id;
  /** The estimate at another level, e.g. 0.9964 for the strictest of 14. */
  at: (level: number) => Estimate;
}

/** @returns ids that stay clear with at most `q` expected false claims among them. */
export function findClear<Id>(comparisons: readonly Comparison<Id>[], q = 0.05): Id[] {
  const m = comparisons.length;
  const ranks = comparisons.map(({ id, at }) => ({ id, rank: smallestRank(at, m, q) }));
  for (let k = m; k >= 1; k -= 1) {
    const within = ranks.filter(({ rank }) => rank !== null && rank <= k);
    if (within.length >= k) return within.map(({ id }) => id);
  }
  return [];
}

function smallestRank(at: Comparison<unknown>['at'], m: number, q: number): number | null {
  const clearAt = (k: number) => excludesZero(at(1 - (q * k) / m));
  if (!clearAt(m)) return null;
  let [low, high] = [1, m];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (clearAt(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

export function excludesZero({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): boolean {
  return lower !== null && upper !== null && (lower > 0 || upper < 0);
}

/**
 * The same where an estimate cannot be asked for at another level: the side of its range that faces zero, read as that of
 * a normal, tells its p. Wider ranges of few agents only make it more careful.
 */
export function areClear(estimates: readonly Estimate[], q = 0.05): boolean[] {
  const adjusted = adjustPValues(estimates.map(chanceOf));
  return estimates.map((one, place) => isKnown(one) && excludesZero(one) && (adjusted[place] ?? 1) < q);
}

function chanceOf(one: Estimate): number | null {
  if (!isKnown(one)) return null;
  const side = one.value >= 0 ? one.value - one.lower : one.upper - one.value;
  return side > 0 ? normalTwoSided((one.value / side) * normalQuantile(0.975)) : 1;
}
