/**
 * Regression to the mean: agents picked in a bad fortnight rise by themselves.
 *
 * Use: before praising a change. The rise that was bound to happen, for a group picked below a cut-off, and per agent.
 * Formula: expected rise = (sw²/n)/S · φ(z)/Φ(z), S² = sb² + sw²/n, z = (cut - mu)/S; per agent: expected next =
 * mu + rel (observed - mu), rel = sb²/S².
 * Source: Davis 1976, https://doi.org/10.1093/oxfordjournals.aje.a112321
 * Example: `expectedRise({ mean: 75, deviationBetween: 6, deviationWithin: 8, conversations: 5, cut: 70 })` → 2.387
 */
import { normalCdf, normalDensity } from '../distributions/normal-distribution.ts';

export interface Spread {
  /** Mean of all agents, in points. */
  mean: number;
  /** Standard deviation of agents' true levels. */
  deviationBetween: number;
  /** Standard deviation of single conversations within an agent. */
  deviationWithin: number;
  /** Conversations behind each observed mean. */
  conversations: number;
}

export function expectedRise({
  mean,
  deviationBetween,
  deviationWithin,
  conversations,
  cut,
}: Spread & { cut: number }): number {
  const noise = deviationWithin ** 2 / conversations;
  const whole = Math.sqrt(deviationBetween ** 2 + noise);
  const z = (cut - mean) / whole;
  return ((noise / whole) * normalDensity(z)) / normalCdf(z);
}

/** How much of an observed mean is the agent, 0 to 1. */
export function meanReliability({ deviationBetween, deviationWithin, conversations }: Omit<Spread, 'mean'>): number {
  return deviationBetween ** 2 / (deviationBetween ** 2 + deviationWithin ** 2 / conversations);
}

/** Where an agent's next mean is to be expected without any change. */
export function expectedNext(spread: Spread, observed: number): number {
  return spread.mean + meanReliability(spread) * (observed - spread.mean);
}
