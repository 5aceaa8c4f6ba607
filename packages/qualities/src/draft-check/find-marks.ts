/** Places in the draft for the editor to underline; one mark for a place, the weightiest kind first. */
import type { Moment, QualityId } from '@rapport/contract';
import type { DraftFinding } from '../check-draft.ts';
import { findGoodwill } from '../goodwill/find-goodwill.ts';
import { findPromises } from '../promises/find-promises.ts';
import type { Reading } from '../reading.ts';
import { evidenceOf, spotDoesAny, spotsOf } from '../thread/spot.ts';
import { processActs } from '../thread/voiced.ts';
import { draftId } from './draft-reading.ts';
import { silent } from './find-seen.ts';

export interface DraftMark {
  /** UTF-16 offsets into the draft. */
  start: number;
  end: number;
  kind: 'helped' | 'hurt' | 'promise' | 'goodwill';
  note: string;
  quality: QualityId;
  /** Which skipped item the place belongs to, from 1. */
  number?: number;
}

const care: readonly QualityId[] = ['empathy', 'people-first', 'emotional-intelligence'];

export const findMarks = (
  reading: Reading,
  moments: readonly Moment[],
  skipped: readonly DraftFinding[],
  wanted: ReadonlySet<QualityId>,
): DraftMark[] => {
  const byPlace = new Map<string, DraftMark>();
  const put = (mark: DraftMark): void => {
    const place = `${mark.start}-${mark.end}`;
    const known = byPlace.get(place);
    if (!known || rank[mark.kind] > rank[known.kind]) byPlace.set(place, mark);
  };
  const process = processIn(reading);
  for (const moment of moments) {
    const mark = markOf(moment, skipped);
    if (mark) put(process && atOnce.has(moment.rule) ? { ...mark, ...process } : mark);
  }
  for (const { said } of findPromises(reading))
    if (said.messageId === draftId && wanted.size > 0)
      put({ ...place(said), kind: 'promise', note: 'A promise: they will count on it.', quality: 'responsiveness' });
  for (const { said } of findGoodwill(reading))
    if (said.messageId === draftId && wanted.size > 0)
      put({ ...place(said), kind: 'goodwill', note: 'Goodwill: more than is owed.', quality: 'humility' });
  return [...byPlace.values()].sort((one, other) => one.start - other.start || one.end - other.end);
};

/** Said of the whole reply. What hurts in it is where the process begins, not the greeting before it. */
const atOnce: ReadonlySet<string> = new Set(['straight-to-process', 'process-only', 'same-script']);

const processIn = (reading: Reading): { start: number; end: number } | null => {
  const draft = spotsOf(reading.messages.filter(({ message }) => message.id === draftId));
  const first = draft.find((spot) => spotDoesAny(spot, processActs) && !spotDoesAny(spot, courtesy));
  return first ? place(evidenceOf(first)) : null;
};

const courtesy = ['greet', 'thank', 'farewell', 'offer-more-help'] as const;

/** A place that hurts is said to hurt even when it also promises; a promise is worth more to know than praise. */
const rank: Record<DraftMark['kind'], number> = { helped: 0, goodwill: 1, promise: 2, hurt: 3 };

const place = ({ start, end }: { start: number; end: number }): { start: number; end: number } => ({ start, end });

const markOf = (moment: Moment, skipped: readonly DraftFinding[]): DraftMark | null => {
  const { response, verdict, why, quality } = moment;
  if (response?.messageId !== draftId || silent.has(moment.rule)) return null;
  if (verdict === 'met') return { ...place(response), kind: 'helped', note: why, quality };
  const owner = skipped.findIndex(
    (one) => one.quality === quality || (care.includes(one.quality) && care.includes(quality)),
  );
  if (care.includes(quality) && owner < 0) return null;
  return { ...place(response), kind: 'hurt', note: why, quality, ...(owner < 0 ? {} : { number: owner + 1 }) };
};
