/** The door of tables that somebody brings: a thread reads them, whatever is in them. */
import type { PastReviewOptions, PastReviewsRead } from '@rapport/intake';
import { openReaderApart, threadProgram } from './read-apart.ts';
import type { ScorecardRead, TableAnswer, TableTask } from './table-task.ts';

/** @throws RapportError as `ReaderApart.read`, or `unreadable-file` for what is no table at all */
export async function readPastReviewsApart(bytes: Uint8Array, options: PastReviewOptions): Promise<PastReviewsRead> {
  const answer = await reader.read({ holds: 'past-reviews', bytes, options });
  if ('reviews' in answer) return answer.reviews;
  throw new Error('the thread of tables answered with a scorecard');
}

/** @throws RapportError as `readPastReviewsApart` */
export async function readScorecardApart(bytes: Uint8Array): Promise<ScorecardRead> {
  const answer = await reader.read({ holds: 'scorecard', bytes });
  if ('scorecard' in answer) return answer.scorecard;
  throw new Error('the thread of tables answered with past reviews');
}

/** Some two hundred thousand lines take seconds and a few hundred bytes each. */
const limits = { milliseconds: 60_000, heapMegabytes: 384, waiting: 4 };
const reader = openReaderApart<TableTask, TableAnswer>(threadProgram('table-thread'), limits);
