/** One conversation: what was shown, what the machine saw, what the customer felt and said. */
import type { Random } from '@rapport/statistics';
import type { ScoredRow } from '../scored-table.ts';
import { chance, channels, topics, type World } from './make-world.ts';
import type { TeamPlan } from './team-plan.ts';

export interface Drawn {
  row: ScoredRow;
  truths: number[];
  line: number;
  agent: number;
  opened: boolean[];
}

export function drawConversation(
  world: World,
  { mood = 0 }: TeamPlan,
  { agent, week, id, effects }: { agent: number; week: number; id: number; effects: readonly number[] },
): Drawn {
  const { random } = world;
  const topic = pick(random, world.mixes[agent]?.topic ?? []);
  const channel = pick(random, world.mixes[agent]?.channel ?? []);
  const openingEmotion = clamp(-0.35 + 0.45 * random.normal(), -1, 1);
  const common = 0.3 * random.normal();
  const halo = 5 * random.normal();
  const truths = effects.map(
    (_, k) =>
      (world.means[k] ?? 3) +
      (world.agentLevels[agent]?.[k] ?? 0) +
      (world.topicShifts[k]?.[topic] ?? 0) -
      (world.angerShifts[k] ?? 0) * (openingEmotion + 0.35) +
      common +
      0.6 * random.normal(),
  );
  const opened = effects.map((_, k) => {
    const logit = world.blankLogits[k] ?? null;
    if (logit === null) return true;
    return random.next() >= chance(logit + (world.blankTopics[k]?.[topic] ?? 0) + 0.8 * (openingEmotion + 0.35));
  });
  const line =
    0.7 +
    mood +
    1.2 * (openingEmotion + 0.35) +
    (world.agentMoods[agent] ?? 0) +
    (world.topicMoods[topic] ?? 0) +
    effects.reduce((sum, effect, k) => sum + (opened[k] ? effect * ((truths[k] ?? 0) - (world.means[k] ?? 0)) : 0), 0);
  const latent = line + logistic(random);
  const closingEmotion = clamp(0.35 * openingEmotion + 0.16 * latent + 0.25 * random.normal(), -1, 1);
  const csat = 1 + [-1.6, -0.8, 0, 1.1].filter((cut) => latent > cut).length;
  const resolved = random.next() < chance(0.7 + 0.35 * latent);
  const answers =
    random.next() < chance(-1.6 + 1.3 * closingEmotion ** 2 + 0.35 * Number(resolved) + 0.3 * Number(csat === 1));
  const recontact = -Math.log(random.next()) * (resolved ? 60 : 20);
  const followedDays = Math.min(30, (27 - week) * 7 + 7 * random.next());
  const scores = truths.map((truth, k) => {
    const score = 50 + (world.gains[k] ?? 14) * (truth - 3.3) + (world.channelBias[k]?.[channel] ?? 0) + halo;
    const noisy = clamp(score + (world.noises[k] ?? 10) * random.normal(), 0, 100);
    return opened[k] ? Math.round(noisy * 10) / 10 : null;
  });
  const row: ScoredRow = {
    conversation: `c${String(id).padStart(6, '0')}`,
    agent: `agent-${String(agent + 1).padStart(2, '0')}`,
    week,
    channel: channels[channel] ?? 'email',
    topic: topics[topic] ?? 'billing',
    language: '',
    openingEmotion: rounded(openingEmotion),
    closingEmotion: rounded(closingEmotion),
    resolved,
    recontactDays: recontact <= followedDays ? Math.round(recontact * 100) / 100 : null,
    followedDays: Math.round(followedDays * 100) / 100,
    csat: answers ? csat : null,
    coachedFromWeek: null,
    scores,
    review: null,
  };
  return { row, truths, line, agent, opened };
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** To three digits; never −0, which no file can tell from 0. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

function logistic(random: Random): number {
  const u = Math.min(1 - 1e-12, Math.max(1e-12, random.next()));
  return Math.log(u / (1 - u));
}

function pick(random: Random, weights: readonly number[]): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [place, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return place;
  }
  return weights.length - 1;
}
