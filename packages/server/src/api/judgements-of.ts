/** Random reviews and moments as judgements of one quality: passed or not, beside the machine's score. */
import { listCategories, metFrom, type QualityId, type ScorecardContent, scoreRating } from '@rapport/contract';
import type { RandomJudgement } from '@rapport/insight';
import type { Db } from '../store/open-store.ts';
import type { MomentFacts, ReviewFacts } from '../store/reviews/review-facts.ts';
import { loadScorecardVersion } from '../store/scorecards.ts';

export type Scorecards = ReadonlyMap<number, ScorecardContent>;

/** Each version that these reviews are pinned to. */
export async function loadScorecards(
  db: Db,
  workspace: number,
  reviews: readonly Pick<ReviewFacts, 'versionId'>[],
): Promise<Scorecards> {
  const found = new Map<number, ScorecardContent>();
  for (const id of new Set(reviews.map(({ versionId }) => versionId))) {
    found.set(id, (await loadScorecardVersion(db, workspace, String(id))).content);
  }
  return found;
}

/** A rating of 0–100 for the quality; null where it was not applicable, or is not on the scorecard. */
export function ratingOf(
  { content, versionId }: Pick<ReviewFacts, 'content' | 'versionId'>,
  quality: QualityId,
  scorecards: Scorecards,
): number | null {
  const scorecard = scorecards.get(versionId);
  const category =
    scorecard && listCategories(scorecard).find(({ kind }) => kind.type === 'quality' && kind.quality === quality);
  const chosen = content.ratings.find(({ categoryId }) => categoryId === category?.id)?.chosen ?? null;
  return category === undefined || chosen === null ? null : scoreRating(category, chosen);
}

/** A whole review comes before a single moment of the same service, which would count it twice. */
export function judgementsOf(
  quality: QualityId,
  {
    reviews,
    moments,
    scorecards,
  }: { reviews: readonly ReviewFacts[]; moments: readonly MomentFacts[]; scorecards: Scorecards },
): RandomJudgement[] {
  const whole = reviews.flatMap((review) => {
    const rating = ratingOf(review, quality, scorecards);
    const machine = review.machine[quality];
    if (rating === null || machine === undefined) return [];
    const { agent, reach, conversation } = review;
    return [{ agent, reach, conversation, machine, passed: rating >= metFrom, from: 'review' as const }];
  });
  const known = new Set(whole.map(({ agent, conversation }) => `${agent} ${conversation}`));
  const single = moments.flatMap(({ agent, reach, conversation, machine, verdict, quality: of }) =>
    of !== quality || verdict === 'no-opportunity' || known.has(`${agent} ${conversation}`)
      ? []
      : [{ agent, reach, machine, passed: verdict === 'met', from: 'moment' as const }],
  );
  return [...whole.map(({ conversation: _, ...rest }) => rest), ...single];
}
