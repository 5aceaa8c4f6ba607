/**
 * What a customer answered when asked. The raw answer is kept as given; the number beside it is only for comparing.
 * "Offered" and "unoffered" are states of the question, not answers.
 */
import type { csatScales } from '@rapport/contract';

export type CsatScale = (typeof csatScales)[number];

const notAnswers =
  /^(|-|—|n\/?a|null|none|nil|unoffered|offered|not offered|not rated|unrated|no rating|no response|unanswered|received|asked|sent|nicht bewertet)$/i;

/** The answer as given, or null when nobody answered. */
export function readCsat(raw: string | null | undefined): string | null {
  const text = (raw ?? '').trim();
  return notAnswers.test(text) ? null : text;
}

const goodBad: Record<string, number> = {
  good: 1, great: 1, positive: 1, satisfied: 1, happy: 1, yes: 1, 'thumbs up': 1, thumbs_up: 1, up: 1, good_with_comment: 1, true: 1,
  okay: 0.5, ok: 0.5, neutral: 0.5,
  bad: 0, 'not good': 0, 'not-good': 0, negative: 0, dissatisfied: 0, unsatisfied: 0, unhappy: 0, no: 0, 'thumbs down': 0, thumbs_down: 0, down: 0, bad_with_comment: 0, false: 0,
}; // biome-ignore format: a table reads better with a line per meaning
const faces: Record<string, number> = {
  '😡': 0,
  '😠': 0,
  '🤬': 0,
  '😭': 0,
  '👎': 0,
  '💩': 0,
  '😞': 0,
  '😢': 0,
  '😫': 0,
  '😩': 0,
  '🙁': 0.25,
  '☹': 0.25,
  '😕': 0.25,
  '😟': 0.25,
  '😒': 0.25,
  '😦': 0.25,
  '😐': 0.5,
  '😑': 0.5,
  '😶': 0.5,
  '🤔': 0.5,
  '🙂': 0.75,
  '☺': 0.75,
  '😊': 0.75,
  '😌': 0.75,
  '😀': 1,
  '😃': 1,
  '😄': 1,
  '😁': 1,
  '😍': 1,
  '🤩': 1,
  '🥰': 1,
  '😆': 1,
  '👍': 1,
  '❤': 1,
  '🎉': 1,
  '😇': 1,
};
const degrees: Record<string, number> = {
  'very satisfied': 1,
  'extremely satisfied': 1,
  'completely satisfied': 1,
  'extremely happy': 1,
  'very happy': 1,
  excellent: 1,
  amazing: 1,
  awesome: 1,
  perfect: 1,
  outstanding: 1,
  love: 1,
  'very good': 1,
  'somewhat satisfied': 0.75,
  'very poor': 0,
  average: 0.5,
  fair: 0.5,
  acceptable: 0.5,
  'neither satisfied nor dissatisfied': 0.5,
  mixed: 0.5,
  'somewhat dissatisfied': 0.25,
  poor: 0.25,
  'very dissatisfied': 0,
  'extremely dissatisfied': 0,
  'very unsatisfied': 0,
  'very unhappy': 0,
  'extremely unhappy': 0,
  terrible: 0,
  awful: 0,
  horrible: 0,
  'very bad': 0,
  worst: 0,
  hate: 0,
};

export type CsatReading =
  | { kind: 'number'; value: number; top: number | null }
  | { kind: 'good-bad'; share: number }
  | { kind: 'degree'; share: number };

/** What kind of answer it is; null when it is none that is known. Takes "4", "4,5", "4/5", "4 out of 5", "80 %", "★★★★☆", words and faces. */
export function parseCsat(raw: string): CsatReading | null {
  const text = raw.trim().toLowerCase();
  const number =
    /^(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:(?:\/|out of|of|von|sur|de)\s*(\d{1,3})|(%)|stars?|points?|[-–:(].{0,80})?$/.exec(
      text,
    );
  if (number) {
    const top = number[2] ? Number(number[2]) : number[3] ? 100 : null;
    return { kind: 'number', value: Number(number[1]?.replace(',', '.')), top };
  }
  const stars = text.replaceAll('\ufe0f', '');
  if (/^[★⭐☆✩]{1,5}$/u.test(stars)) return { kind: 'number', value: stars.match(/[★⭐]/gu)?.length ?? 0, top: 5 };
  const word = text.replaceAll(/[\s]+/g, ' ');
  if (Object.hasOwn(goodBad, word)) return { kind: 'good-bad', share: goodBad[word] ?? 0 };
  if (Object.hasOwn(degrees, word)) return { kind: 'degree', share: degrees[word] ?? 0 };
  const face = text.replaceAll(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
  return Object.hasOwn(faces, face) ? { kind: 'degree', share: faces[face] ?? 0 } : null;
}

/**
 * The answer as a share from 0 (worst) to 1 (best) on the given scale; null when there is none or it lies outside the
 * scale. `max` is the top the source itself names and goes before the scale.
 */
export function normaliseCsat(raw: string | null, scale: CsatScale, max: number | null = null): number | null {
  const answer = readCsat(raw);
  const reading = answer === null ? null : parseCsat(answer);
  if (!reading) return null;
  if (reading.kind !== 'number') return reading.share;
  const top = reading.top ?? max ?? (scale === '1-5' ? 5 : scale === '0-10' ? 10 : scale === '0-100' ? 100 : null);
  if (top === null || top <= 0) return scale === 'good-bad' && reading.value <= 1 ? reading.value : null;
  const bottom = bottomOf(scale, top);
  if (reading.value < bottom || reading.value > top) return null;
  return (reading.value - bottom) / (top - bottom);
}

/** Scales up to 7 points begin at 1 unless the column was read as one that begins at 0. */
const bottomOf = (scale: CsatScale, top: number): number =>
  top > 1 && (scale === '1-5' || (top <= 7 && scale !== '0-10' && scale !== '0-100')) ? 1 : 0;
