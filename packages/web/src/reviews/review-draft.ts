/** A review while it is being written: every change gives a new one, so that saving can compare and nothing is lost. */
import {
  type Category,
  type Evidence,
  listCategories,
  type ReviewContent,
  type ReviewDetail,
  type ReviewRating,
} from '@rapport/contract';

export type RatingChange = Partial<Pick<ReviewRating, 'rootCauses' | 'comment'>> & { chosen?: number | null };

export const ratingOf = (content: ReviewContent, categoryId: string): ReviewRating =>
  content.ratings.find((one) => one.categoryId === categoryId) ?? {
    ...{ categoryId, rootCauses: [], quotes: [], comment: '' },
  };

function change(
  content: ReviewContent,
  categoryId: string,
  changed: (rating: ReviewRating) => ReviewRating,
): ReviewContent {
  const next = changed(ratingOf(content, categoryId));
  const isKnown = content.ratings.some((one) => one.categoryId === categoryId);
  const ratings = isKnown
    ? content.ratings.map((one) => (one.categoryId === categoryId ? next : one))
    : [...content.ratings, next];
  return { ...content, ratings };
}

/** The same point again takes it back: a slip of a key must not stay. */
export const rate = (content: ReviewContent, categoryId: string, chosen: number | null): ReviewContent =>
  change(content, categoryId, ({ chosen: before, ...rest }) => (before === chosen ? rest : { ...rest, chosen }));

export const describeRating = (content: ReviewContent, categoryId: string, changed: RatingChange): ReviewContent =>
  change(content, categoryId, (rating) => ({ ...rating, ...changed }));

/** Once; the same words twice under one category say no more. */
export const addQuote = (content: ReviewContent, categoryId: string, quote: Evidence): ReviewContent =>
  change(content, categoryId, (rating) =>
    rating.quotes.some((one) => isSame(one, quote)) ? rating : { ...rating, quotes: [...rating.quotes, quote] },
  );

export const removeQuote = (content: ReviewContent, categoryId: string, quote: Evidence): ReviewContent =>
  change(content, categoryId, (rating) => ({
    ...rating,
    quotes: rating.quotes.filter((one) => !isSame(one, quote)),
  }));

const isSame = (one: Evidence, other: Evidence): boolean =>
  one.messageId === other.messageId && one.start === other.start && one.end === other.end;

/** The categories asked of this conversation, in the order in which they are read. */
export const askedOf = ({ scorecard, asked }: Pick<ReviewDetail, 'scorecard' | 'asked'>): Category[] =>
  listCategories(scorecard.version.content).filter(({ id }) => asked.includes(id));

export interface Tally {
  rated: number;
  all: number;
  quotes: number;
  /** The first category without a rating. */
  open: string | null;
}

export function tallyOf(content: ReviewContent, categories: readonly Category[]): Tally {
  const open = categories.filter(({ id }) => ratingOf(content, id).chosen === undefined);
  return {
    rated: categories.length - open.length,
    all: categories.length,
    quotes: content.ratings.reduce((sum, { quotes }) => sum + quotes.length, 0),
    open: open[0]?.id ?? null,
  };
}
