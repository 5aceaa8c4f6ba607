/**
 * Slopes per human point from sums of products: the machine's slopes, set right by what reviews say about the machine.
 *
 * Method: naive slopes b = (X'WX)⁻¹X'Wy. Reviews give, per quality, its line L_k on ALL machine scores and the case mix,
 * fitted where the quality was called for. What that line predicts, seen through the same regression, is the column
 * Π_k = score part of (X'WX)⁻¹X'W(line k where called for); the corrected slopes solve Π β = b. Without blanks Π is the
 * matrix of calibration slopes and this is regression calibration in its matrix form.
 * Source: Carroll, Ruppert, Stefanski & Crainiceanu, Measurement Error in Nonlinear Models, ch. 4.
 */
import { factoriseTriangle, solveFactor, solveSquare } from '../regression/symmetric-solve.ts';
import type { SumsLayout } from './driver-sums.ts';
import { triangleOf } from './driver-table.ts';

export interface DriverSlopes {
  /** Per machine point, every score. */
  naive: Float64Array;
  /** Per human point, in the order of `layout.corrected`; null when the calibration cannot be inverted. */
  corrected: Float64Array | null;
}

export function solveDrivers(sum: Float64Array, layout: SumsLayout): DriverSlopes {
  const { width, scoreCount, corrected } = layout;
  const inner = factoriseTriangle(sum.subarray(layout.innerAt, layout.crossAt), width);
  const slopes = solveFactor(inner, sum.subarray(layout.crossAt, layout.crossAt + width), width);
  const naive = slopes.slice(0, scoreCount);
  const count = corrected.length;
  if (count === 0) return { naive, corrected: null };
  const projection = new Float64Array(count * count);
  const full = width + layout.reviewWidth;
  const grams = new Map<number, Float64Array>();
  for (let place = 0; place < count; place += 1) {
    const gramAt = layout.gramAt[place] ?? 0;
    const gram = grams.get(gramAt) ?? factoriseTriangle(sum.subarray(gramAt, gramAt + triangleOf(full)), full);
    grams.set(gramAt, gram);
    const crossAt = layout.reviewCrossAt[place] ?? 0;
    const line = solveFactor(gram, sum.subarray(crossAt, crossAt + full), full);
    const seen = seenThrough(sum, layout, inner, { line, at: layout.predictedAt[place] ?? null });
    for (let row = 0; row < count; row += 1) projection[row * count + place] = seen[corrected[row] ?? 0] ?? 0;
  }
  const right = Float64Array.from(corrected, (quality) => naive[quality] ?? 0);
  return { naive, corrected: solveSquare(projection, right, count) };
}

/** Coefficients of the predicted rating in the regression of the outcome. */
function seenThrough(
  sum: Float64Array,
  { width }: SumsLayout,
  inner: Float64Array,
  { line, at }: { line: Float64Array; at: number | null },
): Float64Array {
  if (at === null) return line;
  const pull = new Float64Array(width);
  let place = at;
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const entry = sum[place] ?? 0;
      pull[row] = (pull[row] ?? 0) + entry * (line[column] ?? 0);
      if (column < row) pull[column] = (pull[column] ?? 0) + entry * (line[row] ?? 0);
      place += 1;
    }
  }
  return solveFactor(inner, pull, width);
}
