/**
 * The fair comparison of agents in every quality, as it may be kept: who stands above or below and nothing else, so that
 * no order can be read from it.
 */
import { type AgentComparisonKept, qualityIds } from '@rapport/contract';
import { compareAgents } from '../rates/compare-agents.ts';
import type { ScoredTable } from '../scored-table.ts';

/** @returns only qualities in which enough people have enough random reviews; at once an empty list without reviews */
export function compareAllAgents(table: ScoredTable, seed: number): AgentComparisonKept[] {
  if (!table.rows.some(({ review }) => review?.drawn === 'random')) return [];
  return qualityIds.flatMap((quality) => {
    if (!table.qualities.includes(quality)) return [];
    const { agents, team, compared } = compareAgents(table, { quality, seed });
    if (compared === 0) return [];
    const apart = agents
      .filter(({ place }) => place !== null)
      .map(({ agent, standing }) => ({ authorId: agent, standing }))
      .sort((a, b) => (a.authorId < b.authorId ? -1 : 1));
    return [{ quality, team: team.value, agents: apart }];
  });
}
