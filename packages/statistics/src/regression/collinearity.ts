/**
 * Can the columns be told apart at all?
 *
 * Use: before a regression is read. Two qualities that always move together share one effect, and no amount of rows says
 * whose it is.
 * Formula: VIF_k = k-th diagonal entry of the inverse correlation matrix; condition number = largest over smallest
 * eigenvalue of that matrix. Dropped columns as in R's lm: what adds nothing to the columns before it (tolerance 1e-7).
 * Source: Belsley, Kuh & Welsch 1980; R car::vif.
 * Example: `dependentColumns([[1, 2], [2, 4], [3, 6]])` → 1
 */
import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import { meanOf } from '../sums.ts';

export interface Collinearity {
  /** How many times the variance of a slope is inflated; null where a column is a sum of others or does not vary. */
  inflation: (number | null)[];
  /** null when the columns are exactly dependent. */
  conditionNumber: number | null;
}

export function describeCollinearity(rows: readonly (readonly number[])[]): Collinearity {
  const correlations = correlationMatrix(rows);
  const width = correlations.length;
  if (width === 0 || dependentColumns(rows).length > 0) {
    return { inflation: new Array<null>(width).fill(null), conditionNumber: null };
  }
  const matrix = new Matrix(correlations);
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  return {
    inflation: inverse(matrix).diagonal(),
    conditionNumber: Math.max(...realEigenvalues) / Math.min(...realEigenvalues),
  };
}

/** Correlations between the columns; 0 with a column that does not vary. */
export function correlationMatrix(rows: readonly (readonly number[])[]): number[][] {
  const columns = centredColumns(rows);
  const norms = columns.map((column) => Math.sqrt(dotOf(column, column)));
  return columns.map((one, i) =>
    columns.map((two, j) => {
      if (i === j) return 1;
      const scale = (norms[i] ?? 0) * (norms[j] ?? 0);
      return scale > 0 ? dotOf(one, two) / scale : 0;
    }),
  );
}

/** Columns (counted from 0) that are a constant or a sum of columns before them. */
export function dependentColumns(rows: readonly (readonly number[])[], tolerance = 1e-7): number[] {
  const kept: number[][] = [];
  return centredColumns(rows).flatMap((column, place) => {
    const size = Math.sqrt(dotOf(column, column));
    let rest = column;
    // Twice, because one pass of Gram-Schmidt leaves rounding of the size of the tolerance.
    for (let pass = 0; pass < 2; pass += 1) {
      for (const direction of kept) {
        const along = dotOf(rest, direction);
        rest = rest.map((value, row) => value - along * (direction[row] ?? 0));
      }
    }
    const left = Math.sqrt(dotOf(rest, rest));
    if (!(size > 0) || left <= tolerance * size || variesOnlyByRounding(rows, place, size)) return [place];
    kept.push(rest.map((value) => value / left));
    return [];
  });
}

function variesOnlyByRounding(rows: readonly (readonly number[])[], place: number, size: number): boolean {
  const largest = Math.max(...rows.map((row) => Math.abs(row[place] ?? 0)));
  return size <= 1e-12 * largest * Math.sqrt(rows.length);
}

function centredColumns(rows: readonly (readonly number[])[]): number[][] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, place) => {
    const column = rows.map((row) => row[place] ?? 0);
    const mean = meanOf(column);
    return column.map((value) => value - mean);
  });
}

function dotOf(one: readonly number[], two: readonly number[]): number {
  let total = 0;
  for (let row = 0; row < one.length; row += 1) total += (one[row] ?? 0) * (two[row] ?? 0);
  return total;
}
