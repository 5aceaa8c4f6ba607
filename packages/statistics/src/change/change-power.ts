/**
 * How many agents a verification needs before it can say anything.
 *
 * Use: before a change is started. Machine scores on many conversations make it cheaper than a few reviews.
 * Formula: per group 2 (z.975 + z.8)² V/Δ², V = 2 sw²/n + 2 drift² the variance of one agent's change.
 * Source: Cohen 1988; difference in differences on agents.
 * Example: `agentsForChange({ deviationWithin: 20, conversations: 10, drift: 2, effect: 5 })` → 56
 */
import { normalQuantile } from '../distributions/normal-distribution.ts';

export interface ChangePlan {
  /** Standard deviation of single conversations, in points. */
  deviationWithin: number;
  /** Conversations per agent in each period. */
  conversations: number;
  /** How much an agent's level drifts by itself between periods, in points. */
  drift?: number;
}

/** Variance of one agent's change. */
export function changeVariance({ deviationWithin, conversations, drift = 0 }: ChangePlan): number {
  return (2 * deviationWithin ** 2) / conversations + 2 * drift ** 2;
}

/** Agents in each of two equal groups to see an effect of this many points, 80% power. */
export function agentsForChange({
  effect,
  power = 0.8,
  ...plan
}: ChangePlan & { effect: number; power?: number }): number {
  const reach = normalQuantile(0.975) + normalQuantile(power);
  return Math.ceil((2 * reach ** 2 * changeVariance(plan)) / effect ** 2 - 1e-9);
}
