/**
 * Funnel: how far from the team's rate an agent with n reviews may lie by luck alone.
 *
 * Use: the picture instead of a league table. Wide at few reviews, narrow at many.
 * Formula: exact: binomial quantiles / n; normal: p ± z √(p(1-p)/n), kept in [0, 1]. Overdispersion: mean of the squared
 * z after pulling the outer 10% on each side in to their quantile (type 7).
 * Source: Spiegelhalter 2005, https://doi.org/10.1002/sim.1970
 * Example: `funnelLimits({ rate: 0.82, n: 20 }).upper` → 0.95
 */
import { binomialQuantile } from '../distributions/binomial-distribution.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { quantile } from '../distributions/quantile.ts';
import { clip, clipInterval, defaultLevel, type Interval } from '../estimate.ts';
import { meanOf } from '../sums.ts';

export interface FunnelQuestion {
  rate: number;
  n: number;
  level?: number;
  normal?: boolean;
}

export function funnelLimits({ rate, n, level = defaultLevel, normal = false }: FunnelQuestion): Interval {
  const tail = (1 - level) / 2;
  if (!normal) return { lower: binomialQuantile(tail, n, rate) / n, upper: binomialQuantile(1 - tail, n, rate) / n };
  const reach = normalQuantile(1 - tail) * Math.sqrt((rate * (1 - rate)) / n);
  return clipInterval({ lower: rate - reach, upper: rate + reach }, 0, 1);
}

/** Above 1: agents scatter more than luck; null without agents. */
export function overdispersion(zScores: readonly number[], trimmed = 0.1): number | null {
  const low = quantile(zScores, trimmed);
  const high = quantile(zScores, 1 - trimmed);
  if (low === null || high === null) return null;
  return meanOf(zScores.map((z) => clip(z, low, high) ** 2));
}
