/**
 * Five conversations to read first: where something went wrong after a miss, each for another reason where possible.
 * Surest moments first; a conversation is listed once.
 */
import { qualityIds, qualityWords, type ReadingTip } from '@rapport/contract';
import type { ReadingCandidate } from './focus-input.ts';
import { nameOf } from './write-sentences.ts';

/** So many misses of each quality are kept to choose from. */
export const mostCandidates = 20;
/** "4 pm" shows nobody what happened; a sentence of this many words does. */
export const fewestWords = 5;

export function chooseReading(candidates: readonly ReadingCandidate[], howMany = 5): ReadingTip[] {
  const queues = qualityIds
    .map((quality) => candidates.filter((one) => one.quality === quality))
    .filter((queue) => queue.length > 0)
    // Qualities called for everywhere come last: what they show is seldom the story.
    .sort((a, b) => Number(isEverywhere(a)) - Number(isEverywhere(b)));
  const taken = new Set<string>();
  const tips: ReadingTip[] = [];
  for (let round = 0; tips.length < howMany && queues.some((queue) => queue.length > round); round += 1) {
    for (const queue of queues) {
      const one = queue[round];
      if (!one || taken.has(one.conversationId) || tips.length >= howMany) continue;
      taken.add(one.conversationId);
      tips.push(tipOf(one));
    }
  }
  return tips;
}

/** The best of each quality, best first; those alike in the order given. */
export function chooseCandidates(candidates: readonly ReadingCandidate[]): ReadingCandidate[] {
  return qualityIds.flatMap((quality) =>
    candidates
      .filter((one) => one.quality === quality)
      .sort(
        (a, b) =>
          Number(tells(b)) - Number(tells(a)) || Number(b.followed) - Number(a.followed) || b.confidence - a.confidence,
      )
      .slice(0, mostCandidates),
  );
}

const isEverywhere = (queue: readonly ReadingCandidate[]): boolean =>
  queue[0] !== undefined && qualityWords[queue[0].quality].alwaysCalledFor;

const tells = ({ quote }: ReadingCandidate): boolean => quote.split(/\s+/).length >= fewestWords;

function tipOf({ conversationId, quality, quote, why, followed }: ReadingCandidate): ReadingTip {
  const after = followed ? ' Trouble followed.' : '';
  return { conversationId, quality, quote, sentence: `${nameOf(quality)}: ${why}${after}` };
}
