import { type RawBuilder, sql } from 'kysely';

/**
 * A sum, 0 of nothing, that is the same in whatever order the rows are read: a sum of floating point is not, and an answer
 * counted anew would differ from the kept one in its last digit.
 */
export const exactSum = (value: RawBuilder<unknown>): RawBuilder<number> =>
  sql`coalesce(sum((${value})::numeric), 0)::float8`;

/** As `exactSum`, of the squares. */
export const exactSumOfSquares = (value: RawBuilder<unknown>): RawBuilder<number> =>
  sql`coalesce(sum((${value})::numeric * (${value})::numeric), 0)::float8`;
