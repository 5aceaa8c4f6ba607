/**
 * A look at one reply before it is sent, with the same rules that score sent ones: what the draft skips of the
 * customer's words, what in it may hurt or binds, and what is already good. Nothing is stored or rewritten.
 *
 *     const check = checkDraft({ customerText: 'My tent never came, we leave on Saturday!', draft: 'Hi, it is delayed.' });
 *     check.headline; // 'Two things they said that your draft skips.'
 */
import type { Moment, QualityId } from '@rapport/contract';
import { allQualities } from './all-qualities.ts';
import { type DraftTurn, draftAuthor, draftReading, isAboutDraft } from './draft-check/draft-reading.ts';
import { type DraftMark, findMarks } from './draft-check/find-marks.ts';
import { findSeen } from './draft-check/find-seen.ts';
import { findSkipped } from './draft-check/find-skipped.ts';
import { type DraftQuote, headlineFor, quoteOf } from './draft-check/words.ts';

export type { DraftMark, DraftQuote, DraftTurn };

export interface DraftInput {
  customerText: string;
  draft: string;
  /** What was said before, oldest first. */
  earlier?: readonly DraftTurn[];
  /** Only these qualities; all by default. */
  qualities?: readonly QualityId[];
}

export interface DraftFinding {
  title: string;
  quotes: DraftQuote[];
  sentence: string;
  quality: QualityId;
}

export interface DraftCheck {
  headline: string;
  /** In the draft: what may hurt, and what it binds the sender to. */
  seen: DraftFinding[];
  /** In the customer's words: what the draft does not answer. */
  skipped: DraftFinding[];
  good: { sentence: string; quote: DraftQuote | null; quality: QualityId }[];
  /** Places in the draft, in order; `number` is the place of the skipped item it belongs to, from 1. */
  marks: DraftMark[];
}

/** Most praise shown at once; more would be read by nobody. */
const mostPraise = 4;

export const checkDraft = ({ customerText, draft, earlier = [], qualities }: DraftInput): DraftCheck => {
  const reading = draftReading(customerText, draft, earlier);
  const wanted = allQualities.filter(({ id }) => id !== 'responsiveness' && (qualities?.includes(id) ?? true));
  const moments = reading.agents.includes(draftAuthor)
    ? wanted.flatMap((quality) => quality.findMoments(reading, draftAuthor, {})).filter(isAboutDraft)
    : [];
  const ids = new Set(wanted.map(({ id }) => id));
  const skipped = findSkipped(reading, moments, ids);
  const marks = findMarks(reading, moments, skipped, ids);
  return {
    headline: headlineFor(skipped.length, draft),
    seen: findSeen(reading, moments, ids),
    skipped,
    good: praise(moments, marks),
    marks,
  };
};

/** A sentence that hurts is not praised for something else in the same breath. */
const praise = (moments: readonly Moment[], marks: readonly DraftMark[]): DraftCheck['good'] => {
  const hurts = (start: number): boolean => marks.some((mark) => mark.kind === 'hurt' && mark.start === start);
  const met = moments
    .filter(({ verdict, response }) => verdict === 'met' && response && !hurts(response.start))
    .sort((a, b) => b.confidence - a.confidence);
  const rules = new Set<string>();
  return met
    .filter(({ rule }) => !rules.has(rule) && rules.add(rule))
    .slice(0, mostPraise)
    .map(({ why, response, quality }) => ({ sentence: why, quote: response ? quoteOf(response) : null, quality }));
};
