/**
 * Firth's logistic regression: finite slopes where yes and no are separated perfectly, or nearly.
 *
 * Use: when the ordinary model answers `separated`. The slope says "at least strong", not how strong.
 * Formula: score X'(y - p + h(½ - p)) = 0 with h the leverages of the weighted fit; errors from (X'WX)⁻¹.
 * Source: Firth 1993, https://doi.org/10.1093/biomet/80.1.27; R brglm2 (AS_mean).
 * Example: `fitFirthModel([[1], [1], [1], [1]], [1, 1, 1, 1])?.coefficients` → 2.197
 */
import { inverse, Matrix } from 'ml-matrix';
import { dot } from './linear-model.ts';

export interface FirthModel {
  coefficients: number[];
  standardErrors: number[];
}

/** Null when the columns cannot be told apart. */
export function fitFirthModel(rows: readonly (readonly number[])[], outcomes: readonly number[]): FirthModel | null {
  const columns = rows[0]?.length ?? 0;
  if (rows.length <= columns || columns === 0) return null;
  let coefficients = new Array<number>(columns).fill(0);
  for (let step = 0; step < 500; step += 1) {
    const chances = rows.map((row) => 1 / (1 + Math.exp(-dot(row, coefficients))));
    const covariance = invert(rows, chances);
    if (!covariance) return null;
    const pulls = rows.map((row, place) => {
      const chance = chances[place] ?? 0;
      const leverage = chance * (1 - chance) * dot(row, covariance.mmul(Matrix.columnVector([...row])).to1DArray());
      return (outcomes[place] ?? 0) - chance + leverage * (0.5 - chance);
    });
    const score = coefficients.map((_, column) =>
      rows.reduce((sum, row, place) => sum + (row[column] ?? 0) * (pulls[place] ?? 0), 0),
    );
    const move = covariance.mmul(Matrix.columnVector(score)).to1DArray();
    const size = Math.max(...move.map(Math.abs));
    const damped = size > 2 ? 2 / size : 1;
    coefficients = coefficients.map((value, column) => value + damped * (move[column] ?? 0));
    if (size < 1e-11) return { coefficients, standardErrors: covariance.diagonal().map(Math.sqrt) };
  }
  return null;
}

function invert(rows: readonly (readonly number[])[], chances: readonly number[]): Matrix | null {
  const x = new Matrix(rows.map((row) => [...row]));
  const weighted = new Matrix(
    rows.map((row, place) => row.map((value) => value * (chances[place] ?? 0) * (1 - (chances[place] ?? 0)))),
  );
  try {
    const covariance = inverse(weighted.transpose().mmul(x));
    return covariance.diagonal().every((value) => value > 0 && value < 1e12) ? covariance : null;
  } catch {
    return null;
  }
}
