/** A file of past reviews is kept: masked, saved whole and noted in the log; for the page and the command line. */
import { type PastReview, type PastReviewImport, type PastReviewProblem, RapportError } from '@rapport/contract';
import { maskText, type PastReviewsRead, qualityOf } from '@rapport/intake';
import { makeName } from '../jobs/mask-fragment.ts';
import { writeAudit } from '../store/audit.ts';
import type { Db } from '../store/open-store.ts';
import { savePastReviews } from '../store/past-reviews.ts';
import { loadPseudonymKey } from '../store/save-batch.ts';
import type { Person } from './permit.ts';

export interface PastReviewsGiven {
  read: PastReviewsRead;
  fileName: string;
  now: Date;
}

/** @throws RapportError `unreadable-file` when no row of it can be read; then nothing is kept */
export async function keepPastReviews(
  db: Db,
  person: Pick<Person, 'id' | 'name' | 'workspace'>,
  { read, fileName, now }: PastReviewsGiven,
): Promise<{ import: PastReviewImport; problems: PastReviewProblem[] }> {
  if (read.reviews.length === 0) throw nothingReadable(read.problems);
  const key = await loadPseudonymKey(db, person.workspace);
  const problems = read.problems.map((one) => ({ ...one, row: maskText(one.row).text }));
  const saved = await savePastReviews(db, person.workspace, {
    ...{ fileName, by: person.name, now, columns: read.columns, problems },
    reviews: read.reviews.map((one) => ({ ...maskReview(one, key), quality: qualityOf(one.category) })),
  });
  const { id, kept, refused } = saved;
  await writeAudit(db, person, { what: 'past-reviews-imported', object: id, detail: { kept, refused } });
  return { import: saved, problems: problems.slice(0, shownRows) };
}

const shownRows = 20;

/** People stay apart where their names are addresses: a made name stands for each. */
function maskReview(review: PastReview, key: Buffer): PastReview {
  const nameOf = (name: string): string => (maskText(name).text === name ? name : makeName(name, key));
  return {
    ...review,
    conversation: nameOf(review.conversation),
    reviewee: nameOf(review.reviewee),
    reviewer: nameOf(review.reviewer),
    comment: maskText(review.comment).text,
  };
}

export function nothingReadable(problems: readonly PastReviewProblem[]): RapportError {
  const [first] = problems;
  return new RapportError('unreadable-file', {
    what: `No row could be read. ${first === undefined ? '' : `Line ${first.line}: ${first.reason}`}`.trim(),
    why: 'Nothing was kept.',
    wayOut: first?.wayOut ?? 'Choose which column holds what.',
  });
}
