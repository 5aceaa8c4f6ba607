/** How far scores move over many pairs. Communication is left out: there, how something is written is the matter itself. */
import { differencesOf, type Pair } from './pair.ts';

/** More than this many points of 100 is a flip. */
export const flipFrom = 6;

export interface Spread {
  pairs: number;
  /** Qualities scored on both sides, over all pairs. */
  scores: number;
  /** Mean distance of those, in points of 100. */
  meanPoints: number;
  worstPoints: number;
  /** How many of `scores` move by more than `flipFrom`. */
  flips: number;
  /** Qualities scored on one side only, over all pairs. */
  opened: number;
}

export const spreadOf = (pairs: readonly Pair[]): Spread => {
  const all = pairs.flatMap(differencesOf).filter(({ quality }) => quality !== 'communication');
  const both = all.filter(({ before, after }) => before !== null && after !== null);
  return {
    pairs: pairs.length,
    scores: both.length,
    meanPoints: both.reduce((sum, { points }) => sum + points, 0) / Math.max(1, both.length),
    worstPoints: Math.max(0, ...both.map(({ points }) => points)),
    flips: both.filter(({ points }) => points > flipFrom).length,
    opened: all.filter(({ before, after }) => (before === null) !== (after === null)).length,
  };
};
