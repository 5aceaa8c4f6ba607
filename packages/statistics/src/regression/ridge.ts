/**
 * Ridge regression: slopes held back where columns cannot be told apart well.
 *
 * Use: prediction from many similar columns. The slopes are pulled towards 0, so they are no drivers.
 * Formula: on standardised columns and a centred outcome, (X'X + λI)⁻¹ X'y.
 * Source: Hoerl & Kennard 1970, https://doi.org/10.1080/00401706.1970.10488634
 * Example: `ridgeSlopes([[1], [2], [3]], [2, 4, 6], 0)` → 2.0
 */
import { Matrix, solve } from 'ml-matrix';
import { meanOf, varianceOf } from '../sums.ts';

/** Change of y per standard deviation of each column; null for a column that does not vary. */
export function ridgeSlopes(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  penalty: number,
): (number | null)[] {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2) return new Array<null>(width).fill(null);
  const columns = Array.from({ length: width }, (_, place) => standardise(rows.map((row) => row[place] ?? 0)));
  const kept = columns.flatMap((column, place) => (column ? [place] : []));
  if (kept.length === 0) return new Array<null>(width).fill(null);
  const x = new Matrix(rows.map((_, row) => kept.map((place) => columns[place]?.[row] ?? 0)));
  const meanY = meanOf(y);
  const cross = x.transpose().mmul(Matrix.columnVector(y.map((value) => value - meanY)));
  const inner = x.transpose().mmul(x).add(Matrix.eye(kept.length).mul(penalty));
  const slopes = solve(inner, cross).to1DArray();
  return columns.map((_, place) => (kept.includes(place) ? (slopes[kept.indexOf(place)] ?? null) : null));
}

function standardise(values: readonly number[]): number[] | null {
  const mean = meanOf(values);
  const deviation = Math.sqrt(varianceOf(values));
  return deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? values.map((value) => (value - mean) / deviation) : null;
}
