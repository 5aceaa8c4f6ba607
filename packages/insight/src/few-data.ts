/**
 * What little data can say all the same, and what no amount of them will ever say.
 *
 * Every team, however small, gets one true sentence with something to do. A need that more data cannot cure (one agent,
 * ratings that never differ, one reviewer) is named as such, and never put as "so many more".
 */
import { type FocusQuality, qualityWords, type ReadingTip } from '@rapport/contract';
import { fewestAgents } from './drivers/estimate-drivers.ts';
import type { LadderCounts } from './find-ladder.ts';
import { inHundred } from './write-sentences.ts';

/** So many equal ratings are no accident of few. */
const fewestEqual = 5;
const fewestReviews = 5;

/** Ratings that never differ: everybody satisfied, or nobody. */
export const areRatingsEqual = ({ ratings, satisfied }: Pick<LadderCounts, 'ratings' | 'satisfied'>): boolean =>
  ratings >= fewestEqual && (satisfied === 0 || satisfied === ratings);

export function listLimits(counts: LadderCounts): string[] {
  const { conversations, agents, ratings, satisfied, reviews, reviewers } = counts;
  if (conversations === 0) return [];
  const limits: string[] = [];
  if (agents === 1) {
    limits.push(
      'All replies are by one person: nothing can be compared between people, however many conversations come. This person’s own weeks can be.',
    );
  } else if (agents > 1 && agents < fewestAgents) {
    limits.push(
      `With ${agents} agents every range speaks for these ${agents} people only. More conversations narrow it; they do not make it hold for others.`,
    );
  }
  if (areRatingsEqual(counts)) {
    const all =
      satisfied === 0 ? 'Nobody who rated was satisfied' : `All ${ratings} customers who rated were satisfied`;
    limits.push(
      `${all}: what never differs cannot go together with anything, and more of the same would not change that. Read those who did not rate.`,
    );
  }
  if (reviewers === 1 && reviews >= fewestReviews) {
    limits.push(
      'All reviews are by one person: how far two would agree cannot be told, however many that person reads. A second reader of the same twenty can tell it.',
    );
  }
  return limits;
}

/** The rate with the surest room: surely the least often met of those that are not called for everywhere; null without any. */
export function findLowest(qualities: readonly FocusQuality[]): FocusQuality | null {
  const [lowest] = qualities
    .filter(
      ({ quality, met, missedCount }) =>
        !qualityWords[quality].alwaysCalledFor && met.value !== null && missedCount > 0,
    )
    .sort((a, b) => (a.met.upper ?? 1) - (b.met.upper ?? 1));
  return lowest ?? null;
}

/** "Empathy was met in 39 of 100 …": the rate with the surest room, with what to do; null without any rate. */
export function sayRate(qualities: readonly FocusQuality[]): string | null {
  const lowest = findLowest(qualities);
  if (lowest === null) return null;
  const name = qualityWords[lowest.quality].name;
  const many = lowest.missedCount === 1 ? 'the one conversation' : `some of the ${lowest.missedCount}`;
  return `${name} was met in ${inHundred(lowest.met)} of the times it was called for: read ${many} in which it was missed. Whether it moves customers cannot be told yet.`;
}

/** One conversation to open, where nothing can be counted yet. */
export const sayReading = ([first]: readonly ReadingTip[]): string | null =>
  first === undefined ? null : `Open this one first: ${first.sentence}`;
