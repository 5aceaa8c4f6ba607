/**
 * Were the two groups on the same path before the change? Weekly trend of each agent before the weeks of selection, Welch
 * between the groups.
 *
 * At .01, not .05: looking at trends at .05 would withhold one right verdict in twenty by luck alone.
 */
import { groupBy, meanOf, tTwoSided, welch } from '@rapport/statistics';
import type { PeriodScore } from './adjust-for-mix.ts';

export interface PathComparison {
  /** Points per week by which the changed agents' trend differed. */
  difference: number;
  p: number;
  differ: boolean;
}

const fewestWeeks = 4;
const level = 0.01;

/** Null where there are too few weeks or agents to see a trend. */
export function comparePaths(scores: readonly PeriodScore[]): PathComparison | null {
  const before = scores.filter(({ period }) => period === 'before');
  const trends = [...groupBy(before, ({ agent, fromWeek }) => `${fromWeek} ${agent}`).values()].flatMap((own) => {
    const trend = trendOf(own);
    return trend === null ? [] : [{ trend, changed: own[0]?.changed ?? false }];
  });
  const changed = trends.filter((one) => one.changed).map(({ trend }) => trend);
  const others = trends.filter((one) => !one.changed).map(({ trend }) => trend);
  if (changed.length < 2 || others.length < 2) return null;
  const { difference, standardError, freedom } = welch(changed, others);
  if (standardError === 0) return null;
  const p = tTwoSided(difference / standardError, freedom);
  return { difference, p, differ: p < level };
}

function trendOf(own: readonly PeriodScore[]): number | null {
  if (new Set(own.map(({ week }) => week)).size < fewestWeeks) return null;
  const middle = meanOf(own.map(({ week }) => week));
  const level = meanOf(own.map(({ value }) => value));
  const spread = own.reduce((sum, { week }) => sum + (week - middle) ** 2, 0);
  return own.reduce((sum, { week, value }) => sum + (week - middle) * (value - level), 0) / spread;
}
