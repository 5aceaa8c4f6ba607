/** Coaching: agents chosen in two low weeks, and what it adds to their scores. */
import { clamp, type Drawn } from './draw-conversation.ts';
import type { TeamPlan } from './team-plan.ts';

export function applyCoaching(one: Drawn, coaching: TeamPlan['coaching'], chosen: ReadonlySet<number>): Drawn {
  if (!coaching || !chosen.has(one.agent)) return one;
  const after = (one.row.week ?? 0) >= coaching.fromWeek;
  const scores = one.row.scores.map((score, k) =>
    after && k === coaching.quality && score !== null ? clamp(score + coaching.effect, 0, 100) : score,
  );
  return { ...one, row: { ...one.row, scores, coachedFromWeek: coaching.fromWeek } };
}

/** The agents with the lowest scores in the two weeks before coaching begins. */
export function chooseCoached(
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
