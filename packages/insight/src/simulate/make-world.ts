/** The team behind the conversations: levels of agents, kinds of work, errors of the machine, severity of reviewers. */
import { createRandom, type Random } from '@rapport/statistics';
import type { TeamPlan } from './team-plan.ts';

export const channels = ['email', 'chat', 'phone', 'social'] as const;
export const topics = ['billing', 'shipping', 'refund', 'technical', 'account'] as const;

export interface World {
  random: Random;
  means: number[];
  agentLevels: number[][];
  agentMoods: number[];
  topicShifts: number[][];
  topicMoods: number[];
  angerShifts: number[];
  channelBias: number[][];
  noises: number[];
  gains: number[];
  blankLogits: (number | null)[];
  blankTopics: number[][];
  severities: number[];
  mixes: { topic: number[]; channel: number[] }[];
}

export function makeWorld(plan: TeamPlan, agents: number, qualities: number): World {
  const random = createRandom(plan.seed);
  const list = <T>(size: number, make: (place: number) => T): T[] => Array.from({ length: size }, (_, i) => make(i));
  const { blanks = 0, agentSpread = 0.3 } = plan;
  const between = (low: number, high: number) => low + (high - low) * random.next();
  const share = (size: number, spread: number) => list(size, () => Math.exp(spread * random.normal()));
  return {
    random,
    means: list(qualities, () => between(3, 3.8)),
    agentLevels: list(agents, () => {
      const common = (agentSpread / 2) * random.normal();
      return list(qualities, () => common + agentSpread * random.normal());
    }),
    agentMoods: list(agents, () => 0.3 * random.normal()),
    topicShifts: list(qualities, () => list(topics.length, () => 0.2 * random.normal())),
    topicMoods: list(topics.length, () => 0.4 * random.normal()),
    angerShifts: list(qualities, () => (random.next() < 0.4 ? between(0.2, 0.5) : 0)),
    channelBias: list(qualities, () => list(channels.length, () => 4 * random.normal())),
    noises: list(qualities, () => between(7, 16)),
    gains: list(qualities, () => between(10, 18)),
    blankLogits: list(qualities, (place) => {
      const wanted = typeof blanks === 'number' ? blanks : (blanks[place] ?? 0);
      return wanted > 0 ? Math.log(wanted / (1 - wanted)) : null;
    }),
    blankTopics: list(qualities, () => list(topics.length, () => 0.7 * random.normal())),
    severities: list(4, () => 0.2 * random.normal()),
    mixes: list(agents, () => ({ topic: share(topics.length, 0.5), channel: share(channels.length, 0.5) })),
  };
}

export const chance = (line: number): number => 1 / (1 + Math.exp(-line));
