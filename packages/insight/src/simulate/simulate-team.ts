/**
 * A team made up by chance, with the truth known: agents differ and get different work, some qualities are shown more to
 * angrier customers, machine scores are noisy, biased by channel and share a halo, reviewers differ in severity, answering
 * the survey depends on the answer, coached agents were chosen in two low weeks.
 *
 * Use: proof that the analyses recover what was put in; the second file of the tests. Not a model of any real team.
 */
import { groupBy, normalCdf, quantile } from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';
import { applyCoaching, chooseCoached } from './coach-agents.ts';
import { type Drawn, drawConversation } from './draw-conversation.ts';
import { drawReviews, reviewerNoise } from './draw-reviews.ts';
import { chance, makeWorld, type World } from './make-world.ts';
import type { TeamPlan } from './team-plan.ts';

export interface SimulatedTeam {
  table: ScoredTable;
  truth: {
    /** Change in P(satisfied) per human point, over all conversations that call for the quality. */
    slopes: number[];
    /** Mean room up to the 80th percentile of agents, in human points. */
    headroom: number[];
    gains: number[];
    /** Share of conversations with an opportunity whose rating would be 4 or more, over all reviewers. */
    passRates: number[];
    agentPassRates: ReadonlyMap<string, number[]>;
    satisfied: number;
  };
}

export const defaultEffects = [0.7, 0, 0.45, 0, 0, 0.35, 0.6, 0, 0.25, 0, 0, 0, 0] as const;

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
  const agents = [...groupBy(drawn, ({ row }) => row.agent)].map(([agent, own]) => ({
    agent,
    own: ratesOf(own, world, effects.length),
  }));
  const agentPassRates = new Map(agents.map(({ agent, own }) => [agent, own.map(({ sum, n }) => sum / n)]));
  const passRates = effects.map((_, k) => {
    const total = (part: 'sum' | 'n') => agents.reduce((sum, { own }) => sum + (own[k]?.[part] ?? 0), 0);
    return total('sum') / total('n');
  });
  const satisfied = drawn.reduce((sum, { line }) => sum + chance(line), 0) / drawn.length;
  const gains = slopes.map((slope, k) => slope * (headroom[k] ?? 0));
  return { slopes, headroom, gains, passRates, agentPassRates, satisfied };
}

/** Chance of a rating of 4 or more, over the reviewers who might have looked, summed over n chances. */
function ratesOf(drawn: readonly Drawn[], { severities }: World, qualities: number): { sum: number; n: number }[] {
  return Array.from({ length: qualities }, (_, k) => {
    let [sum, n] = [0, 0];
    for (const { truths, opened } of drawn) {
      if (!opened[k]) continue;
      for (const severity of severities) sum += normalCdf(((truths[k] ?? 0) + severity - 3.5) / reviewerNoise);
      n += severities.length;
    }
    return { sum, n };
  });
}
