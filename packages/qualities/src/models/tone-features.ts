/**
 * Features of a text for its tone. Politeness hangs on small words, marks and their order ("could you please …?" against
 * "why would you …?"), so neighbours are read up to three tokens wide, and how sentences begin and end is kept apart.
 */
import type { PlainSentence } from '../acts/act-reader.ts';
import { FeatureList } from './feature-list.ts';
import { findFormFeatures } from './find-form-features.ts';
import { findLetterFeatures } from './find-letter-features.ts';
import { edgeToken, findTokens } from './find-tokens.ts';
import { hashText, mixHashes } from './hash.ts';

/** Where the kinds of features end in the list. */
export interface ToneParts {
  pairs: number;
  triples: number;
  letters: number;
  form: number;
}

const kinds = { word: 31, pair: 32, triple: 33, gap: 34, begin: 35, beginTwo: 36, end: 37 } as const;
/** First, middle and last sentence; requests are mostly in the last. */
const places = [41, 42, 43] as const;

const tokens = new FeatureList();
const triples = new FeatureList();
const ends = new FeatureList();

export const findToneFeatures = (sentences: readonly PlainSentence[], list: FeatureList): ToneParts => {
  list.clear();
  triples.clear();
  ends.clear();
  for (let index = 0; index < sentences.length; index += 1) {
    findTokens(sentences[index]?.text ?? '', tokens);
    addTokens(list);
    addEnds(index === sentences.length - 1 ? places[2] : index === 0 ? places[0] : places[1]);
  }
  const pairs = list.length;
  addAll(triples, list);
  const afterTriples = list.length;
  for (const { words } of sentences) findLetterFeatures(words, list);
  const letters = list.length;
  addAll(ends, list);
  for (const { text, words } of sentences) findFormFeatures(text, words.length, list);
  list.add(lengthKeys[Math.min(sentences.length, 5)] ?? 0);
  return { pairs, triples: afterTriples, letters, form: list.length };
};

/** Calls `add` once for each kind of feature with its place in the list and its amount, in learning and in reading. */
export const forEachTonePart = (
  { pairs, triples: afterTriples, letters, form }: ToneParts,
  add: (from: number, to: number, amount: number) => void,
): void => {
  add(0, pairs, amountOf(1.4, pairs));
  add(pairs, afterTriples, amountOf(1, afterTriples - pairs));
  add(afterTriples, letters, amountOf(0.8, letters - afterTriples));
  add(letters, form, amountOf(1.1, form - letters));
};

/** Kinds share one amount, so that long texts do not shout. */
const amountOf = (weight: number, count: number): number => (count === 0 ? 0 : weight / Math.sqrt(count));

const addTokens = (list: FeatureList): void => {
  const { keys, length } = tokens;
  let before = edgeToken;
  let beforeThat = edgeToken;
  for (let at = 0; at <= length; at += 1) {
    const token = at < length ? (keys[at] ?? 0) : edgeToken;
    const pair = mixHashes(before, token);
    if (at < length) list.add(mixHashes(token, kinds.word));
    list.add(mixHashes(pair, kinds.pair));
    triples.add(mixHashes(mixHashes(beforeThat, pair), kinds.triple));
    triples.add(mixHashes(mixHashes(beforeThat, token), kinds.gap));
    beforeThat = before;
    before = token;
  }
};

const addEnds = (place: number): void => {
  const { keys, length } = tokens;
  if (length === 0) return;
  const first = keys[0] ?? 0;
  const two = mixHashes(first, length > 1 ? (keys[1] ?? 0) : edgeToken);
  for (const kind of [kinds.begin, place]) {
    ends.add(mixHashes(mixHashes(first, kinds.begin), kind));
    ends.add(mixHashes(mixHashes(two, kinds.beginTwo), kind));
  }
  ends.add(mixHashes(mixHashes(keys[length - 1] ?? 0, kinds.end), place));
};

const addAll = (from: FeatureList, to: FeatureList): void => {
  for (let at = 0; at < from.length; at += 1) to.add(from.keys[at] ?? 0);
};

const lengthKeys = [0, 1, 2, 3, 4, 5].map((count) => hashText(`tone sentences ${count}`));
