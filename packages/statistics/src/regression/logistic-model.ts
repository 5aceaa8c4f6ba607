/**
 * Logistic regression: the chance of a yes from several columns.
 *
 * Use: expected rates from the case mix, the chance of answering a survey.
 * Method: iteratively reweighted least squares. When columns separate yes from no perfectly the slopes run away: the
 * answer is then `separated`, not a huge number.
 * Source: McCullagh & Nelder 1989; R glm(family = binomial).
 * Example: `fitLogisticModel([[1], [1], [1], [1]], [1, 1, 1, 0]).coefficients` → 1.0986
 */
import { inverse, Matrix } from 'ml-matrix';
import type { EstimateReason } from '../estimate.ts';
import { dot } from './linear-model.ts';

export interface LogisticModel {
  coefficients: number[] | null;
  standardErrors: number[] | null;
  /** Fitted chance of each row. */
  chances: number[];
  /** (X'WX)⁻¹ */
  covariance?: Matrix;
  reason?: EstimateReason;
}

/** @param weights one per row, e.g. 1/chance of answering; the standard errors then need a sandwich */
export function fitLogisticModel(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  weights?: readonly number[],
): LogisticModel {
  const weightOf = (row: number) => (weights ? (weights[row] ?? 0) : 1);
  const columns = rows[0]?.length ?? 0;
  if (rows.length <= columns) return refused('too_few_rows');
  if (outcomes.every((outcome) => outcome === outcomes[0])) return refused('outcome_constant');
  const x = new Matrix(rows.map((row) => [...row]));
  let coefficients = new Array<number>(columns).fill(0);
  for (let step = 0; step < 60; step += 1) {
    const chances = chancesOf(rows, coefficients);
    const weighted = new Matrix(
      rows.map((row, index) => row.map((value) => value * weightOf(index) * spread(chances[index] ?? 0))),
    );
    const information = weighted.transpose().mmul(x);
    const pull = x
      .transpose()
      .mmul(Matrix.columnVector(outcomes.map((outcome, index) => weightOf(index) * (outcome - (chances[index] ?? 0)))));
    const covariance = tryInverse(information);
    if (!covariance) return refused(step < 2 ? 'collinear' : 'separated');
    const move = covariance.mmul(pull).to1DArray();
    coefficients = coefficients.map((value, column) => value + (move[column] ?? 0));
    if (Math.max(...move.map(Math.abs)) < 1e-12 * (1 + Math.max(...coefficients.map(Math.abs)))) {
      const standardErrors = covariance.diagonal().map(Math.sqrt);
      return { coefficients, standardErrors, chances: chancesOf(rows, coefficients), covariance };
    }
  }
  return refused('separated');
}

function refused(reason: EstimateReason): LogisticModel {
  return { coefficients: null, standardErrors: null, chances: [], reason };
}

function chancesOf(rows: readonly (readonly number[])[], coefficients: readonly number[]): number[] {
  return rows.map((row) => 1 / (1 + Math.exp(-dot(row, coefficients))));
}

function spread(chance: number): number {
  return chance * (1 - chance);
}

/** Null when the matrix is singular, or so close to it that its inverse is rounding only. */
function tryInverse(matrix: Matrix): Matrix | null {
  const scale = matrix.diagonal().map((value) => 1 / Math.sqrt(value));
  if (scale.some((value) => !Number.isFinite(value) || value > 1e7)) return null;
  const even = new Matrix(
    matrix.to2DArray().map((row, i) => row.map((value, j) => value * (scale[i] ?? 0) * (scale[j] ?? 0))),
  );
  try {
    const inverted = inverse(even);
    if (inverted.diagonal().some((value) => !(value > 0 && value < 1e12))) return null;
    return new Matrix(
      inverted.to2DArray().map((row, i) => row.map((value, j) => value * (scale[i] ?? 0) * (scale[j] ?? 0))),
    );
  } catch {
    return null;
  }
}
