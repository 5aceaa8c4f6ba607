/** Features of a text for the 28 emotions: its words and marks, pairs of them, runs of letters, and how it is written. */
import { findWords } from '../text/find-words.ts';
import { FeatureList } from './feature-list.ts';
import { findLetterFeatures } from './find-letter-features.ts';
import { edgeToken, findTokens } from './find-tokens.ts';
import { hashText, mixHashes } from './hash.ts';

/** Longer texts are read up to here; an emotion of the whole text is no longer one by then. */
const longestRead = 4000;

const kinds = { word: 21, pair: 22 } as const;

/** Where the kinds of features end in the list. */
export interface EmotionParts {
  words: number;
  pairs: number;
  letters: number;
  form: number;
}

const tokens = new FeatureList();
const seen = new Set<number>();

/** Fills the list; a feature that comes twice is listed once, which was measured to be better than counting. */
export const findEmotionFeatures = (source: string, list: FeatureList): EmotionParts => {
  const text = source.length > longestRead ? source.slice(0, longestRead) : source;
  list.clear();
  seen.clear();
  findTokens(text, tokens);
  const { keys, length } = tokens;
  for (let at = 0; at < length; at += 1) list.add(mixHashes(keys[at] ?? 0, kinds.word));
  const words = keepFirst(list, 0);
  let before = edgeToken;
  for (let at = 0; at <= length; at += 1) {
    const token = at < length ? (keys[at] ?? 0) : edgeToken;
    list.add(mixHashes(mixHashes(before, token), kinds.pair));
    before = token;
  }
  const pairs = keepFirst(list, words);
  findLetterFeatures(findWords(text), list);
  const letters = keepFirst(list, pairs);
  addForm(text, length, list);
  return { words, pairs, letters, form: list.length };
};

/** Drops what was seen before from `from` on; returns where the list ends now. */
const keepFirst = (list: FeatureList, from: number): number => {
  const { keys, length } = list;
  list.length = from;
  for (let at = from; at < length; at += 1) {
    const key = keys[at] ?? 0;
    if (seen.has(key)) continue;
    seen.add(key);
    list.add(key);
  }
  return list.length;
};

/** Calls `add` once for each kind of feature with its place in the list and its amount, in learning and in reading. */
export const forEachPart = (parts: EmotionParts, add: (from: number, to: number, amount: number) => void): void => {
  const { words, pairs, letters, form } = parts;
  add(0, words, amountOf(1.2, words));
  add(words, pairs, amountOf(1, pairs - words));
  add(pairs, letters, amountOf(0.8, letters - pairs));
  add(letters, form, amountOf(0.6, form - letters));
};

/** How much one feature counts of a kind that has `count`: many weak ones together must not drown a few strong ones. */
const amountOf = (weight: number, count: number): number =>
  count === 0 ? 0 : (weight * 0.54) / Math.sqrt(Math.sqrt(count));

const keyed = (name: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => hashText(`emotion ${name} ${index}`));
const lengths = keyed('length', 16);
const asked = keyed('questions', 4);
const called = keyed('calls', 4);
const shouted = keyed('shouted', 3);
const drawn = keyed('drawn out', 2);
const ended = keyed('ended', 2);
const begun = keyed('begun small', 2);

const addForm = (text: string, tokenCount: number, list: FeatureList): void => {
  let questions = 0;
  let calls = 0;
  let capitals = 0;
  let smalls = 0;
  let run = 0;
  let longest = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 63) questions += 1;
    else if (code === 33) calls += 1;
    else if (code >= 65 && code <= 90) capitals += 1;
    else if (code >= 97 && code <= 122) smalls += 1;
    const letter = code | 32;
    run = letter === before && letter >= 97 && letter <= 122 ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = letter;
  }
  list.add(lengths[Math.min(15, Math.floor(Math.log2(tokenCount + 1) * 2))] ?? 0);
  list.add(asked[Math.min(3, questions)] ?? 0);
  list.add(called[Math.min(3, calls)] ?? 0);
  list.add(shouted[smalls === 0 && capitals > 3 ? 2 : capitals > smalls ? 1 : 0] ?? 0);
  list.add(drawn[longest > 2 ? 1 : 0] ?? 0);
  list.add(ended['.?!'.includes(text.charAt(text.length - 1)) ? 1 : 0] ?? 0);
  const first = text.charCodeAt(0);
  list.add(begun[first >= 97 && first <= 122 ? 1 : 0] ?? 0);
};
