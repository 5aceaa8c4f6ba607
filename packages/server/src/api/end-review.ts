/** Ends a review: whole or not at all, counted once, with the machine's reading of that moment beside it. */
import { scoreReview } from '@rapport/contract';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import type { Db } from '../store/open-store.ts';
import { markAssignmentDone } from '../store/reviews/assignments.ts';
import { loadMachineOpinion } from '../store/reviews/machine-reading.ts';
import { alreadyFinished, finishDraft, markRevised, type StoredReview } from '../store/reviews/reviews.ts';
import { loadScorecardVersion } from '../store/scorecards.ts';
import { askedCategories, checkIsWhole, checkReviewContent, factsOf } from './check-review-content.ts';
import { readOwnCategories } from './read-own-categories.ts';

/** @throws RapportError `bad-request` when something is not rated yet, `conflict` when it is finished already */
export async function endReview(
  db: Db,
  workspace: number,
  review: StoredReview,
  { seconds, now }: { seconds: number; now: Date },
): Promise<void> {
  if (review.state !== 'draft') throw alreadyFinished();
  const { content } = await loadScorecardVersion(db, workspace, String(review.versionId));
  const read = await loadConversationDetail(db, workspace, String(review.conversation), null);
  checkReviewContent(review.content, content, read);
  checkIsWhole(review.content, askedCategories(content, factsOf(read)));
  const { conversation, author, assignment, revises } = review;
  const { readings, scorerVersion } = await loadMachineOpinion(db, workspace, { conversation, author, content });
  const own = await readOwnCategories(db, workspace, { conversation, author, versionId: review.versionId, content });
  const { score } = scoreReview(content, ratingsOf(review));
  await finishDraft(db, workspace, review.id, { score, machine: [...readings, ...own], scorerVersion, seconds, now });
  if (revises !== null) await markRevised(db, workspace, revises);
  if (assignment !== null) await markAssignmentDone(db, workspace, assignment);
}

/** What was rated, as the arithmetic of the scorecard reads it. */
export const ratingsOf = ({ content }: Pick<StoredReview, 'content'>) =>
  content.ratings.flatMap(({ categoryId, chosen }) => (chosen === undefined ? [] : [{ categoryId, chosen }]));
