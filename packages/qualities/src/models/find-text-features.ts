/**
 * Features of the words of a sentence: each word, its families, pairs of neighbours, and pairs of neighbouring families.
 * Where asked, also how the sentence begins and ends and the first letters of longer words, which is worth about .005 of
 * macro-F1 for acts. Runs of letters inside words were measured too: they cost most of the time and added nothing.
 */
import { longestKept } from '../text/find-words.ts';
import { spellOut } from '../text/spell-out.ts';
import type { FeatureList } from './feature-list.ts';
import { hashText, mixHashes } from './hash.ts';
import { wordFamilies } from './word-families.ts';

/** One word as it is read: contractions opened, slips and chat spellings mended. */
interface Part {
  /** Hash of the word itself; the left or right half of pairs. */
  hash: number;
  /** Hash of its first family, or of its ending where it has none. */
  family: number;
  /** Features the word alone stands for. */
  features: readonly number[];
  /** Stands for its first letters where it is long; 0 else. */
  stem: number;
}

interface KnownWord {
  /** Hash of the word as written. */
  hash: number;
  /** "don't" has two. */
  parts: readonly Part[];
}

const start = 12_345;
const stop = 54_321;
const kinds = { word: 1, pair: 3, family: 6, familyPair: 7, stem: 8, opens: 11, opensFamily: 12, closes: 13 } as const;
const stemLength = 5;

/** Words remembered at most; memory must not grow with what people write. */
const memory = 30_000;
const known = new Map<string, KnownWord>();

const knowWord = (word: string): KnownWord => {
  const found = known.get(word);
  if (found) return found;
  const entry: KnownWord = { hash: hashText(withoutDigits(word)), parts: spellOut([word]).map(partOf) };
  if (known.size >= memory) known.clear();
  if (word.length <= longestKept) known.set(word, entry);
  return entry;
};

const partOf = (word: string): Part => {
  const bare = withoutDigits(word);
  const families = wordFamilies.get(bare) ?? [];
  const hash = hashText(bare);
  return {
    hash,
    family: hashText(`K${families[0] ?? endingOf(bare)}`),
    features: [
      mixHashes(hash, kinds.word),
      ...families.map((family) => mixHashes(hashText(`K${family}`), kinds.family)),
    ],
    stem: bare.length > stemLength ? mixHashes(hashText(bare.slice(0, stemLength)), kinds.stem) : 0,
  };
};

/** The number a word goes by; words with other digits share it. */
export const hashOfWord = (word: string): number => knowWord(word).hash;

/** Adds the features of one sentence's words. */
export const findTextFeatures = (words: readonly string[], list: FeatureList): void => {
  let before = start;
  let familyBefore = start;
  for (const word of words) {
    for (const { hash, family, features } of knowWord(word).parts) {
      for (let at = 0; at < features.length; at += 1) list.add(features[at] ?? 0);
      list.add(mixHashes(mixHashes(before, hash), kinds.pair));
      list.add(mixHashes(mixHashes(familyBefore, family), kinds.familyPair));
      before = hash;
      familyBefore = family;
    }
  }
  list.add(mixHashes(mixHashes(before, stop), kinds.pair));
  list.add(mixHashes(mixHashes(familyBefore, stop), kinds.familyPair));
};

const nothing: Part = { hash: 77_777, family: 77_777, features: [], stem: 0 };

/** Adds how a sentence begins and ends ("could you …", "… for you") and its words by their first letters. */
export const findEdgeFeatures = (words: readonly string[], list: FeatureList): void => {
  let count = 0;
  let first = nothing;
  let second = nothing;
  let third = nothing;
  let beforeLast = nothing;
  let last = nothing;
  for (const word of words)
    for (const part of knowWord(word).parts) {
      if (count === 0) first = part;
      else if (count === 1) second = part;
      else if (count === 2) third = part;
      beforeLast = last;
      last = part;
      count += 1;
      if (part.stem !== 0) list.add(part.stem);
    }
  if (count === 0) return;
  list.add(mixHashes(mixHashes(first.hash, second.hash), kinds.opens));
  list.add(mixHashes(mixHashes(mixHashes(first.family, second.family), third.family), kinds.opensFamily));
  list.add(mixHashes(mixHashes(beforeLast.hash, last.hash), kinds.closes));
};

/** Numbers differ from case to case; only how long they are says something. */
const withoutDigits = (word: string): string => {
  if (!/\d/.test(word)) return word;
  if (!/^\d+$/.test(word)) return word.replace(/\d+/g, '#');
  return word.length <= 2 ? '#' : word.length <= 4 ? '##' : '###';
};

const endingOf = (word: string): string => {
  if (word.startsWith('#')) return '#';
  for (const ending of ['ing', 'ed', 'ly', 's']) if (word.endsWith(ending)) return `-${ending}`;
  return word.length <= 3 ? word : '-';
};
