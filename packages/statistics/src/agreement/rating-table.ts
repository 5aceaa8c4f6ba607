/**
 * Two raters' verdicts on the same items, counted into a table of levels.
 *
 * Use: the common ground of percent agreement, kappa and AC1. Items with a missing rating are left out.
 * Example: `countRatingTable({ levels: [1, 2], first: [1, 2, null], second: [1, 1, 2] }).n` → 2
 */
export interface PairedRatings {
  /** Every level of the scale in order, used or not. */
  levels: readonly number[];
  first: readonly (number | null)[];
  second: readonly (number | null)[];
}

export interface RatingTable {
  levels: number;
  n: number;
  /** shares[i][j]: share of items that the first rated level i and the second level j. */
  shares: number[][];
  firstShares: number[];
  secondShares: number[];
}

/** @throws RangeError when a rating is not one of the levels. */
export function countRatingTable({ levels, first, second }: PairedRatings): RatingTable {
  const size = levels.length;
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const placeOf = new Map(levels.map((level, index) => [level, index]));
  let n = 0;
  for (const [item, one] of first.entries()) {
    const two = second[item] ?? null;
    if (one === null || two === null) continue;
    const row = counts[placeOf.get(one) ?? -1];
    const column = placeOf.get(two);
    if (!row || column === undefined) throw new RangeError(`rating ${one} or ${two} is not one of the levels`);
    row[column] = (row[column] ?? 0) + 1;
    n += 1;
  }
  const shares = counts.map((row) => row.map((count) => (n === 0 ? 0 : count / n)));
  const indices = shares.map((_, index) => index);
  return {
    levels: size,
    n,
    shares,
    firstShares: indices.map((i) => sum(indices.map((j) => shares[i]?.[j] ?? 0))),
    secondShares: indices.map((j) => sum(indices.map((i) => shares[i]?.[j] ?? 0))),
  };
}

/** Share of items on which both gave the same level. */
export function agreementShare({ shares }: RatingTable): number {
  return sum(shares.map((row, index) => row[index] ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
