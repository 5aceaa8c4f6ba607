/**
 * Sum, mean and variance of a list.
 *
 * Use: everywhere below. The variance is the two-pass one: the one-pass form loses all digits on scores that differ
 * little (https://en.wikipedia.org/wiki/Algorithms_for_calculating_variance).
 * Example: `varianceOf([2, 4, 4, 6])` → 2.667
 */

export function sumOf(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** @throws RangeError on an empty list: the caller decides what "no data" means there. */
export function meanOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('mean of an empty list');
  return sumOf(values) / values.length;
}

/** Sum of squared distances from the mean. */
export function squaresOf(values: readonly number[]): number {
  const mean = meanOf(values);
  let total = 0;
  for (const value of values) total += (value - mean) ** 2;
  return total;
}

/** Variance with `freedom` taken off the divisor: 1 for a sample (default), 0 for a whole population. */
export function varianceOf(values: readonly number[], freedom = 1): number {
  if (values.length <= freedom) throw new RangeError('variance needs more values');
  return squaresOf(values) / (values.length - freedom);
}

/** Sum over pairs of (x - mean x)(y - mean y). */
export function crossSquaresOf(xs: readonly number[], ys: readonly number[]): number {
  const meanX = meanOf(xs);
  const meanY = meanOf(ys);
  let total = 0;
  for (const [index, x] of xs.entries()) total += (x - meanX) * ((ys[index] ?? meanY) - meanY);
  return total;
}

/** Rows gathered by a key, in the order in which the keys first appear. */
export function groupBy<T, K>(rows: Iterable<T>, keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Adds `amount` to what the map holds under `key`. */
export function addTo<K>(totals: Map<K, number>, key: K, amount: number): void {
  totals.set(key, (totals.get(key) ?? 0) + amount);
}
