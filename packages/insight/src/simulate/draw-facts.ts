/** A small team's conversations as the focus reads them, made up by chance: called for here and there, met by luck. */
import { type QualityId, qualityIds } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import type { ConversationFacts, QualityFacts } from '../focus-input.ts';

export interface SmallTeam {
  name?: string;
  conversations: number;
  agents: number;
  /** So many of the conversations carry a rating. */
  ratings?: number;
  allSatisfied?: boolean;
  /** By one reviewer. */
  reviews?: number;
}

/** The least there can be, corner by corner: no page may fall silent on any of them, or ask for what would not help. */
export const smallTeams: readonly SmallTeam[] = [
  ...[0, 1, 5, 20].map((conversations) => ({ name: `${conversations} conversations`, conversations, agents: 2 })),
  { name: 'one agent', conversations: 500, agents: 1, ratings: 60 },
  { name: 'no ratings', conversations: 500, agents: 9 },
  { name: 'ratings all equal', conversations: 800, agents: 9, ratings: 300, allSatisfied: true },
  { name: 'one reviewer', conversations: 500, agents: 9, ratings: 60, reviews: 40 },
  ...[3, 5, 8].flatMap((agents) =>
    [0, 30, 120].map((ratings) => ({
      ...{ name: `${agents} agents, ${ratings} ratings, 2,000 conversations`, conversations: 2000 },
      ...{ agents, ratings },
    })),
  ),
];

export function drawFacts(
  seed: number,
  { conversations, agents, ratings = 0, allSatisfied = false }: SmallTeam,
): ConversationFacts[] {
  const random = createRandom(seed);
  return Array.from({ length: conversations }, (_, place) => ({
    id: `c${place}`,
    signals: random.next() < 0.04 ? [{ kind: 'asked-for-manager' as const, position: 2 }] : [],
    wroteAgain: null,
    satisfied: place < ratings ? allSatisfied || random.next() < 0.7 : null,
    feelingFirst: null,
    feelingLast: null,
    assessments: [{ agent: String(random.integer(agents)), qualities: qualityIds.flatMap(drawQuality) }],
  }));

  function drawQuality(quality: QualityId, place: number): QualityFacts[] {
    if (random.next() > 0.3 + (place % 5) / 10) return [];
    const met = random.next() < 0.45 + place / 40;
    return [
      {
        ...{ quality, verdict: met ? ('met' as const) : ('missed' as const), confidence: 0.8, calledAt: 0 },
        ...{ quote: met ? '' : 'Where is my order, please?', why: met ? '' : 'The question is passed over.' },
      },
    ];
  }
}
