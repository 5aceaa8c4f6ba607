/**
 * Solves symmetric systems on flat arrays, thousands of times a second.
 *
 * Use: bootstraps, where the same small system is solved for every draw. A column that adds nothing to those before it
 * (an agent mix in which a channel never occurs) gets the coefficient 0 instead of breaking the draw.
 * Method: Cholesky factor, row by row; pivots below 1e-9 of their diagonal are skipped.
 * Source: Golub & Van Loan, Matrix Computations, 4.2.
 * Example: `[...solveSymmetric(Float64Array.of(4, 2, 2, 3), Float64Array.of(8, 7), 2)]` → 1.25, 1.50
 */

/** Lower Cholesky factor in a new array; a skipped column has a diagonal of 0. */
export function factorise(matrix: Float64Array, size: number): Float64Array {
  return factoriseFrom(matrix, size, (row, column) => row * size + column);
}

/** The same of a matrix of which only the lower triangle is kept, row by row. */
export function factoriseTriangle(triangle: Float64Array, size: number): Float64Array {
  return factoriseFrom(triangle, size, (row, column) => (row * (row + 1)) / 2 + column);
}

function factoriseFrom(
  matrix: Float64Array,
  size: number,
  placeOf: (row: number, column: number) => number,
): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let value = matrix[placeOf(row, column)] ?? 0;
      for (let place = 0; place < column; place += 1) {
        value -= (factor[row * size + place] ?? 0) * (factor[column * size + place] ?? 0);
      }
      if (row === column) {
        const scale = matrix[placeOf(row, row)] ?? 0;
        factor[row * size + row] = value > 1e-9 * scale && scale > 0 ? Math.sqrt(value) : 0;
      } else {
        const pivot = factor[column * size + column] ?? 0;
        factor[row * size + column] = pivot > 0 ? value / pivot : 0;
      }
    }
  }
  return factor;
}

/** Coefficients for one right side; 0 where the factor skipped the column. */
export function solveFactor(factor: Float64Array, right: ArrayLike<number>, size: number): Float64Array {
  const solved = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const pivot = factor[row * size + row] ?? 0;
    if (pivot === 0) continue;
    let value = right[row] ?? 0;
    for (let place = 0; place < row; place += 1) value -= (factor[row * size + place] ?? 0) * (solved[place] ?? 0);
    solved[row] = value / pivot;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const pivot = factor[row * size + row] ?? 0;
    if (pivot === 0) continue;
    let value = solved[row] ?? 0;
    for (let place = row + 1; place < size; place += 1)
      value -= (factor[place * size + row] ?? 0) * (solved[place] ?? 0);
    solved[row] = value / pivot;
  }
  return solved;
}

export function solveSymmetric(matrix: Float64Array, right: ArrayLike<number>, size: number): Float64Array {
  return solveFactor(factorise(matrix, size), right, size);
}

/** Any square system, by elimination with row exchange; null when it is singular. */
export function solveSquare(matrix: Float64Array, right: ArrayLike<number>, size: number): Float64Array | null {
  const left = Float64Array.from(matrix);
  const solved = Float64Array.from(right);
  let largest = 0;
  for (const value of left) largest = Math.max(largest, Math.abs(value));
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(left[row * size + column] ?? 0) > Math.abs(left[best * size + column] ?? 0)) best = row;
    }
    const pivot = left[best * size + column] ?? 0;
    if (!(Math.abs(pivot) > 1e-10 * largest)) return null;
    if (best !== column) swapRows(left, solved, size, { one: best, two: column });
    for (let row = column + 1; row < size; row += 1) {
      const factor = (left[row * size + column] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let place = column; place < size; place += 1) {
        left[row * size + place] = (left[row * size + place] ?? 0) - factor * (left[column * size + place] ?? 0);
      }
      solved[row] = (solved[row] ?? 0) - factor * (solved[column] ?? 0);
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let value = solved[row] ?? 0;
    for (let place = row + 1; place < size; place += 1) value -= (left[row * size + place] ?? 0) * (solved[place] ?? 0);
    solved[row] = value / (left[row * size + row] ?? 1);
  }
  return solved;
}

function swapRows(left: Float64Array, right: Float64Array, size: number, { one, two }: { one: number; two: number }) {
  for (let place = 0; place < size; place += 1) {
    const kept = left[one * size + place] ?? 0;
    left[one * size + place] = left[two * size + place] ?? 0;
    left[two * size + place] = kept;
  }
  const kept = right[one] ?? 0;
  right[one] = right[two] ?? 0;
  right[two] = kept;
}
