/** What the pages of reviews say. */
import type { Category, DrawnWay, ReviewDetail, ReviewRow, ReviewTask, Verdict } from '@rapport/contract';
import { levelOfScore, scoreRating } from '@rapport/contract';
import { levelNames } from '../design/level-words.ts';

export const drawnWords: Record<DrawnWay, string> = {
  random: 'drawn at random',
  flagged: 'chosen to learn from, outside the numbers',
  chosen: 'chosen by a person, outside the numbers',
};

export const stateWords: Record<ReviewRow['state'], string> = {
  draft: 'draft',
  finished: 'finished',
  disputed: 'disputed, outside the numbers until decided',
  revised: 'revised, a newer one stands',
};

export const kindWords: Record<ReviewTask['kind'], string> = {
  assigned: 'review',
  self: 'self-review',
  peer: 'peer review',
};

/** A person's point on the three levels; null: not applicable; undefined: not rated. */
export function levelOf(category: Category, chosen: number | null | undefined): Verdict | null | undefined {
  return typeof chosen === 'number' ? levelOfScore(scoreRating(category, chosen)) : chosen;
}

export const levelWord = (level: Verdict | null): string => (level === null ? 'N/A' : levelNames[level]);

export interface ComparedCategory {
  category: Category;
  mine: Verdict | null;
  machine: NonNullable<ReviewDetail['comparison']>['machine'][number] | null;
  /** Both rated it and said something else. */
  differs: boolean;
}

/** Every rated category with both readings beside each other. */
export function compareCategories(review: ReviewDetail, categories: readonly Category[]): ComparedCategory[] {
  return categories.flatMap((category) => {
    const chosen = review.content.ratings.find(({ categoryId }) => categoryId === category.id)?.chosen;
    const mine = levelOf(category, chosen);
    if (mine === undefined) return [];
    const machine = review.comparison?.machine.find(({ categoryId }) => categoryId === category.id) ?? null;
    return [{ category, mine, machine, differs: machine !== null && machine.verdict !== mine }];
  });
}

/** "57.1–65.3", from shares. */
const rangeWords = ({ lower, upper }: { lower: number; upper: number }): string =>
  `${(lower * 100).toFixed(1)}–${(upper * 100).toFixed(1)}`;

type Worth = NonNullable<NonNullable<ReviewDetail['comparison']>['worth']>;

/** What the review bought, in a sentence or two; never a number without its range. */
export function worthWords(worth: Worth, quality: string): string {
  const { before, after, reviews, moreForThreePoints: more } = worth;
  if (after === null) return `The team’s rate of ${quality} needs more random reviews before it has a range.`;
  const now =
    before === null
      ? `The team’s rate of ${quality} has its first range: ${rangeWords(after)} in 100.`
      : `The team’s range of ${quality} went from ${rangeWords(before)} to ${rangeWords(after)} in 100.`;
  const wish =
    more === null || more === 0
      ? `It rests on ${reviews} random ${reviews === 1 ? 'judgement' : 'judgements'}.`
      : `About ${more.toLocaleString()} more would bring it within 3 points either way.`;
  return `${now} ${wish}`;
}

/** "Fri 7 Mar", or that there is no day. */
export function dueWords({ dueAt }: Pick<ReviewTask, 'dueAt'>, now: Date): string | null {
  if (dueAt === null) return null;
  const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
  const words = day.format(new Date(dueAt));
  return new Date(dueAt) < now ? `was due ${words}` : `due ${words}`;
}
