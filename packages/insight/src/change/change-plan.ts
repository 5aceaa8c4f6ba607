/**
 * What is written down before a change is judged: for whom, from when, why these agents, and which weeks chose them.
 *
 * Agents picked in bad weeks rise by themselves, so those weeks are never part of "before". Without the reason stored at
 * the choice nobody can say later which weeks they were.
 */
import { choose, mostWays } from '@rapport/statistics';

export const selectionReasons = ['low-scores', 'drawn-by-lot', 'volunteered', 'other'] as const;

export interface ChangePlan {
  quality: string;
  /** First week of the change per agent; an agent not named is untouched. */
  fromWeek: ReadonlyMap<string, number>;
  selectedBecause: (typeof selectionReasons)[number];
  /** Weeks just before the change that led to the choice, left out of the comparison. */
  selectionWeeks: number;
}

/** Can a comparison of this many agents ever call a change proven? With one of eight the exact p is never below 1/8. */
export function canReachVerdict({ agents, coached }: { agents: number; coached: number }): boolean {
  const others = agents - coached;
  if (coached < 2 || others < 2) return false;
  const ways = choose(agents, coached);
  // Of two equal groups the mirrored choice is just as far apart, so it counts twice.
  const least = (coached === others ? 2 : 1) / ways;
  return ways > mostWays || least < 0.05;
}
