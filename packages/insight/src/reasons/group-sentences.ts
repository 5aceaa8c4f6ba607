/**
 * Sentences about the same thing, put together by their words: deterministic, no model, no language of its own.
 *
 * A group is named by two words that stand together in one sentence far more often than chance would have it; one word
 * alone means too many things. Round by round the pair that says most is taken: how many conversations it holds
 * times how surprising it is that its words meet. A conversation lies in one group only, the first that fits, so the
 * counts of all groups add up. Fewer than five conversations are no group.
 *
 * Chance is every word dealt out anew to the places there are, so long sentences are no proof; and a sentence told again
 * word for word (somebody who writes twice, a story passed on) is no second proof. It is counted, but makes no group.
 * Source: the measure is the pointwise part of the likelihood ratio of Dunning 1993, https://aclanthology.org/J93-1003/
 */
import { lowerGamma } from '@rapport/statistics';
import { type CodedSentences, countPairs, encode, placesOfPairs } from './pair-counts.ts';

export interface WordedSentence {
  conversation: number;
  /** Stems in the order in which they stand, each once. */
  words: readonly string[];
}

export interface SentenceGroup {
  /** The words that name it, in the order of the alphabet, joined by "~": the same words are the same group tomorrow. */
  key: string;
  words: readonly string[];
  /** Places in the list of sentences. */
  sentences: number[];
  conversations: number;
}

/** Fewer conversations are single stories, not a reason. */
export const fewestInGroup = 5;
/** More groups than this nobody looks after. */
const mostGroups = 40;
/** A pair must meet so many times as often as it would by chance: in much data a tenth more is sure, and says nothing. */
const leastLift = 2;
/** Of all groups so many may be luck: false discovery is controlled over every pair of words that could have met … */
const byChance = 0.05;
/** … but what this share of the conversations says is a reason, though no two of its words could meet less. */
const commonShare = 0.2;
/** Only so many pairs are held with their places: those that say most. Forty groups come out of far fewer. */
const mostCandidates = 4000;

/**
 * @param fewest conversations of a group
 * @returns the groups in the order in which they were taken: a conversation lies in the first that fits
 */
export function groupSentences(sentences: readonly WordedSentence[], fewest = fewestInGroup): SentenceGroup[] {
  const coded = encode(sentences, fewest);
  const taken = new Set<number>();
  const groups: SentenceGroup[] = [];
  // Lazy greedy: what a candidate is worth only falls, so the first whose fresh worth stays on top is the best.
  const queue = new CandidateQueue(rankCandidates(coded, fewest));
  for (let next = queue.pop(); next !== null && groups.length < mostGroups; next = queue.pop()) {
    const places = next.places.filter((place) => !taken.has(coded.conversations[place] ?? -1));
    const fresh = new Set(places.map((place) => coded.conversations[place] ?? -1));
    if (tellingsOf(coded, places) < fewest) continue;
    const worth = fresh.size * next.surprise;
    if (worth < next.worth && !queue.isAhead(worth, next.key)) {
      queue.push({ ...next, worth });
      continue;
    }
    for (const conversation of fresh) taken.add(conversation);
    groups.push({ key: next.key, words: next.key.split('~'), sentences: places, conversations: fresh.size });
  }
  return groups;
}

interface Candidate {
  key: string;
  places: readonly number[];
  surprise: number;
  worth: number;
}

function rankCandidates(coded: CodedSentences, fewest: number): Candidate[] {
  const counted = countPairs(coded, fewest).map((one) => ({
    ...one,
    expected: (coded.counts[one.one] ?? 0) * (coded.counts[one.other] ?? 0) * coded.meeting,
  }));
  const sure = limitOfChance(
    counted.map(({ count, expected }) => chanceOf(count, expected)),
    coded.counts.reduce((sum, count) => sum + (count >= fewest ? 1 : 0), 0),
  );
  const found = counted.flatMap(({ pair, one, other, count, expected }) => {
    const isCommon = count >= commonShare * coded.conversationCount;
    const lift = count / expected;
    if (isCommon ? lift < 1 : lift < leastLift || chanceOf(count, expected) > sure) return [];
    const [first, second] = [coded.words[one] ?? '', coded.words[other] ?? ''].sort(compare);
    const surprise = Math.log(2 * lift);
    return [{ pair, key: `${first}~${second}`, surprise, worth: count * surprise }];
  });
  const kept = found.sort((a, b) => b.worth - a.worth || compare(a.key, b.key)).slice(0, mostCandidates);
  const places = placesOfPairs(coded, new Set(kept.map(({ pair }) => pair)), fewest);
  return kept.map(({ pair, ...one }) => ({ ...one, places: places.get(pair) ?? [] }));
}

/** The chance that a pair meets so often or oftener where words are dealt out anew: the upper tail of a Poisson count. */
const chanceOf = (count: number, expected: number): number => (expected <= 0 ? 0 : lowerGamma(count, expected));

/**
 * Up to which chance a pair is called no accident: Benjamini and Hochberg over every pair of words that could have met
 * often enough, seen or not.
 */
function limitOfChance(chances: readonly number[], words: number): number {
  const all = (words * (words - 1)) / 2;
  const sorted = [...chances].sort((a, b) => a - b);
  for (let place = sorted.length; place > 0; place -= 1) {
    const limit = (byChance * place) / all;
    if ((sorted[place - 1] ?? 1) <= limit) return limit;
  }
  return -1;
}

/** Conversations that tell it in words of their own. */
function tellingsOf({ conversations, copies }: CodedSentences, places: readonly number[]): number {
  return new Set(places.filter((place) => copies[place] !== 1).map((place) => conversations[place] ?? -1)).size;
}

/** The best first; ties in the order of the alphabet, so that the same sentences give the same groups. */
class CandidateQueue {
  private readonly heap: Candidate[] = [];

  constructor(candidates: readonly Candidate[]) {
    for (const one of candidates) this.push(one);
  }

  push(one: Candidate): void {
    const { heap } = this;
    heap.push(one);
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  pop(): Candidate | null {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length === 0) return top;
    heap[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let best = at;
      if (left < heap.length && this.isBefore(left, best)) best = left;
      if (right < heap.length && this.isBefore(right, best)) best = right;
      if (best === at) return top;
      this.swap(at, best);
      at = best;
    }
  }

  /** Would something of this worth stand before everything that is left? */
  isAhead(worth: number, key: string): boolean {
    const top = this.heap[0];
    return top === undefined || worth > top.worth || (worth === top.worth && compare(key, top.key) < 0);
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (!a || !b) return false;
    return a.worth > b.worth || (a.worth === b.worth && compare(a.key, b.key) < 0);
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a && b) [this.heap[one], this.heap[other]] = [b, a];
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
