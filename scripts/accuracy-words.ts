/** Measured figures in words and Markdown, for the pages that are made from them. */
import { type Accuracy, type AccuracyMeasure, type EstimateWire, qualityWords } from '@rapport/contract';

/** Two decimals, or three where it is asked for. */
export const number = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? '–' : value.toFixed(digits);

export const range = ({ lower, upper }: EstimateWire, digits = 2): string =>
  lower === null || upper === null ? '' : `${number(lower, digits)} to ${number(upper, digits)}`;

/** ".46 (.24 to .64)". */
export const withRange = (estimate: EstimateWire | null, digits = 2): string => {
  if (estimate === null || estimate.value === null) return '–';
  const likely = range(estimate, digits);
  return likely ? `${number(estimate.value, digits)} (${likely})` : number(estimate.value, digits);
};

/** A share as "72 in 100". */
export const inHundred = ({ value }: EstimateWire): string =>
  value === null ? '–' : `${Math.round(value * 100)} in 100`;

export const table = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] => [
  `| ${columns.join(' | ')} |`,
  `|${columns.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
];

/** "a, b and c". */
export const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'none') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const named = (qualities: Accuracy['qualities']): string =>
  list(qualities.map(({ quality }) => qualityWords[quality].name.toLowerCase()));

export const isReached = ({ floor, better, estimate }: AccuracyMeasure): boolean =>
  floor !== null &&
  estimate.value !== null &&
  (better === 'higher' ? estimate.value >= floor : estimate.value <= floor);

/** Whether it was reached, and by how much it was not. */
export const reached = (measure: AccuracyMeasure): string => {
  const { floor, estimate } = measure;
  if (floor === null || estimate.value === null) return '';
  return isReached(measure) ? 'yes' : `no, by ${number(Math.abs(floor - estimate.value), 3)}`;
};

/** The measure of this name; throws when the bench no longer measures it, so that no sentence loses its figure. */
export const measureOf = ({ measures }: Accuracy, what: string): EstimateWire => {
  const found = measures.find((one) => one.what === what);
  if (!found) throw new Error(`Nothing called "${what}" was measured.`);
  return found.estimate;
};
