/**
 * Counts scored conversations one after the other, so that the focus analysis never holds them all. The store counts the
 * same in the database; a test holds the two together.
 */
import type { QualityId } from '@rapport/contract';
import { chooseCandidates } from './choose-reading.ts';
import type {
  AfterTally,
  AgentTally,
  ConversationFacts,
  FocusTally,
  QualityFacts,
  QualityTally,
  ReadingCandidate,
} from './focus-input.ts';
import { hasObservation, troubleFollowed } from './trouble.ts';

export interface FocusCounter {
  add(one: ConversationFacts): void;
  /** @returns agents by their key, so that the order in which conversations came does not matter */
  tally(): FocusTally;
}

export function openFocusCounter(): FocusCounter {
  let [scored, observed] = [0, 0];
  const agents = new Map<string, Open<AgentTally>>();
  let candidates: ReadingCandidate[] = [];
  const at = (agent: string): Open<AgentTally> => {
    const known = agents.get(agent) ?? emptyAgent(agent);
    agents.set(agent, known);
    return known;
  };
  return {
    add(one) {
      scored += 1;
      if (hasObservation(one)) observed += 1;
      if (one.assessments[0]) countFirst(at(one.assessments[0].agent).answeredFirst, one);
      for (const { agent, qualities } of one.assessments) {
        for (const facts of qualities) {
          if (facts.verdict === 'no-opportunity') continue;
          const followed = troubleFollowed(one, facts.quality, facts.calledAt);
          countQuality(at(agent), facts, followed);
          if (facts.verdict === 'missed' && facts.quote !== '') candidates.push(candidateOf(one.id, facts, followed));
        }
      }
      if (candidates.length > candidatesHeld) candidates = chooseCandidates(candidates);
    },
    tally: () => ({
      scored,
      observed,
      agents: [...agents.values()].sort((a, b) => (a.agent < b.agent ? -1 : 1)),
      reading: chooseCandidates(candidates),
    }),
  };
}

export function tallyFocus(conversations: Iterable<ConversationFacts>): FocusTally {
  const counter = openFocusCounter();
  for (const one of conversations) counter.add(one);
  return counter.tally();
}

/** As many are kept before the best of them are chosen. */
const candidatesHeld = 5000;

type Open<T> = { -readonly [K in keyof T]: T[K] extends object ? Open<T[K]> : T[K] };

const emptyAgent = (agent: string): Open<AgentTally> => ({
  agent,
  qualities: {},
  answeredFirst: { rated: 0, satisfied: 0, watched: 0, wroteAgain: 0, feeling: { n: 0, total: 0, squares: 0 } },
});

function countFirst(counts: Open<AgentTally>['answeredFirst'], one: ConversationFacts): void {
  if (one.satisfied !== null) counts.rated += 1;
  if (one.satisfied === true) counts.satisfied += 1;
  if (one.wroteAgain !== null) counts.watched += 1;
  if (one.wroteAgain === true) counts.wroteAgain += 1;
  if (one.feelingFirst === null || one.feelingLast === null) return;
  const change = one.feelingLast - one.feelingFirst;
  counts.feeling.n += 1;
  counts.feeling.total += change;
  counts.feeling.squares += change * change;
}

const emptyQuality = (): Open<QualityTally> => ({ called: 0, met: emptyAfter(), missed: emptyAfter() });
const emptyAfter = (): Open<AfterTally> => ({ n: 0, known: 0, followed: 0 });

function countQuality(
  { qualities }: { qualities: Partial<Record<QualityId, Open<QualityTally>>> },
  { quality, verdict }: QualityFacts,
  followed: boolean | null,
): void {
  const counts = qualities[quality] ?? emptyQuality();
  qualities[quality] = counts;
  counts.called += 1;
  if (verdict !== 'met' && verdict !== 'missed') return;
  const after = counts[verdict];
  after.n += 1;
  if (followed !== null) after.known += 1;
  if (followed === true) after.followed += 1;
}

const candidateOf = (conversationId: string, facts: QualityFacts, followed: boolean | null): ReadingCandidate => ({
  conversationId,
  quality: facts.quality,
  confidence: facts.confidence,
  followed: followed === true,
  quote: facts.quote,
  why: facts.why,
});
