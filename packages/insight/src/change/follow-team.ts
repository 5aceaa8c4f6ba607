/**
 * Everybody was coached: nobody is left to compare with, so the team's own weeks are read as an interrupted series.
 *
 * The jump of the weekly share in the week of the start, beside the trend it had before (Newey–West errors), with eight
 * full weeks on either side. It goes together with the start; whatever else began that week is in it too.
 */
import { type Estimate, estimateLevelChange, refuse } from '@rapport/statistics';
import type { OwnWeek } from './follow-own-trend.ts';

export interface TeamFollowed {
  /** Change of the share met, 0–1. */
  estimate: Estimate;
  weeksBefore: number;
  weeksAfter: number;
}

export const fullWeeksNeeded = 8;

/** @param weeks of all of them together; @param scorerVersions that measured them: more than one is no comparison */
export function followTeam(weeks: readonly OwnWeek[], scorerVersions: readonly string[] = []): TeamFollowed {
  const inOrder = weeks.filter(({ n }) => n > 0).sort((one, other) => one.week - other.week);
  const before = inOrder.filter(({ period }) => period === 'before');
  const after = inOrder.filter(({ period }) => period === 'after');
  const weekly = [...before, ...after].map(({ met, n }) => met / n);
  const estimate =
    new Set(scorerVersions).size > 1
      ? refuse('collinear', { n: weekly.length, method: 'interrupted-time-series' })
      : estimateLevelChange({ weekly, changeWeek: before.length + 1 });
  return { estimate, weeksBefore: before.length, weeksAfter: after.length };
}
