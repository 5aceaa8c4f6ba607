/** What can be contested, with every other reading there is. */
import { listCategories, type QualityId, qualityWords, type ReviewDetail, type ScoreVerdict } from '@rapport/contract';
import type { Contestable } from './ContestDialog.tsx';

const readings: Record<ScoreVerdict, string> = {
  met: 'Met',
  partly: 'Partly',
  missed: 'Missed',
  'no-opportunity': 'Nothing called for it',
};

export function contestable(
  conversationId: string,
  agentId: string,
  quality: QualityId,
  verdict: ScoreVerdict,
): Contestable {
  const choices = Object.entries(readings).map(([value, name]) => ({ value, name }));
  return {
    of: { about: 'machine', conversationId, agentId, quality },
    name: qualityWords[quality].name,
    stands: readings[verdict],
    choices: choices.filter(({ value }) => value !== verdict),
  };
}

/** How "not applicable" is written where a point of a scale would stand. */
const notApplicable = { value: 'na', name: 'Not applicable' };

/** One category of a finished review; null where it was not rated. */
export function contestableRating(review: ReviewDetail, categoryId: string): Contestable | null {
  const category = listCategories(review.scorecard.version.content).find(({ id }) => id === categoryId);
  const rating = review.content.ratings.find((one) => one.categoryId === categoryId);
  if (category === undefined || rating?.chosen === undefined) return null;
  const points = category.scale.labels.map((name, at) => ({ value: String(at + 1), name }));
  const all = category.allowNa ? [...points, notApplicable] : points;
  const stands = String(rating.chosen ?? notApplicable.value);
  return {
    of: { about: 'review', reviewId: review.id, categoryId },
    name: category.name,
    stands: all.find(({ value }) => value === stands)?.name ?? stands,
    choices: all.filter(({ value }) => value !== stands),
  };
}
