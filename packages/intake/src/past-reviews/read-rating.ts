/** Ratings as people and systems write them, on the scale they were given. */
import type { SaidScale } from '@rapport/contract';

export interface Scale {
  lowest: number;
  highest: number;
}

/** A number on a scale still to be found, a share of a scale that the words bring along, or "not applicable". */
export type ReadRating =
  | { kind: 'number'; value: number }
  | { kind: 'share'; share: number }
  | { kind: 'not-applicable' }
  | { kind: 'unknown' };

const shares: readonly [share: number, words: string][] = [
  [1, 'met yes y true pass passed good ok okay positive success correct excellent satisfied 👍 ✓ ✔'],
  [0.5, 'partly partial partially mixed neutral somewhat average'],
  [0, 'missed no n false fail failed bad negative incorrect poor unsatisfied 👎 ✗ ✘'],
];
const shareOf = new Map(shares.flatMap(([share, words]) => words.split(' ').map((word) => [word, share] as const)));
const notApplicable = new Set(['n/a', 'na', 'n.a.', 'not applicable', 'none', '-', '–', '—', 'null', 'skipped']);

export function readRating(text: string): ReadRating {
  const plain = text.trim().toLowerCase();
  if (notApplicable.has(plain)) return { kind: 'not-applicable' };
  const word = shareOf.get(plain);
  if (word !== undefined) return { kind: 'share', share: word };
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(plain)?.[1];
  if (percent !== undefined) return shareIn(numberOf(percent), 100);
  const [, part, whole] = /^(\d+(?:[.,]\d+)?)\s*(?:\/|of|out of)\s*(\d+(?:[.,]\d+)?)$/.exec(plain) ?? [];
  if (part !== undefined && whole !== undefined) return shareIn(numberOf(part), numberOf(whole));
  const value = numberOf(plain);
  return plain !== '' && Number.isFinite(value) ? { kind: 'number', value } : { kind: 'unknown' };
}

function shareIn(part: number, whole: number): ReadRating {
  const share = part / whole;
  return whole > 0 && share >= 0 && share <= 1 ? { kind: 'share', share } : { kind: 'unknown' };
}

const numberOf = (text: string): number =>
  /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;

/** "1-5", "0 to 100", "5", "5-point", "binary", "percent"; null for words that name no scale. A bare 5 is 1 to 5. */
export function readScale(text: string): Scale | null {
  const plain = text.trim().toLowerCase();
  const [, from, to] = /^(\d+)\s*(?:-|–|to|\.\.)\s*(\d+)\b/.exec(plain) ?? [];
  if (from !== undefined && to !== undefined) return scaleOf(Number(from), Number(to));
  if (/^(binary|yes.?no|pass.?fail|boolean|thumbs)/.test(plain)) return scaleOf(0, 1);
  if (/^(percent|percentage|%)/.test(plain)) return scaleOf(0, 100);
  const highest = Number(/^(\d+)(?:[\s-]*(?:point|pt|star)s?)?$/.exec(plain)?.[1] ?? Number.NaN);
  if (!Number.isFinite(highest) || highest < 1) return null;
  return highest === 1 || highest > 7 ? scaleOf(0, highest) : scaleOf(1, highest);
}

const scaleOf = (lowest: number, highest: number): Scale | null => (highest > lowest ? { lowest, highest } : null);

/** The smallest usual scale that holds all numbers of one category; null where none does. */
export function guessScale(values: readonly number[]): Scale | null {
  if (values.length === 0) return { lowest: 0, highest: 1 };
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  if (lowest < 0) return null;
  if (highest <= 1) return { lowest: 0, highest: 1 };
  if (highest <= 5) return { lowest: lowest < 1 ? 0 : 1, highest: highest <= 3 && lowest >= 1 ? 3 : 5 };
  if (highest <= 10) return { lowest: 0, highest: 10 };
  return highest <= 100 ? { lowest: 0, highest: 100 } : null;
}

/** @returns null for `guess` */
export function scaleFor(said: SaidScale): Scale | null {
  const [lowest, highest] = said.split('-').map(Number);
  return lowest === undefined || highest === undefined || Number.isNaN(highest) ? null : { lowest, highest };
}
