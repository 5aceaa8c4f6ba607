/**
 * What the driver regression reads, as flat arrays: one row per conversation that was answered or reviewed.
 *
 * Blanks ("nothing called for it") are never a number: beside each score stands a column that says whether there was an
 * opportunity (part of the case mix), and the score is centred among the agent's conversations WITH one and 0 elsewhere,
 * so that its slope is read only where there was one.
 */
export interface DriverTable {
  /** Agent of each row, counted from 0. */
  agents: Int32Array;
  agentCount: number;
  /** Scores come first among the columns. */
  scoreCount: number;
  /** Columns of the outcome regression: centred scores, opportunities, case mix. */
  width: number;
  /** Row by row, `width` each. */
  columns: Float64Array;
  /** Columns that matter to reviews alone (who reviewed), row by row, `reviewWidth` each. */
  reviewColumns: Float64Array;
  reviewWidth: number;
  /** Row by row, 1 where the quality was called for. */
  opportunities: Uint8Array;
  outcomes: Float64Array;
  /** 0 where the outcome is not known. */
  weights: Float64Array;
  /** Human ratings row by row, NaN where there is none. */
  ratings: Float64Array;
}

/** Adds `factor` × one two' into a flat matrix at `at`. */
export function addProduct(
  target: Float64Array,
  at: number,
  one: Float64Array,
  two: Float64Array,
  factor: number,
): void {
  const height = one.length;
  const width = two.length;
  for (let i = 0; i < height; i += 1) {
    const scaled = factor * (one[i] ?? 0);
    if (scaled === 0) continue;
    const start = at + i * width;
    for (let j = 0; j < width; j += 1) target[start + j] = (target[start + j] ?? 0) + scaled * (two[j] ?? 0);
  }
}

/** Adds `factor` × row row' into a symmetric matrix of which only the lower triangle is kept, row by row, at `at`. */
export function addSquare(target: Float64Array, at: number, row: Float64Array, factor: number): void {
  let place = at;
  for (let i = 0; i < row.length; i += 1) {
    const scaled = factor * (row[i] ?? 0);
    if (scaled === 0) {
      place += i + 1;
      continue;
    }
    for (let j = 0; j <= i; j += 1) {
      target[place] = (target[place] ?? 0) + scaled * (row[j] ?? 0);
      place += 1;
    }
  }
}

/** Entries of the lower triangle of a matrix of this width. */
export const triangleOf = (width: number): number => (width * (width + 1)) / 2;

/** Where entry (i, j) of a symmetric matrix lies in its lower triangle. */
export const trianglePlace = (i: number, j: number): number => (i >= j ? triangleOf(i) + j : triangleOf(j) + i);
