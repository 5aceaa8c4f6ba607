/**
 * A team made up by chance, with the truth known: agents differ and get different work, some qualities are shown more to
 * angrier customers, machine scores are noisy, biased by channel and share a halo, reviewers differ in severity, answering
 * the survey depends on the answer, coached agents were chosen in two low weeks.
 *
 * Use: proof that the analyses recover what was put in; the second file of the tests. Not a model of any real team.
 */
import { createRandom, quantile, type Random } from '@rapport/statistics';
import type { ScoredRow, ScoredTable } from './scored-table.ts';

export interface TeamPlan {
  seed: number;
  agents?: number;
  /** Conversations per agent: all alike, or one number per agent. */
  conversations?: number | readonly number[];
  weeks?: number;
  /** Effect of each quality on the log odds of a satisfied customer, per human point. Its length is the number of qualities. */
  effects?: readonly number[];
  names?: readonly string[];
  /** Random reviews per agent. */
  reviews?: number;
  flagged?: number;
  /** Share of each review's qualities that were rated; below 1 single moments are drawn instead of whole reviews. */
  ratedShare?: number;
  /** Share of conversations that do NOT call for a quality, at an average topic; one number per quality, or one for all. */
  blanks?: number | readonly number[];
  /** Machine points that coaching adds to `coachedQuality` for every third agent chosen. */
  coaching?: { effect: number; quality: number; agents: number; fromWeek: number } | null;
  /** Added to the log odds of everybody. */
  mood?: number;
}

export interface SimulatedTeam {
  table: ScoredTable;
  truth: {
    /** Change in P(satisfied) per human point, over all conversations that call for the quality. */
    slopes: number[];
    /** Mean room up to the 80th percentile of agents, in human points. */
    headroom: number[];
    gains: number[];
    /** Share of conversations with an opportunity whose rating would be 4 or more, by an average reviewer. */
    passRates: number[];
    satisfied: number;
  };
}

const channels = ['email', 'chat', 'phone', 'social'] as const;
const topics = ['billing', 'shipping', 'refund', 'technical', 'account'] as const;

export const defaultEffects = [0.7, 0, 0.45, 0, 0, 0.35, 0.6, 0, 0.25, 0, 0, 0, 0] as const;

interface World {
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

interface Drawn {
  row: ScoredRow;
  truths: number[];
  line: number;
  agent: number;
  opened: boolean[];
}

export function simulateTeam(plan: TeamPlan): SimulatedTeam {
  const { agents = 40, weeks = 26, effects = defaultEffects, conversations = 230, coaching = null } = plan;
  const world = makeWorld(plan, agents, effects.length);
  const drawn: Drawn[] = [];
  for (let agent = 0; agent < agents; agent += 1) {
    const count = typeof conversations === 'number' ? conversations : (conversations[agent] ?? 0);
    for (let place = 0; place < count; place += 1) {
      const week = 1 + Math.floor((place * weeks) / count);
      drawn.push(drawConversation(world, plan, { agent, week, id: drawn.length + 1, effects }));
    }
  }
  const chosen = coaching ? chooseCoached(drawn, coaching, agents) : new Set<number>();
  const coached = drawn.map((one) => applyCoaching(one, coaching, chosen));
  const reviewed = drawReviews(coached, plan, world);
  const names = plan.names ?? effects.map((_, place) => `quality_${place + 1}`);
  return { table: { qualities: names, rows: reviewed }, truth: describeTruth(drawn, world, effects) };
}

function makeWorld(plan: TeamPlan, agents: number, qualities: number): World {
  const random = createRandom(plan.seed);
  const list = <T>(size: number, make: (place: number) => T): T[] => Array.from({ length: size }, (_, i) => make(i));
  const { blanks = 0 } = plan;
  const between = (low: number, high: number) => low + (high - low) * random.next();
  const share = (size: number, spread: number) => list(size, () => Math.exp(spread * random.normal()));
  return {
    random,
    means: list(qualities, () => between(3, 3.8)),
    agentLevels: list(agents, () => {
      const common = 0.15 * random.normal();
      return list(qualities, () => common + 0.3 * random.normal());
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

function drawConversation(
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

/** The agents with the lowest scores in the two weeks before coaching begins. */
function chooseCoached(
  drawn: readonly Drawn[],
  coaching: NonNullable<TeamPlan['coaching']>,
  agents: number,
): Set<number> {
  const { quality, fromWeek } = coaching;
  const means = Array.from({ length: agents }, (_, agent) => {
    const seen = drawn.flatMap(({ row, agent: own }) => {
      const score = row.scores[quality] ?? null;
      const near = row.week === fromWeek - 1 || row.week === fromWeek - 2;
      return own === agent && near && score !== null ? [score] : [];
    });
    return { agent, mean: seen.reduce((sum, score) => sum + score, 0) / Math.max(1, seen.length) };
  });
  return new Set(
    means
      .sort((one, two) => one.mean - two.mean)
      .slice(0, coaching.agents)
      .map(({ agent }) => agent),
  );
}

function applyCoaching(one: Drawn, coaching: TeamPlan['coaching'], chosen: ReadonlySet<number>): Drawn {
  if (!coaching || !chosen.has(one.agent)) return one;
  const after = (one.row.week ?? 0) >= coaching.fromWeek;
  const scores = one.row.scores.map((score, k) =>
    after && k === coaching.quality && score !== null ? clamp(score + coaching.effect, 0, 100) : score,
  );
  return { ...one, row: { ...one.row, scores, coachedFromWeek: coaching.fromWeek } };
}

function drawReviews(drawn: readonly Drawn[], plan: TeamPlan, { random, severities }: World): ScoredRow[] {
  const { reviews = 15, flagged = 120, ratedShare = 1 } = plan;
  const rows = drawn.map(({ row }) => row);
  const rate = (place: number, reviewer: number): (number | null)[] => {
    const one = drawn[place];
    return (one?.truths ?? []).map((truth, k) => {
      if (!one?.opened[k] || random.next() >= ratedShare) return null;
      return clamp(Math.round(truth + (severities[reviewer] ?? 0) + 0.45 * random.normal()), 1, 5);
    });
  };
  const byAgent = new Map<number, number[]>();
  for (const [place, { agent }] of drawn.entries()) byAgent.set(agent, [...(byAgent.get(agent) ?? []), place]);
  const review = (place: number, parts: { drawn: 'random' | 'flagged'; probability: number | null }) => {
    const reviewer = random.integer(severities.length);
    const row = rows[place];
    if (!row) return;
    const twice = parts.drawn === 'random' && random.next() < 0.1;
    const second = twice ? rate(place, (reviewer + 1) % severities.length) : null;
    rows[place] = {
      ...row,
      review: { ...parts, reviewer: `rev-${reviewer + 1}`, ratings: rate(place, reviewer), second },
    };
  };
  for (const places of byAgent.values()) {
    const size = Math.min(places.length, reviews);
    for (const place of random.sample(places, size))
      review(place, { drawn: 'random', probability: size / places.length });
  }
  const low = [...rows.keys()]
    .filter((place) => !rows[place]?.review)
    .map((place) => ({ place, worst: Math.min(...(rows[place]?.scores ?? []).map((score) => score ?? 100)) }))
    .sort((one, two) => one.worst - two.worst || one.place - two.place);
  for (const { place } of low.slice(0, flagged)) review(place, { drawn: 'flagged', probability: null });
  return rows;
}

function describeTruth(drawn: readonly Drawn[], world: World, effects: readonly number[]): SimulatedTeam['truth'] {
  const slopes = effects.map((effect, k) => {
    const lines = drawn.filter(({ opened }) => opened[k]).map(({ line }) => line);
    return lines.reduce((sum, line) => sum + chance(line + effect / 2) - chance(line - effect / 2), 0) / lines.length;
  });
  const headroom = effects.map((_, k) => {
    const levels = world.agentLevels.map((own) => own[k] ?? 0);
    const top = quantile(levels, 0.8) ?? 0;
    const rooms = drawn.map(({ agent, opened }) => (opened[k] ? Math.max(0, top - (levels[agent] ?? 0)) : 0));
    return rooms.reduce((sum, room) => sum + room, 0) / drawn.length;
  });
  const passRates = effects.map((_, k) => {
    const own = drawn.filter(({ opened }) => opened[k]);
    const severity = world.severities.reduce((sum, one) => sum + one, 0) / world.severities.length;
    const spread = Math.hypot(0.45, 0.01);
    return (
      own.reduce((sum, { truths }) => sum + chance((1.7 * ((truths[k] ?? 0) + severity - 3.5)) / spread), 0) /
      own.length
    );
  });
  const satisfied = drawn.reduce((sum, { line }) => sum + chance(line), 0) / drawn.length;
  return { slopes, headroom, gains: slopes.map((slope, k) => slope * (headroom[k] ?? 0)), passRates, satisfied };
}

const chance = (line: number): number => 1 / (1 + Math.exp(-line));
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

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
