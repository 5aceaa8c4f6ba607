/**
 * Regression coefficients when the outcome is known for a few rows and predicted for many.
 *
 * Use: expert option; the machine's prediction may be biased, the few true outcomes correct it.
 * Formula: β = OLS(X_u, ŷ_u) + OLS(X, y - ŷ); covariance H⁻¹ (n/M cov(x_u r_u) + cov(x (r - r̂))) H⁻¹ / n with H the
 * pooled X'X/(n+M).
 * Source: Angelopoulos et al. 2023, https://doi.org/10.1126/science.adi6000
 * Example: `predictionPoweredRegression({ x: [[1], [1]], y: [1, 3], predicted: [1, 2], xMore: [[1], [1]], predictedMore: [2, 2] }).coefficients` → 2.5
 */
import { inverse, Matrix, solve } from 'ml-matrix';
import { meanOf } from '../sums.ts';

export interface PredictedRegressionQuestion {
  /** Rows with a known outcome; include a column of ones for the intercept. */
  x: readonly (readonly number[])[];
  y: readonly number[];
  predicted: readonly number[];
  /** Rows with a predicted outcome only. */
  xMore: readonly (readonly number[])[];
  predictedMore: readonly number[];
}

export interface PredictedRegression {
  coefficients: number[];
  standardErrors: number[];
}

export function predictionPoweredRegression(question: PredictedRegressionQuestion): PredictedRegression {
  const { x, y, predicted, xMore, predictedMore } = question;
  const n = y.length;
  const gaps = y.map((value, row) => value - (predicted[row] ?? 0));
  const fromMachine = leastSquares(xMore, predictedMore);
  const correction = leastSquares(x, gaps);
  const coefficients = fromMachine.map((value, column) => value + (correction[column] ?? 0));
  // The gradient of a row is x (x·β - y); the difference of the true and the predicted one is -x times the gap.
  const moreGradients = xMore.map((row, index) => scaled(row, dot(row, coefficients) - (predictedMore[index] ?? 0)));
  const gapGradients = x.map((row, index) => scaled(row, -(gaps[index] ?? 0)));
  const middle = covariance(gapGradients).add(covariance(moreGradients).mul(n / xMore.length));
  const all = toMatrix([...x, ...xMore]);
  const bread = inverse(
    all
      .transpose()
      .mmul(all)
      .div(n + xMore.length),
  );
  const spread = bread.mmul(middle).mmul(bread);
  return { coefficients, standardErrors: coefficients.map((_, column) => Math.sqrt(spread.get(column, column) / n)) };
}

function leastSquares(x: readonly (readonly number[])[], y: readonly number[]): number[] {
  return solve(toMatrix(x), Matrix.columnVector([...y])).to1DArray();
}

function toMatrix(rows: readonly (readonly number[])[]): Matrix {
  return new Matrix(rows.map((row) => [...row]));
}

function covariance(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const means = Array.from({ length: columns }, (_, column) => meanOf(rows.map((row) => row[column] ?? 0)));
  const centred = toMatrix(rows.map((row) => row.map((value, column) => value - (means[column] ?? 0))));
  return centred
    .transpose()
    .mmul(centred)
    .div(rows.length - 1);
}

function dot(row: readonly number[], other: readonly number[]): number {
  return row.reduce((sum, value, column) => sum + value * (other[column] ?? 0), 0);
}

function scaled(row: readonly number[], factor: number): number[] {
  return row.map((value) => value * factor);
}
