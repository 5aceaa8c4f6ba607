/**
 * Features of the words of a sentence: each word, its families, pairs of neighbours, and pairs of neighbouring families.
 * Runs of letters inside words were measured too: they cost most of the time and added nothing for acts.
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
}

interface KnownWord {
  /** Hash of the word as written. */
  hash: number;
  /** "don't" has two. */
  parts: readonly Part[];
}

const start = 12_345;
const stop = 54_321;
const kinds = { word: 1, pair: 3, family: 6, familyPair: 7 } as const;

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
