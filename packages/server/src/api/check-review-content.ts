/** Whether a filled scorecard fits its version and the conversation; what does not is named, never dropped. */
import {
  type Category,
  type ConditionFacts,
  type ConversationDetail,
  conditionHolds,
  listCategories,
  RapportError,
  type ReviewContent,
  type ReviewRating,
  type RootCause,
  type ScorecardContent,
} from '@rapport/contract';

export interface ReviewedText {
  messages: readonly { id: string; text: string }[];
}

/** What the conditions of categories look at. */
export const factsOf = ({
  channel,
  tags,
  signals,
}: Pick<ConversationDetail, 'channel' | 'tags' | 'signals'>): ConditionFacts => ({
  ...{ channel, tags, signals: signals.map(({ kind }) => kind) },
});

/** The categories that are asked of this conversation. */
export const askedCategories = (scorecard: ScorecardContent, facts: ConditionFacts): Category[] =>
  listCategories(scorecard).filter(({ condition }) => conditionHolds(condition, facts));

/** @throws RapportError `bad-request`, naming the category and what does not fit */
export function checkReviewContent(content: ReviewContent, scorecard: ScorecardContent, text: ReviewedText): void {
  const categories = new Map(listCategories(scorecard).map((one) => [one.id, one]));
  const seen = new Set<string>();
  for (const rating of content.ratings) {
    const category = categories.get(rating.categoryId);
    if (category === undefined) throw doesNotFit(`The scorecard has no category "${rating.categoryId}".`);
    if (seen.has(rating.categoryId)) throw doesNotFit(`"${category.name}" is rated twice.`);
    seen.add(rating.categoryId);
    checkPoint(rating, category);
    checkQuotes(rating, category, text);
  }
}

function checkPoint(
  { chosen, rootCauses }: ReviewRating,
  { name, scale, allowNa, rootCauses: causes }: Category,
): void {
  if (chosen === null && !allowNa) throw doesNotFit(`"${name}" cannot be left out as not applicable.`);
  if (typeof chosen === 'number' && chosen > scale.points) {
    throw doesNotFit(`"${name}" has ${scale.points} points, not ${chosen}.`);
  }
  const known = new Set(causeIds(causes));
  const unknown = rootCauses.find((id) => !known.has(id));
  if (unknown !== undefined) throw doesNotFit(`"${name}" has no reason "${unknown}".`);
}

function causeIds(causes: readonly RootCause[]): string[] {
  return causes.flatMap(({ id, children }) => [
    id,
    ...children.flatMap((branch) => [branch.id, ...branch.children.map((leaf) => leaf.id)]),
  ]);
}

function checkQuotes({ quotes }: ReviewRating, { name }: Category, { messages }: ReviewedText): void {
  for (const { messageId, start, end, quote } of quotes) {
    const message = messages.find(({ id }) => id === messageId);
    if (quote === '' || message?.text.slice(start, end) !== quote) {
      throw doesNotFit(`A quote under "${name}" is not what stands in the conversation.`);
    }
  }
}

const doesNotFit = (what: string): RapportError =>
  new RapportError('bad-request', {
    what,
    why: 'Nothing was changed; what was saved before is still there.',
    wayOut: 'Load the review again and rate it there.',
  });

/** @throws RapportError `bad-request` with the names of what is not rated yet */
export function checkIsWhole(content: ReviewContent, asked: readonly Category[]): void {
  const rated = new Set(
    content.ratings.filter(({ chosen }) => chosen !== undefined).map(({ categoryId }) => categoryId),
  );
  const open = asked.filter(({ id }) => !rated.has(id)).map(({ name }) => name);
  if (open.length === 0) return;
  const named = open.length > 4 ? `${open.slice(0, 3).join(', ')} and ${open.length - 3} more` : open.join(', ');
  throw new RapportError('bad-request', {
    what: `Not rated yet: ${named}.`,
    why: 'A review counts only whole: what was left open would look like what went well.',
    wayOut: 'Rate them, or say that they do not apply.',
  });
}
