/**
 * Features of how a sentence begins and ends, and of the first letters of longer words: "could you", "we have just",
 * "… for you", "deliver…". For acts they are worth about .006 of macro-F1 together.
 */
import type { FeatureList } from './feature-list.ts';
import { knownWordOf } from './find-text-features.ts';
import { mixHashes } from './hash.ts';

const kinds = { opens: 11, opensFamily: 12, closes: 13 } as const;
const nothing = 77_777;

/** `spelled` are the words as `spellOut` gives them. */
export const findEdgeFeatures = (spelled: readonly string[], list: FeatureList): void => {
  const count = spelled.length;
  if (count === 0) return;
  const hash = (at: number): number => (at >= 0 && at < count ? knownWordOf(spelled[at] ?? '').hash : nothing);
  const family = (at: number): number => (at < count ? knownWordOf(spelled[at] ?? '').family : nothing);
  list.add(mixHashes(mixHashes(hash(0), hash(1)), kinds.opens));
  list.add(mixHashes(mixHashes(mixHashes(family(0), family(1)), family(2)), kinds.opensFamily));
  list.add(mixHashes(mixHashes(hash(count - 2), hash(count - 1)), kinds.closes));
  for (const word of spelled) {
    const { stem } = knownWordOf(word);
    if (stem !== 0) list.add(stem);
  }
};
