/**
 * Survey answers weighted back to all customers: who answers differs from who does not.
 *
 * The chance of answering is modelled on what is known for ALL conversations: channel, topic, opening and closing emotion
 * and its square, whether it was resolved. It repairs only what those columns see, so the raw rate, the worst-case bounds
 * and the largest weight go beside the weighted rate.
 */
import {
  clip,
  defaultLevel,
  type Estimate,
  estimateOf,
  innerLevel,
  refuse,
  weighResponses,
  weightedMean,
  wilsonInterval,
  worstCaseBounds,
} from '@rapport/statistics';
import type { ScoredRow } from '../scored-table.ts';
import { caseMixColumns } from './case-mix-columns.ts';

export interface AnsweredOutcome {
  /** 0 where the outcome is not known. */
  weights: number[];
  raw: Estimate;
  weighted: Estimate;
  asked: number;
  answered: number;
  /** If all who did not answer had said no, or all yes; null when nobody was asked. */
  bounds: [number, number] | null;
  largestWeight: number;
  kishN: number;
}

export const fewestAnswers = 20;

/** @param outcomes 0 or 1 per conversation, null where nobody answered */
export function weighAnswers(rows: readonly ScoredRow[], outcomes: readonly (number | null)[]): AnsweredOutcome {
  const answered = outcomes.map((outcome) => outcome !== null);
  const count = answered.filter(Boolean).length;
  const yes = outcomes.filter((outcome) => outcome === 1).length;
  const found = weighResponses(responseColumns(rows), answered);
  const complete = count === rows.length;
  const warnings = [
    ...(found.reason && !complete ? ['who answers could not be modelled: every answer counts the same'] : []),
    ...(found.kishN < count / 2 ? [`very unequal weights: ${count} answers are worth ${Math.floor(found.kishN)}`] : []),
  ];
  const values = outcomes.map((outcome) => outcome ?? 0);
  return {
    weights: found.weights,
    raw: estimateRate({ values, weights: answered.map(Number), method: 'answered-share', warnings: [] }),
    weighted: estimateRate({ values, weights: found.weights, method: 'response-weighted-share', warnings }),
    asked: rows.length,
    answered: count,
    bounds: worstCaseBounds({ asked: rows.length, answered: count, yes }),
    largestWeight: found.largest,
    kishN: found.kishN,
  };
}

function responseColumns(rows: readonly ScoredRow[]): number[][] {
  const mix = caseMixColumns(rows, { withWeek: false }).rows;
  const closing = rows.map(({ closingEmotion }) => closingEmotion);
  const gaps = closing.some((value) => value === null) && closing.some((value) => value !== null);
  const varies = closing.some((value) => value !== null && value !== closing[0]);
  const solved = rows.some(({ resolved }) => resolved === true) && rows.some(({ resolved }) => resolved === false);
  const unknown = solved && rows.some(({ resolved }) => resolved === null);
  return rows.map(({ closingEmotion, resolved }, row) => [
    1,
    ...(mix[row] ?? []),
    ...(varies ? [closingEmotion ?? 0, (closingEmotion ?? 0) ** 2] : []),
    ...(gaps ? [Number(closingEmotion === null)] : []),
    ...(solved ? [Number(resolved === true)] : []),
    ...(unknown ? [Number(resolved === null)] : []),
  ]);
}

interface RateQuestion {
  values: readonly number[];
  weights: readonly number[];
  method: string;
  warnings: readonly string[];
}

/** Wilson's range for the number of plain answers that the weighted ones are worth. */
function estimateRate({ values, weights, method, warnings }: RateQuestion): Estimate {
  const found = weightedMean(values, weights);
  const n = found?.n ?? weights.filter((weight) => weight > 0).length;
  if (n === 0) return refuse('no_data', { n, method });
  if (!found || n < fewestAnswers) return refuse('too_few_responses', { n, method });
  const value = clip(found.mean, 0, 1);
  const spread = value * (1 - value);
  const effectiveN = found.standardError > 0 && spread > 0 ? Math.min(n * 4, spread / found.standardError ** 2) : n;
  const around = (level: number) => wilsonInterval({ rate: value, n: effectiveN, level });
  const interval = around(defaultLevel);
  return estimateOf({ value, interval, inner: around(innerLevel), n, effectiveN, method, warnings });
}
