/** Changes since last week as names, scales and addresses; what they claim is written by the server. */
import {
  type ChangeOutcome,
  type ChangeRow,
  type ConversationFilter,
  type QualityId,
  qualityIds,
  qualityWords,
} from '@rapport/contract';
import { changeWords, differenceWords } from '../design/estimate-words.ts';
import type { SpanScale, SpanTone } from '../design/span-geometry.ts';

const outcomes: Record<ChangeOutcome, { name: string; behind: ConversationFilter }> = {
  satisfied: { name: 'Satisfied, asked', behind: { rated: 'satisfied' } },
  resolved: { name: 'Resolved', behind: { resolved: 'yes' } },
  'wrote-again': { name: 'Had to write again', behind: { signal: 'wrote-again' } },
  feeling: { name: 'Feeling, a hint', behind: { feeling: 'lifted' } },
};

const isQuality = (subject: ChangeRow['subject']): subject is QualityId => qualityIds.some((id) => id === subject);

export const changeName = (subject: ChangeRow['subject']): string =>
  isQuality(subject) ? qualityWords[subject].name : outcomes[subject].name;

/** The conversations of the newest week behind a row. */
export const behindChange = ({ subject, week }: Pick<ChangeRow, 'subject' | 'week'>): ConversationFilter => ({
  ...(isQuality(subject) ? { quality: subject } : outcomes[subject].behind),
  from: week.from,
  to: week.to,
});

/** Colour only for a real change: better or worse. */
export const changeTone = ({ isBetter }: Pick<ChangeRow, 'isBetter'>): SpanTone =>
  isBetter === null ? 'unsure' : isBetter ? 'strength' : 'attention';

export const differenceOf = ({ subject, difference }: Pick<ChangeRow, 'subject' | 'difference'>): string =>
  (subject === 'feeling' ? changeWords(difference) : differenceWords(difference)).sentence;

/** One scale for all shares; feelings run on their own. */
export function changeScale(subject: ChangeRow['subject'], rows: readonly ChangeRow[]): SpanScale {
  const own = rows.filter((one) => (one.subject === 'feeling') === (subject === 'feeling'));
  const reach = Math.max(
    subject === 'feeling' ? 0.4 : 0.2,
    ...own.flatMap(({ difference: { lower, upper } }) => [Math.abs(lower ?? 0), Math.abs(upper ?? 0)]),
  );
  return { min: -reach, max: reach };
}
