/** Runs of three to five letters inside words: they see through misspelt, disguised and never seen words. */
import type { FeatureList } from './feature-list.ts';
import { hashText } from './hash.ts';

const shortest = 3;
const longest = 5;
/** Words are read up to here; nothing longer is a word. */
const longestWord = 24;
const seed = 0x2c1b3c6d;

const memory = 30_000;
const known = new Map<string, readonly number[]>();

/** Adds the runs of every word, with the word's edges as letters of their own. */
export const findLetterFeatures = (words: readonly string[], list: FeatureList): void => {
  for (const word of words) {
    let runs = known.get(word);
    if (!runs) {
      runs = runsOf(word);
      if (known.size >= memory) known.clear();
      known.set(word, runs);
    }
    for (const run of runs) list.add(run);
  }
};

const runsOf = (word: string): number[] => {
  const edged = `<${word.slice(0, longestWord)}>`;
  const runs: number[] = [];
  for (let length = shortest; length <= longest; length += 1) {
    for (let at = 0; at + length <= edged.length; at += 1) runs.push(hashText(edged.slice(at, at + length), seed));
  }
  return runs;
};
