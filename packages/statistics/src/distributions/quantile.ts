/**
 * Sample quantile, type 7: the value below which a share p of a list lies, read off between its neighbours.
 *
 * Use: medians, percentile intervals of bootstraps. The one definition used everywhere here, the default of R and numpy
 * (Hyndman & Fan 1996, https://doi.org/10.2307/2684934).
 * Formula: h = (n - 1)p; x[floor h] + (h - floor h)(x[floor h + 1] - x[floor h]), x sorted from smallest.
 * Example: `quantile([1, 2, 3, 4], 0.25)` → 1.75
 */

/** @returns null for an empty list */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileOfSorted(sortAscending(values), p);
}

/** Several quantiles of one list, sorted once. */
export function quantiles(values: readonly number[], shares: readonly number[]): (number | null)[] {
  const sorted = sortAscending(values);
  return shares.map((p) => quantileOfSorted(sorted, p));
}

export function quantileOfSorted(sorted: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile needs 0 <= p <= 1, got ${p}`);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (position - Math.floor(position)) * (above - below);
}

export function sortAscending(values: readonly number[]): number[] {
  return [...values].sort((first, second) => first - second);
}
