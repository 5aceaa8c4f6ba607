/** A table somebody brings: reviews made elsewhere, or a scorecard. */
import { type PastReviewOptions, type PastReviewsRead, readPastReviews, readScorecardTable } from '@rapport/intake';

export type TableTask =
  | { holds: 'past-reviews'; bytes: Uint8Array; options: PastReviewOptions }
  | { holds: 'scorecard'; bytes: Uint8Array };

export type ScorecardRead = Awaited<ReturnType<typeof readScorecardTable>>;
export type TableAnswer = { reviews: PastReviewsRead } | { scorecard: ScorecardRead };

/** @throws RapportError `unreadable-file` for a file that is no table at all */
export async function readTableTask(task: TableTask): Promise<TableAnswer> {
  return task.holds === 'past-reviews'
    ? { reviews: await readPastReviews(task.bytes, task.options) }
    : { scorecard: await readScorecardTable(task.bytes) };
}
