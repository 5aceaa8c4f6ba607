/**
 * From ratings to one score, as the trade counts: a category is (chosen − min) / (max − min) · 100, a review is the mean
 * of its categories by weight. What is not applicable, or not rated yet, is in neither sum. A critical category below half
 * of its scale sets the review, or its group, to 0.
 *
 * It stands here because the editor, the server and the estimates must count alike.
 *
 * Example: met (weight 3) and missed (weight 1), nothing critical: (100 · 3 + 0 · 1) / 4 = 75.
 */
import { listCategories, type Rating, type ScorecardContent } from './scorecard.ts';
import type { Category } from './scorecard-category.ts';

export interface ReviewScore {
  /** 0–100, or null with a reason. */
  score: number | null;
  reason: 'nothing-rated' | 'all-not-applicable' | null;
  groups: GroupScore[];
  categories: CategoryScore[];
  /** Ids of the critical categories that set the whole review to 0. */
  zeroedBy: string[];
}

export interface GroupScore {
  id: string;
  /** The weighted mean of its rated categories; 0 when a critical one of the group failed; null when none is rated. */
  score: number | null;
  /** Ids of the critical categories that set the group to 0. */
  zeroedBy: string[];
}

export interface CategoryScore {
  id: string;
  /** What the rating says by itself: a failed critical category elsewhere does not touch it. */
  score: number | null;
  state: 'rated' | 'not-applicable' | 'not-rated';
  /** Share of the review's weight that it has among the rated categories, 0–1. */
  share: number;
}

/** Below this a critical category has failed. */
export const criticalPass = 50;

/** @throws RangeError for a point that the category's scale does not have. Ratings of unknown categories are left out. */
export function scoreReview(content: ScorecardContent, ratings: readonly Rating[]): ReviewScore {
  const chosen = new Map(ratings.map((one) => [one.categoryId, one.chosen]));
  const scores = new Map<string, number | null>();
  for (const category of listCategories(content)) {
    const point = chosen.get(category.id);
    if (point !== undefined) scores.set(category.id, point === null ? null : scoreRating(category, point));
  }
  return weighCategories(content, scores);
}

/** @throws RangeError for a point that the scale does not have */
export function scoreRating({ name, scale }: Pick<Category, 'name' | 'scale'>, chosen: number): number {
  if (!Number.isInteger(chosen) || chosen < 1 || chosen > scale.points) {
    throw new RangeError(`"${name}" has no point ${chosen} on its scale of ${scale.points}`);
  }
  return ((chosen - 1) / (scale.points - 1)) * 100;
}

/**
 * The same from category scores that are 0–100 already, such as the machine's.
 * @param scores by category id; null: not applicable; absent: not rated
 */
export function weighCategories(content: ScorecardContent, scores: ReadonlyMap<string, number | null>): ReviewScore {
  const groups: GroupScore[] = [];
  const counted: { weight: number; score: number }[] = [];
  const zeroedBy: string[] = [];
  let notApplicable = 0;
  for (const { id, categories } of content.groups) {
    const rated = categories.flatMap((category) => {
      const score = scores.get(category.id);
      if (score === null) notApplicable += 1;
      return score === null || score === undefined ? [] : [{ category, score }];
    });
    const failed = rated.filter(({ category, score }) => category.critical !== null && score < criticalPass);
    const ofGroup = failed.filter(({ category }) => category.critical === 'group').map(({ category }) => category.id);
    zeroedBy.push(
      ...failed.filter(({ category }) => category.critical === 'review').map(({ category }) => category.id),
    );
    const here = rated.map(({ category, score }) => ({
      weight: category.weight,
      score: ofGroup.length > 0 ? 0 : score,
    }));
    groups.push({ id, score: meanByWeight(here), zeroedBy: ofGroup });
    counted.push(...here);
  }
  const score = zeroedBy.length > 0 ? 0 : meanByWeight(counted);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score,
    reason: score !== null ? null : notApplicable > 0 ? 'all-not-applicable' : 'nothing-rated',
    groups,
    categories: listCategories(content).map(({ id, weight }) => describeCategory(id, scores.get(id), weight / total)),
    zeroedBy,
  };
}

function describeCategory(id: string, score: number | null | undefined, share: number): CategoryScore {
  if (score === undefined) return { id, score: null, state: 'not-rated', share: 0 };
  return score === null ? { id, score, state: 'not-applicable', share: 0 } : { id, score, state: 'rated', share };
}

/** Null without any. Kept between the lowest and the highest score, from which rounding could stray by a hair. */
function meanByWeight(rows: readonly { weight: number; score: number }[]): number | null {
  if (rows.length === 0) return null;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = rows.reduce((sum, { weight, score }) => sum + score * (weight / total), 0);
  const scores = rows.map(({ score }) => score);
  return Math.min(Math.max(...scores), Math.max(Math.min(...scores), mean));
}
