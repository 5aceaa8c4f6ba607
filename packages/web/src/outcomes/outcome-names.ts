/** Outcomes in words: what was asked, on which scale, and how a promoter score is said. */
import type { AskedOutcome, ConversationFilter, EstimateWire } from '@rapport/contract';
import { changeWords, type EstimateWords, numberWords, shareWords } from '../design/estimate-words.ts';
import type { SpanScale } from '../design/span-geometry.ts';

export const askedNames: Record<AskedOutcome['measure'], { name: string; says: string }> = {
  csat: { name: 'Satisfied (CSAT)', says: 'answered in the upper part of the scale, in 100 who rated' },
  nps: { name: 'Would recommend (NPS)', says: 'promoters (9, 10) minus detractors (0 to 6), in 100 who answered' },
  ces: { name: 'Effort (CES)', says: 'mean of the answers on their own scale' },
};

/** "1 to 7, 7 is easiest". */
export function scaleName({ min, max, easiest }: AskedOutcome['scales'][number]): string {
  const easy = easiest === undefined ? '' : `, ${numberWords(easiest)} is easiest`;
  if (max === null) return 'scale not known';
  return `${min === null ? 'up to' : `${numberWords(min)} to`} ${numberWords(max)}${easy}`;
}

/** What stands below the name of a measure; for effort also what is not known. */
export const measureWords = ({ measure, scales }: AskedOutcome): string =>
  measure === 'ces' && scales.some(({ easiest }) => easiest === undefined)
    ? `${askedNames.ces.says}; which end is easy the data do not say`
    : askedNames[measure].says;

/** The conversations behind an answer. */
export const behindAsked: Record<AskedOutcome['measure'], ConversationFilter> = {
  csat: { rated: 'satisfied' },
  nps: { asked: 'promoter' },
  ces: { asked: 'easy' },
};

/** A mean on a scale of its own: "3.4", "3.1–3.7". */
export function meanWords(estimate: EstimateWire): EstimateWords {
  const { value, lower, upper } = estimate;
  if (value === null || lower === null || upper === null) return changeWords(estimate);
  const said = (one: number) => numberWords(one, 1);
  return {
    value: said(value),
    range: `${said(lower)}–${said(upper)}`,
    sentence: `${said(value)}, likely ${said(lower)} to ${said(upper)}`,
  };
}

/** A promoter score per hundred with its sign: "+31", "24 to 38". */
export function npsWords(estimate: EstimateWire): EstimateWords {
  const words = shareWords(estimate);
  return (estimate.value ?? 0) > 0 ? { ...words, value: `+${words.value}` } : words;
}

export const summaryWords = ({ measure, summary }: AskedOutcome): EstimateWords =>
  measure === 'csat' ? shareWords(summary) : measure === 'nps' ? npsWords(summary) : meanWords(summary);

export function summaryScale({ measure, scales }: AskedOutcome): SpanScale {
  if (measure === 'csat') return { min: 0, max: 1 };
  if (measure === 'nps') return { min: -1, max: 1 };
  const ends = scales.flatMap(({ min, max }) => (min === null || max === null ? [] : [min, max]));
  if (ends.length > 0) return { min: Math.min(...ends), max: Math.max(...ends) };
  const values = scales.flatMap(({ answers }) => answers.map(({ value }) => value));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { min: least, max: most > least ? most : least + 1 };
}
