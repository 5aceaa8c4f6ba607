/** The short form in which measured figures are kept, and the file's own types. */
import type { Act, EstimateWire, QualityId, ScoreVerdict } from '@rapport/contract';

/**
 * `[value, lower, upper, innerLower, innerUpper, n]`; `[value, n]` where there is no range, `[n]` where there is no value.
 * The range holds 95 times in 100, the inner one 66 times.
 */
export type Figure =
  | readonly [value: number, lower: number, upper: number, innerLower: number, innerUpper: number, n: number]
  | readonly [value: number, n: number]
  | readonly [n: number];

export interface MeasuredQuality {
  kappa: Figure;
  blind: Figure | null;
  noOpportunityF1: Figure;
  missed: Figure;
  notMet: Figure;
  saidMet: Figure;
  confusion: readonly (readonly [machine: ScoreVerdict, label: ScoreVerdict, n: number])[];
}

export interface MeasuredAct {
  side: 'agent' | 'customer';
  act: Act;
  f1: Figure;
  precision: number;
  recall: number;
  calibrationError: number;
}

export interface MeasuredLine {
  what: string;
  data: string;
  kind: 'own' | 'trained-on' | 'transfer';
  better: 'higher' | 'lower';
  floor: number | null;
  figure: Figure;
}

interface RatersAgree {
  kappa: number;
  actsF1: number;
  valence: number;
}

export interface Measured {
  scorerVersion: string;
  measuredAt: string;
  commit: string;
  conversations: number;
  assessments: number;
  sentences: number;
  blindConversations: number;
  ceiling: RatersAgree & { threads: RatersAgree };
  kappa: Figure;
  blindKappa: Figure | null;
  qualities: Record<QualityId, MeasuredQuality>;
  acts: readonly MeasuredAct[];
  measures: readonly MeasuredLine[];
  confidence: readonly { said: number; right: number; n: number }[];
}

const level = 0.95;
const withoutRange = 'Drawing conversations again can only raise this measure, so it gives no range.';

export const estimateOfFigure = (figure: Figure, method: string): EstimateWire => {
  if (figure.length === 1)
    return { value: null, lower: null, upper: null, level, n: figure[0], method, reason: 'no_variation', warnings: [] };
  if (figure.length === 2)
    return { value: figure[0], lower: null, upper: null, level, n: figure[1], method, warnings: [withoutRange] };
  const [value, lower, upper, innerLower, innerUpper, n] = figure;
  return { value, lower, upper, level, inner: { lower: innerLower, upper: innerUpper }, n, method, warnings: [] };
};

/** Kept to three decimals: what is beyond them is chance. */
export const figureOfEstimate = ({ value, lower, upper, inner, n }: EstimateWire): Figure =>
  value === null
    ? [n]
    : lower === null || upper === null
      ? [short(value), n]
      : [short(value), short(lower), short(upper), short(inner?.lower ?? lower), short(inner?.upper ?? upper), n];

const short = (value: number): number => Math.round(value * 1000) / 1000;
