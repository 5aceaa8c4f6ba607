/**
 * Which conversations to review: the same number per agent, by chance within the agent, spread over weeks and channels.
 *
 * Fair: equal precision and equal exposure. Every conversation of an agent has the same chance, stored with the draw, so
 * that the reviews may enter rates. Drawn systematically along weeks and channels with a random start.
 * Source: Cochran, Sampling Techniques, ch. 8.
 */
import { createRandom, reviewsForMargin } from '@rapport/statistics';
import type { ScoredRow } from '../scored-table.ts';

export interface ReviewPlan {
  drawn: { conversation: string; agent: string; probability: number }[];
  /** Conversations that could have been drawn, per agent. */
  frame: { agent: string; conversations: number }[];
  perAgent: number;
  seed: number;
}

type Frame = Pick<ScoredRow, 'conversation' | 'agent' | 'week' | 'channel'>;

export function planReviews(
  rows: readonly Frame[],
  { perAgent, seed }: { perAgent: number; seed: number },
): ReviewPlan {
  const random = createRandom(seed);
  const groups = new Map<string, Frame[]>();
  // Sorted first, so that the order in which conversations arrive changes nothing.
  for (const row of [...rows].sort((one, two) => compareText(one.conversation, two.conversation))) {
    groups.set(row.agent, [...(groups.get(row.agent) ?? []), row]);
  }
  const agents = [...groups].sort(([one], [two]) => compareText(one, two));
  const drawn = agents.flatMap(([agent, own]) => {
    const size = Math.min(perAgent, own.length);
    const spread = random
      .shuffle(own)
      .sort((one, two) => (one.week ?? 0) - (two.week ?? 0) || compareText(one.channel, two.channel));
    const step = own.length / Math.max(1, size);
    const start = random.next() * step;
    return Array.from({ length: size }, (_, place) => spread[Math.floor(start + place * step)]).flatMap((row) =>
      row ? [{ conversation: row.conversation, agent, probability: size / own.length }] : [],
    );
  });
  return { drawn, frame: agents.map(([agent, own]) => ({ agent, conversations: own.length })), perAgent, seed };
}

/** Random reviews for a team's rate to within a margin, e.g. .05; fewer when the machine agrees with people (r). */
export function reviewsNeeded({
  margin,
  conversations,
  rate = 0.8,
  machineCorrelation = 0,
}: {
  margin: number;
  conversations: number;
  rate?: number;
  machineCorrelation?: number;
}): number {
  return Math.min(conversations, reviewsForMargin({ rate, margin, population: conversations, machineCorrelation }));
}

const compareText = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);
