/** The reading somebody contests, as it stands now: only of their own service, only a finished one. */
import { type DisputeOf, RapportError } from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import { findScore, type NewStoredDispute } from '../store/disputes.ts';
import type { Db } from '../store/open-store.ts';
import { loadReview } from '../store/reviews/reviews.ts';
import type { Person } from './permit.ts';

export type Contested = Omit<NewStoredDispute, 'proposed' | 'reason' | 'openedBy' | 'now'> & {
  /** From when on the agent could see it. */
  since: Date;
};

/** @throws RapportError `not-found`, the same for what is somebody else's and for what is not there */
export async function findContested(db: Db, { workspace, writesAs }: Person, of: DisputeOf): Promise<Contested> {
  if (of.about === 'machine') {
    const at = { conversation: numberOf(of.conversationId), author: numberOf(of.agentId), quality: of.quality };
    const score = writesAs.includes(at.author) ? await findScore(db, workspace, at) : null;
    if (score === null) throw nothingOfYours();
    const { verdict: stood, scorerVersion, since } = score;
    return { ...at, review: null, category: null, stood, scorerVersion, since };
  }
  const review = await loadReview(db, workspace, numberOf(of.reviewId)).catch(() => null);
  const rated = review?.content.ratings.find(({ categoryId }) => categoryId === of.categoryId);
  if (review === null || review.state !== 'finished' || !writesAs.includes(review.author) || rated === undefined) {
    throw nothingOfYours();
  }
  return {
    ...{ conversation: review.conversation, author: review.author, quality: null, scorerVersion: null },
    ...{ review: review.id, category: of.categoryId, stood: String(rated.chosen ?? notApplicable) },
    since: review.finishedAt ?? new Date(0),
  };
}

/** How "not applicable" is written where a point of a scale would stand. */
export const notApplicable = 'na';

const nothingOfYours = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such reading of your service.',
    wayOut: 'Your own page lists the conversations and reviews that are about you.',
  });
