/**
 * Ordinary least squares, with standard errors that do not trust equal spread.
 *
 * Use: the ground of the analyses of change and drivers. Columns are given whole: put a column of ones for the
 * intercept.
 * Method: QR decomposition. HC3 for unequal spread; Newey-West for rows in time order (Bartlett weights, factor
 * n/(n - k)).
 * Source: MacKinnon & White 1985; Newey & West 1987; R sandwich.
 * Example: `fitLinearModel([[1, 0], [1, 1], [1, 2]], [1, 3, 5])?.coefficients` → 1, 2
 */
import { inverse, Matrix, QrDecomposition } from 'ml-matrix';
import { sumOf } from '../sums.ts';

export interface LinearModel {
  rows: readonly (readonly number[])[];
  coefficients: number[];
  residuals: number[];
  /** (X'X)⁻¹ */
  bread: Matrix;
  residualVariance: number;
  standardErrors: number[];
}

/** Null when columns are copies or sums of each other, or rows do not exceed columns. */
export function fitLinearModel(rows: readonly (readonly number[])[], y: readonly number[]): LinearModel | null {
  const columns = rows[0]?.length ?? 0;
  if (rows.length <= columns || columns === 0) return null;
  const x = new Matrix(rows.map((row) => [...row]));
  const qr = new QrDecomposition(x);
  if (!hasFullRank(qr.upperTriangularMatrix)) return null;
  const coefficients = qr.solve(Matrix.columnVector([...y])).to1DArray();
  const residuals = y.map((value, row) => value - dot(rows[row] ?? [], coefficients));
  const bread = inverse(x.transpose().mmul(x));
  const residualVariance = sumOf(residuals.map((rest) => rest * rest)) / (rows.length - columns);
  const standardErrors = coefficients.map((_, column) => Math.sqrt(residualVariance * bread.get(column, column)));
  return { rows, coefficients, residuals, bread, residualVariance, standardErrors };
}

/** Standard errors for unequal spread (HC3). */
export function heteroskedasticErrors({ rows, residuals, bread }: LinearModel): number[] {
  const pulls = rows.map((row, index) => {
    const leverage = dot(row, bread.mmul(Matrix.columnVector([...row])).to1DArray());
    return row.map((value) => (value * (residuals[index] ?? 0)) / (1 - leverage));
  });
  return sandwichErrors(bread, crossProduct(pulls, pulls, 0));
}

/** Standard errors for neighbours in time that resemble each other (Newey-West, `lag` rows back). */
export function neweyWestErrors({ rows, residuals, bread }: LinearModel, lag: number): number[] {
  const pulls = rows.map((row, index) => row.map((value) => value * (residuals[index] ?? 0)));
  const meat = crossProduct(pulls, pulls, 0);
  for (let back = 1; back <= lag; back += 1) {
    const across = crossProduct(pulls, pulls, back).mul(1 - back / (lag + 1));
    meat.add(across).add(across.transpose());
  }
  const columns = rows[0]?.length ?? 0;
  return sandwichErrors(bread, meat.mul(rows.length / (rows.length - columns)));
}

/** Durbin-Watson: near 2 when neighbouring residuals are unrelated, near 0 when they move together. */
export function durbinWatson(residuals: readonly number[]): number {
  const steps = residuals.slice(1).map((rest, index) => rest - (residuals[index] ?? 0));
  return sumOf(steps.map((step) => step * step)) / sumOf(residuals.map((rest) => rest * rest));
}

export function dot(row: readonly number[], other: readonly number[]): number {
  let total = 0;
  for (const [index, value] of row.entries()) total += value * (other[index] ?? 0);
  return total;
}

/** Σ over rows of (row of a) times (row of b, `back` rows earlier). */
function crossProduct(a: readonly number[][], b: readonly number[][], back: number): Matrix {
  const late = new Matrix(a.slice(back));
  const early = new Matrix(b.slice(0, b.length - back));
  return late.transpose().mmul(early);
}

function sandwichErrors(bread: Matrix, meat: Matrix): number[] {
  return bread
    .mmul(meat)
    .mmul(bread)
    .diagonal()
    .map((variance) => Math.sqrt(Math.max(0, variance)));
}

/** The diagonal of R shows by its size what a column adds to those before it. */
function hasFullRank(upper: Matrix): boolean {
  const sizes = upper.diagonal().map(Math.abs);
  return Math.min(...sizes) > 1e-10 * Math.max(...sizes);
}
