/** After a dispute was accepted a revision with the decided rating stands in the place of the review. */
import { scoreReview } from '@rapport/contract';
import type { StoredDispute } from '../store/disputes.ts';
import type { Db } from '../store/open-store.ts';
import { finishDraft, loadReview, markRevised, startReview } from '../store/reviews/reviews.ts';
import { loadScorecardVersion } from '../store/scorecards.ts';
import { notApplicable } from './contested-reading.ts';
import { ratingsOf } from './end-review.ts';
import type { Person } from './permit.ts';

export async function reviseAsDecided(
  db: Db,
  { workspace }: Person,
  { review: reviewId, category }: StoredDispute,
  { decided, words, now }: { decided: string; words: string; now: Date },
): Promise<void> {
  if (reviewId === null) return;
  const review = await loadReview(db, workspace, reviewId);
  const chosen = decided === notApplicable ? null : Number(decided);
  const ratings = review.content.ratings.map((one) => (one.categoryId === category ? { ...one, chosen } : one));
  const revision = {
    ...review,
    ...{ content: { ...review.content, ratings }, revision: review.revision + 1, revises: review.id },
    revisionReason: words,
  };
  const started = await startReview(db, workspace, revision, now);
  if (started === null) throw new Error(`The review ${reviewId} has a revision already`);
  const { content } = await loadScorecardVersion(db, workspace, String(review.versionId));
  const { score } = scoreReview(content, ratingsOf(revision));
  const { machine, scorerVersion, seconds } = review;
  await finishDraft(db, workspace, started, { score, machine: machine ?? [], scorerVersion, seconds, now });
  await markRevised(db, workspace, review.id);
}
