/** Estimates in words: the value, and its range beside it, never one without the other. */
import type { EstimateWire } from '@rapport/contract';
import { isFewData } from './span-geometry.ts';

export interface EstimateWords {
  value: string;
  range: string;
  /** The whole thing as one sentence part, for readers who do not see the mark. */
  sentence: string;
}

/** A share 0–1 said per hundred: "61", "57–65". */
export const shareWords = (estimate: EstimateWire): EstimateWords =>
  inWords(estimate, (one) => one * 100, { digits: 0, after: ' in 100', joiner: '–' });

/** A share 0–1 with a percent sign and one decimal: "81.3%", "79.9–82.7". */
export const percentWords = (estimate: EstimateWire): EstimateWords =>
  inWords(estimate, (one) => one * 100, { digits: 1, after: '%', joiner: '–', glued: true });

/** A difference of two shares, in cases per hundred with its sign: "+14", "9 to 19". */
export const differenceWords = (estimate: EstimateWire): EstimateWords =>
  inWords(estimate, (one) => one * 100, { digits: 0, after: ' in 100', joiner: ' to ', signed: true });

/** A change on its own scale with two decimals and its sign: "+0.62", "0.59 to 0.65". */
export const changeWords = (estimate: EstimateWire): EstimateWords =>
  inWords(estimate, (one) => one, { digits: 2, after: '', joiner: ' to ', signed: true });

/** A plain number with a true minus sign. */
export function numberWords(value: number, digits = 0): string {
  const rounded = value.toFixed(digits);
  const isZero = Number(rounded) === 0;
  const text = Math.abs(Number(rounded)).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return value < 0 && !isZero ? `−${text}` : text;
}

/** From one to the other; with a minus sign a dash between them could not be told from it. */
export const rangeWords = (lower: number, upper: number, digits = 0): string =>
  `${numberWords(lower, digits)}${lower < 0 || upper < 0 ? ' to ' : '–'}${numberWords(upper, digits)}`;

interface Shape {
  digits: number;
  after: string;
  joiner: string;
  signed?: boolean;
  /** The unit belongs to the value itself ("81.3%"). */
  glued?: boolean;
}

function inWords(estimate: EstimateWire, scale: (value: number) => number, shape: Shape): EstimateWords {
  const { value, lower, upper } = estimate;
  if (value === null || lower === null || upper === null || isFewData(estimate)) {
    return { value: 'too few', range: `${numberWords(estimate.n)} so far`, sentence: `too few, ${estimate.n} so far` };
  }
  const said = (one: number) => numberWords(scale(one), shape.digits);
  const sign = shape.signed && Number(scale(value).toFixed(shape.digits)) > 0 ? '+' : '';
  const range = `${said(lower)}${shape.joiner}${said(upper)}`;
  return {
    value: `${sign}${said(value)}${shape.glued ? shape.after : ''}`,
    range,
    sentence: `${sign}${said(value)}${shape.after}, likely ${said(lower)} to ${said(upper)}`,
  };
}
