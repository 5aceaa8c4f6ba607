/** Reviews: the same number per agent by chance, and the lowest machine scores on top. */
import type { ScoredRow } from '../scored-table.ts';
import { clamp, type Drawn } from './draw-conversation.ts';
import type { World } from './make-world.ts';
import type { TeamPlan } from './team-plan.ts';

/** Spread of one reviewer around what was there, in human points. */
export const reviewerNoise = 0.45;

export function drawReviews(drawn: readonly Drawn[], plan: TeamPlan, { random, severities }: World): ScoredRow[] {
  const { reviews = 15, flagged = 120, ratedShare = 1 } = plan;
  const rows = drawn.map(({ row }) => row);
  const rate = (place: number, reviewer: number): (number | null)[] => {
    const one = drawn[place];
    return (one?.truths ?? []).map((truth, k) => {
      if (!one?.opened[k] || random.next() >= ratedShare) return null;
      return clamp(Math.round(truth + (severities[reviewer] ?? 0) + reviewerNoise * random.normal()), 1, 5);
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
