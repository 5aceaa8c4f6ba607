/** How many more ratings or reviews would make an answer sure: computed from the ranges of today, never guessed. */
import type { Estimate } from '@rapport/statistics';
import { enoughReviewsPerQuality } from './prepare-drivers.ts';

/** The step worth telling from nothing: 5 in 100. */
export const worthTelling = 0.05;

/**
 * Known outcomes in all from which a step of 5 in 100 could be told from nothing: a range narrows with the root of what
 * it rests on. Null where the range is that narrow already, or is not known.
 */
export function outcomesNeeded({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>, known: number): number | null {
  if (lower === null || upper === null || known === 0) return null;
  const half = (upper - lower) / 2;
  return half <= worthTelling ? null : roundUp(known * (half / worthTelling) ** 2);
}

/**
 * Reviewed conversations in all that take the machine's error out of one quality: thirty per quality compared, counted
 * where it was called for. Null where it comes up too rarely for what is here: more reviews of these would not cure that.
 */
export function reviewsFor({
  qualities,
  opportunities,
  conversations,
}: {
  /** Qualities in the comparison. */
  qualities: number;
  /** Conversations of all that called for it. */
  opportunities: number;
  conversations: number;
}): number | null {
  if (opportunities === 0) return null;
  const needed = roundUp((enoughReviewsPerQuality * qualities * conversations) / opportunities);
  return needed > conversations ? null : needed;
}

/** Two figures are as exact as such a forecast is. */
function roundUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.ceil(value / unit) * unit;
}
