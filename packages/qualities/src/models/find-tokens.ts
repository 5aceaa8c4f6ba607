/**
 * A text as a row of numbers, one for each word, mark, smiley and emoji. Tone stands in the marks as much as in the words,
 * so unlike `findWords` nothing is left out, and drawn out words ("sooooo") keep that they are.
 */
import type { FeatureList } from './feature-list.ts';
import { hashText } from './hash.ts';

/** Stands before the first and after the last token wherever neighbours are read. */
export const edgeToken = hashText('token edge');

const numberToken = hashText('token number');
const dots = hashText('token dots');
const bangs = hashText('token bangs');
const questions = hashText('token questions');
const doubt = hashText('token doubt');
const heart = hashText('<3');

const offset = 0x811c9dc5;
const prime = 0x01000193;
/** Letters drawn out are kept up to here: "soooo" and "sooooooo" are one word, "so" another. */
const longestRun = 3;

/** Puts the tokens of `text` into `tokens`, which is emptied first. */
export const findTokens = (text: string, tokens: FeatureList): void => {
  tokens.clear();
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; ) {
    const code = lower.charCodeAt(at);
    if (isLetter(code)) at = readWord(lower, at, tokens);
    else if (isDigit(code)) {
      while (isDigit(lower.charCodeAt(at))) at += 1;
      tokens.add(numberToken);
    } else if (code === 46 || code === 33 || code === 63) at = readMarks(lower, at, tokens);
    else if (code <= 32 || isJoiner(code)) at += 1;
    else at = readSign(lower, at, code, tokens);
  }
};

const readWord = (lower: string, from: number, tokens: FeatureList): number => {
  let hash = offset;
  let run = 0;
  let before = 0;
  let at = from;
  for (; at < lower.length; at += 1) {
    let code = lower.charCodeAt(at);
    if (code === 0x2019) code = 39;
    if (!isLetter(code) && !(code === 39 && isLetter(lower.charCodeAt(at + 1)))) break;
    run = code === before ? run + 1 : 1;
    before = code;
    if (run <= longestRun) hash = Math.imul(hash ^ code, prime);
  }
  tokens.add(hash | 0);
  return at;
};

const readMarks = (lower: string, from: number, tokens: FeatureList): number => {
  let at = from;
  let asked = 0;
  let called = 0;
  for (; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code === 63) asked += 1;
    else if (code === 33) called += 1;
    else if (code !== 46) break;
  }
  if (at - from === 1) tokens.add(lower.charCodeAt(from));
  else if (asked > 0 && called > 0) tokens.add(doubt);
  else tokens.add(asked > 0 ? questions : called > 0 ? bangs : dots);
  return at;
};

/** Smileys without their nose, emoji without the colour of their skin, else the mark alone. */
const readSign = (lower: string, from: number, code: number, tokens: FeatureList): number => {
  const next = lower.charCodeAt(from + 1);
  if (code === 60 && next === 51) {
    tokens.add(heart);
    return from + 2;
  }
  if (code === 58 || code === 59 || code === 61) {
    const nose = next === 45 || next === 39 ? 1 : 0;
    const mouth = lower.charAt(from + 1 + nose);
    if (mouth !== '' && ')(dpo/\\|3*]['.includes(mouth)) {
      tokens.add(Math.imul(Math.imul(offset ^ code, prime) ^ mouth.charCodeAt(0), prime) | 0);
      return from + 2 + nose;
    }
  }
  if (code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
    if (!(code === 0xd83c && next >= 0xdffb)) tokens.add(Math.imul(Math.imul(offset ^ code, prime) ^ next, prime) | 0);
    return from + 2;
  }
  tokens.add(code);
  return from + 1;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code <= 0x1fff && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x3040 && code <= 0xd7ff);

/** Characters that only join or colour what stands beside them. */
const isJoiner = (code: number): boolean => code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || code === 0xa0;
