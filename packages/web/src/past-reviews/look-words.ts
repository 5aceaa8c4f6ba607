/** What a person chose about a file, and how it is said. */
import type { PastReviewColumns, PastReviewField, PastReviewsLook } from '@rapport/contract';
import type { FileChoice } from './use-past-reviews.ts';

export const fieldNames: Record<PastReviewField, string> = {
  conversation: 'Conversation (needed)',
  reviewee: 'Whose service it was',
  reviewer: 'Who reviewed it',
  category: 'Category (needed)',
  rating: 'Rating (needed)',
  scale: 'Scale',
  comment: 'Comment',
  date: 'Day of the review',
};

/** As said, or as guessed. */
export const chosenColumns = (look: PastReviewsLook, { columns }: FileChoice): PastReviewColumns =>
  columns ?? Object.fromEntries(look.columns.flatMap(({ column, field }) => (field === null ? [] : [[field, column]])));

/** One field on another column; a column holds one field, so it is taken from whichever had it. */
export function columnOf(columns: PastReviewColumns, field: PastReviewField, column: string): PastReviewColumns {
  const others = Object.entries(columns).filter(([other, held]) => other !== field && held !== column);
  return Object.fromEntries(column === '' ? others : [...others, [field, column]]);
}

/** "Greeting from 0 to 1; Tone from 1 to 5." */
export function scaleSentence(scales: PastReviewsLook['scales']): string {
  const shown = scales.slice(0, 6).map(({ category, lowest, highest }) => `${category} from ${lowest} to ${highest}`);
  const more = scales.length - shown.length;
  return `Where it names no scale: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}
