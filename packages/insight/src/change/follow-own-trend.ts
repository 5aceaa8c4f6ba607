/**
 * One person's own trend around a change: their usual range before it, each week since, and whether it has moved by more
 * than their usual ups and downs. Nobody else is in it, so it never says why.
 *
 * The weeks that led to the choice are in neither side. Limits come from a frozen baseline and widen where weeks scatter
 * more than luck (Laney); the change is read once, over all weeks since the start, with the same widening.
 */
import {
  defaultLevel,
  type Estimate,
  estimateProportion,
  estimateProportionDifference,
  lookingLevel,
  meanOf,
  pChart,
  refuse,
} from '@rapport/statistics';
import { fewestOpportunities } from '../estimate-rates.ts';
import { asSequence } from './look-any-day.ts';
import { baselineWeeks } from './watch-drift.ts';

export interface OwnWeek {
  /** Counted from the start: −1 is the week before it, 0 the first week of the change. */
  week: number;
  met: number;
  n: number;
  period: 'before' | 'selection' | 'after';
}

export interface OwnTrend {
  /** Share met in the weeks before, and since the start; without a rate below twenty conversations. */
  before: Estimate;
  after: Estimate;
  change: Estimate;
  /** The usual range of each week, in the order given; null with fewer than eight weeks before. */
  usual: { center: number; limits: { lower: number; upper: number }[] } | null;
  verdict: 'risen' | 'fallen' | 'no-clear-change' | 'too-early';
}

/** Fewer weeks before than this give no range to draw. */
const fewestForRange = 8;

/** @param looked before the day on which it is read: the share of that day's information that is here; null on it */
export function followOwnTrend(weeks: readonly OwnWeek[], looked: number | null = null): OwnTrend {
  const inOrder = [...weeks].filter(({ n }) => n > 0).sort((one, other) => one.week - other.week);
  const before = inOrder.filter(({ period }) => period === 'before');
  const after = inOrder.filter(({ period }) => period === 'after');
  const widen = widening(before);
  const change = changeOf(sum(before), sum(after), { widen, looked });
  const isReadable = before.length >= baselineWeeks && change.value !== null;
  return {
    before: rateOf(sum(before)),
    after: rateOf(sum(after)),
    change,
    usual: usualRange(inOrder, before, widen),
    verdict: isReadable ? judge(change) : 'too-early',
  };
}

interface Count {
  passed: number;
  n: number;
}

const sum = (weeks: readonly OwnWeek[]): Count => ({
  passed: weeks.reduce((total, { met }) => total + met, 0),
  n: weeks.reduce((total, { n }) => total + n, 0),
});

function rateOf(count: Count): Estimate {
  return count.n < fewestOpportunities
    ? refuse('too_few_rows', { n: count.n, method: 'wilson' })
    : estimateProportion(count);
}

/** How much more than luck the weeks before scatter, as a factor of the standard error; at least 1. */
function widening(before: readonly OwnWeek[]): number {
  const chart = pChart(
    before.map(({ met, n }) => ({ passed: met, n })),
    before.length,
  );
  return chart === null ? 1 : Math.max(1, chart.sigmaZ);
}

/** As if there were fewer conversations, by the square of the widening. */
function changeOf(before: Count, after: Count, { widen, looked }: { widen: number; looked: number | null }): Estimate {
  const method = 'newcombe, widened by the scatter of weeks';
  const n = before.n + after.n;
  if (before.n < fewestOpportunities || after.n < fewestOpportunities) return refuse('too_few_rows', { n, method });
  const fewer = ({ passed, n: all }: Count): Count => ({ passed: passed / widen ** 2, n: all / widen ** 2 });
  const level = looked === null ? defaultLevel : lookingLevel({ share: looked });
  const found = { ...estimateProportionDifference({ first: fewer(after), second: fewer(before), level }), n, method };
  return looked === null ? found : asSequence(found);
}

function usualRange(all: readonly OwnWeek[], before: readonly OwnWeek[], widen: number): OwnTrend['usual'] {
  if (before.length < fewestForRange) return null;
  const { passed, n } = sum(before);
  const center = passed / n;
  if (center === 0 || center === 1) return null;
  const typical = meanOf(all.map((week) => week.n));
  const limits = all.map((week) => {
    const reach = 3 * widen * Math.sqrt((center * (1 - center)) / Math.max(week.n, typical / 4));
    return { lower: Math.max(0, center - reach), upper: Math.min(1, center + reach) };
  });
  return { center, limits };
}

function judge({ lower, upper }: Estimate): OwnTrend['verdict'] {
  if (lower !== null && lower > 0) return 'risen';
  return upper !== null && upper < 0 ? 'fallen' : 'no-clear-change';
}
