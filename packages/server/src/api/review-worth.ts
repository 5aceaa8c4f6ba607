/** What one review bought: the range of the team's rate with it and without it. */
import type { QualityId, ReviewDetail, ScorecardContent } from '@rapport/contract';
import { estimateReviewRate, judgementsToMargin, type ReviewRate } from '@rapport/insight';
import type { Db } from '../store/open-store.ts';
import { listReaches } from '../store/reviews/reach.ts';
import { listJudgedMoments, listRandomReviews, listStrata } from '../store/reviews/review-facts.ts';
import type { StoredReview } from '../store/reviews/reviews.ts';
import { furthestApart } from './compare-readings.ts';
import { judgementsOf, loadScorecards } from './judgements-of.ts';
import type { Person } from './permit.ts';

type Worth = NonNullable<ReviewDetail['comparison']>['worth'];

/** @returns null for a review that enters no rate, or that rated nothing the machine read too */
export async function estimateWorth(
  db: Db,
  workspace: number,
  review: StoredReview,
  { content, person }: { content: ScorecardContent; person: Pick<Person, 'sees'> },
): Promise<Worth> {
  const quality = review.machine === null ? null : furthestApart(review.content, review.machine, content);
  if (quality === null || review.drawn !== 'random' || review.state !== 'finished') return null;
  const { withIt, without } = await rateWithAndWithout(db, workspace, { review: review.id, quality, person });
  return {
    quality,
    before: rangeOf(without),
    after: rangeOf(withIt),
    reviews: withIt.reviews + withIt.moments,
    moreForThreePoints: judgementsToMargin(withIt, 0.03),
  };
}

async function rateWithAndWithout(
  db: Db,
  workspace: number,
  { review, quality, person }: { review: number; quality: QualityId; person: Pick<Person, 'sees'> },
): Promise<{ withIt: ReviewRate; without: ReviewRate }> {
  const period = { from: null, to: null, sees: person.sees };
  const reaches = await listReaches(db, workspace);
  const strata = await listStrata(db, workspace, { period, reaches, quality });
  const reviews = await listRandomReviews(db, workspace, { period, reaches });
  const moments = await listJudgedMoments(db, workspace, { period, reaches });
  const scorecards = await loadScorecards(db, workspace, reviews);
  const rate = (kept: typeof reviews) =>
    estimateReviewRate(strata, judgementsOf(quality, { reviews: kept, moments, scorecards }));
  return { withIt: rate(reviews), without: rate(reviews.filter(({ id }) => id !== review)) };
}

const rangeOf = ({ team: { lower, upper } }: ReviewRate): { lower: number; upper: number } | null =>
  lower === null || upper === null ? null : { lower, upper };
