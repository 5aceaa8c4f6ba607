/**
 * Answers to the two other questions customers are asked: would you recommend us (NPS, 0 to 10), and how easy was it
 * (CES). They stand beside the rating under names of their own, as given, with the ends of their scale where known.
 *
 * @example readEffort('6', '1-7') // { ces: 6, ces_hardest: 1, ces_easiest: 7 }
 */
import type { Conversation, EffortScale } from '@rapport/contract';
import { parseCsat, readCsat } from './read-csat.ts';

/** What a cell adds to a conversation: nothing where nobody answered, null where the answer is none that is known. */
export type AskedCell = Conversation['outcomes'] | null;

export function readRecommend(cell: string): AskedCell {
  const value = readNumber(cell);
  if (value === undefined) return {};
  return value === null || value < 0 || value > 10 ? null : { nps: value };
}

export function readEffort(cell: string, scale: EffortScale = 'unknown'): AskedCell {
  const value = readNumber(cell);
  if (value === undefined) return {};
  if (value === null) return null;
  const ends = endsOfEffort(scale);
  if (ends === null) return { ces: value };
  const { hardest, easiest } = ends;
  if (value < Math.min(hardest, easiest) || value > Math.max(hardest, easiest)) return null;
  return { ces: value, ces_hardest: hardest, ces_easiest: easiest };
}

function endsOfEffort(scale: EffortScale): { hardest: number; easiest: number } | null {
  const ends = /^(\d)-(\d)$/.exec(scale);
  return ends === null ? null : { hardest: Number(ends[1]), easiest: Number(ends[2]) };
}

/**
 * The scale of a whole column. A six or seven is the form with seven points, whose seven is the easy end ("the company
 * made it easy: strongly agree"); forms with five points are asked both ways round, so only a person can say which.
 */
export function createEffortGuesser(): { add(cell: string): void; guess(): EffortScale } {
  let [most, isScale] = [0, true];
  return {
    add(cell) {
      const value = readNumber(cell);
      if (value === undefined || value === null) return;
      most = Math.max(most, value);
      isScale &&= value >= 1 && value <= 7;
    },
    guess: () => (isScale && most > 5 ? '1-7' : 'unknown'),
  };
}

/** Undefined where nobody answered; null where the answer is no number. "6/7" is 6. */
function readNumber(cell: string): number | null | undefined {
  const answer = readCsat(cell);
  if (answer === null) return undefined;
  const reading = parseCsat(answer);
  return reading?.kind === 'number' ? reading.value : null;
}
