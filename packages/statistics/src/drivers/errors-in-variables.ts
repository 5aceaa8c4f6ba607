/**
 * Errors in variables: slopes corrected with reliabilities that are known from elsewhere.
 *
 * Use: when reviews are too few for calibration but the reliability of each machine score is known. Assumes errors that
 * are independent between qualities; scores with a common halo break that, regression calibration does not.
 * Formula: (S_ww - diag((1 - rel) var w))⁻¹ S_wy; refused when the corrected matrix is not positive definite.
 * Source: Fuller 1987, Measurement Error Models.
 * Example: `errorsInVariables({ scores: [[1], [2], [3]], y: [1, 2, 3], reliability: [0.5] })` → 2
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { crossSquaresOf } from '../sums.ts';

export interface ReliabilityQuestion {
  scores: readonly (readonly number[])[];
  y: readonly number[];
  /** Share of each score's variance that is truth, 0 to 1. */
  reliability: readonly number[];
}

/** Null when so much of the spread is said to be error that no truth is left. */
export function errorsInVariables({ scores, y, reliability }: ReliabilityQuestion): number[] | null {
  const columns = reliability.map((_, place) => scores.map((row) => row[place] ?? 0));
  const freedom = scores.length - 1;
  if (freedom < 1 || columns.length === 0) return null;
  const truth = new Matrix(
    columns.map((one, i) =>
      columns.map((two, j) => (crossSquaresOf(one, two) / freedom) * (i === j ? (reliability[i] ?? 1) : 1)),
    ),
  );
  const cholesky = new CholeskyDecomposition(truth);
  if (!cholesky.isPositiveDefinite()) return null;
  return cholesky.solve(Matrix.columnVector(columns.map((column) => crossSquaresOf(column, y) / freedom))).to1DArray();
}
