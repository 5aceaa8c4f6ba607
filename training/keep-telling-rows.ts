/** Leaves out features that hardly move what is read, where columns differ in the size of their weights. */
import type { KeptRows } from './drop-weak-rows.ts';
import type { Example } from './example.ts';

/**
 * Keeps the `count` rows that move their columns most over the texts those are for: large weights of common features. By
 * the size of weights alone (`dropWeakRows`), a column with large weights would take the place of the others.
 */
export const keepTellingRows = (
  keys: Int32Array,
  rows: Float32Array,
  examplesOfColumns: readonly (readonly Example[])[],
  count: number,
): KeptRows => {
  const width = examplesOfColumns.length;
  const shares = new Float64Array(keys.length);
  for (const [column, examples] of examplesOfColumns.entries()) {
    const moved = new Float64Array(keys.length);
    let total = 0;
    for (const { features, amounts, weight } of examples) {
      for (let at = 0; at < features.length; at += 1) {
        const row = features[at] ?? 0;
        const size = weight * ((amounts[at] ?? 0) * (rows[row * width + column] ?? 0)) ** 2;
        moved[row] = (moved[row] ?? 0) + size;
        total += size;
      }
    }
    for (let row = 0; row < keys.length; row += 1) shares[row] = (shares[row] ?? 0) + (moved[row] ?? 0) / (total || 1);
  }
  const kept = Int32Array.from(
    [...keys.keys()].sort((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0) || one - other).slice(0, count),
  ).sort();
  const left = new Float32Array(kept.length * width);
  for (const [to, row] of kept.entries()) left.set(rows.subarray(row * width, (row + 1) * width), to * width);
  return { keys: kept.map((row) => keys[row] ?? 0), rows: left };
};
