/**
 * A team's conversations as a table of scores: what every analysis of drivers, rates and changes reads.
 *
 * Nothing here relies on names or on how many qualities there are. `null` is "not known" or "nothing called for it",
 * never 0.
 */
export interface ScoredTable {
  /** Names of the qualities, in the order of `scores` and `ratings`. */
  qualities: readonly string[];
  rows: readonly ScoredRow[];
}

export interface ScoredRow {
  conversation: string;
  agent: string;
  /** Counted from 1; null when the conversation has no date. */
  week: number | null;
  channel: string;
  topic: string;
  /** Empty when the file names none. */
  language: string;
  /** −1…1, before the first answer. */
  openingEmotion: number | null;
  closingEmotion: number | null;
  resolved: boolean | null;
  /** Days until the customer wrote again; null when that was not seen. */
  recontactDays: number | null;
  /** Days for which the customer was watched. */
  followedDays: number | null;
  /** 1–5; null when nobody answered. */
  csat: number | null;
  /** First week of coaching of this agent; null when never coached. */
  coachedFromWeek: number | null;
  /** Machine scores 0–100; null where nothing called for the quality. */
  scores: readonly (number | null)[];
  review: ScoredReview | null;
}

export interface ScoredReview {
  /** Drawn by chance, or chosen because of its machine scores; a dispute or complaint is `flagged` too. */
  drawn: 'random' | 'flagged';
  /** Chance with which it was drawn, stored at the draw; null when flagged. */
  probability: number | null;
  reviewer: string | null;
  /** 1–5 per quality; null where the reviewer gave none. A review of a single moment has one entry. */
  ratings: readonly (number | null)[];
  /** A second reviewer's ratings of the same conversation. */
  second: readonly (number | null)[] | null;
}

/** A review passes from this rating on. */
export const passRating = 4;

/** Any scale of human verdicts on the 1–5 scale: missed, partly, met are 0, 50, 100 of 0–100. */
export function toRating(value: number, { min, max }: { min: number; max: number }): number {
  return 1 + (4 * (value - min)) / (max - min);
}

/** Satisfied (4 or 5 of 5) or not, where the customer answered. */
export function satisfiedOf({ csat }: Pick<ScoredRow, 'csat'>): number | null {
  return csat === null ? null : csat >= 4 ? 1 : 0;
}
