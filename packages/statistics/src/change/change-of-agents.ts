/**
 * Difference in differences when agents began in different weeks.
 *
 * Use: coaching that started at once for some and later for others. With a single starting week it equals
 * `estimateChange`. An untouched agent's change is taken over every window, weighted as the changed agents are spread over
 * the windows; a changed agent's change is moved by how its own window differs from that mix among the untouched.
 * Source: Callaway & Sant'Anna 2021, https://doi.org/10.1016/j.jeconom.2020.12.001 (cohort by cohort against the untouched).
 * Example: `estimateChangeOfAgents([]).estimate.reason` → no_data
 */
import { tQuantile, tTwoSided } from '../distributions/t-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { estimateClusteredMean } from '../proportions/clustered-mean.ts';
import { groupBy, meanOf } from '../sums.ts';
import { choose, mostWays, permutationP, welch } from './difference-in-differences.ts';

export interface WindowScore {
  agent: string;
  /** First week of the change that this row is compared around. */
  fromWeek: number;
  changed: boolean;
  period: 'before' | 'selection' | 'after';
  value: number;
}

export interface ChangeOfAgents {
  estimate: Estimate;
  /** Welch's two-sided p. */
  p: number | null;
  permutation: { p: number; ways: number } | null;
  coached: number;
  others: number;
  /** What each group changed by itself; the estimate is their difference. */
  own: { coached: Estimate; others: Estimate };
}

export function estimateChangeOfAgents(scores: readonly WindowScore[], level = defaultLevel): ChangeOfAgents {
  const method = 'difference-in-differences';
  const changes = changesOf(scores);
  const changed = changes.filter((one) => one.changed);
  const windows = [...groupBy(changed, ({ fromWeek }) => fromWeek)].map(([fromWeek, own]) => ({
    fromWeek,
    share: own.length / changed.length,
    untouched: changes.filter((one) => !one.changed && one.fromWeek === fromWeek),
  }));
  const others = untouchedChanges(windows);
  const own = {
    coached: meanChange(
      changed.map(({ change }) => change),
      level,
    ),
    others: meanChange(others, level),
  };
  const counts = { coached: changed.length, others: others.length, own };
  const n = changed.length + others.length;
  const nothing = { p: null, permutation: null, ...counts };
  if (n === 0) return { estimate: refuse('no_data', { n, method, level }), ...nothing };
  if (changed.length < 2 || others.length < 2)
    return { estimate: refuse('too_few_agents', { n, method, level }), ...nothing };
  const typical = meanOf(others);
  const moved = changed.map(({ fromWeek, change }) => {
    const untouched = windows.find((window) => window.fromWeek === fromWeek)?.untouched ?? [];
    return change - (untouched.length > 0 ? meanOf(untouched.map((one) => one.change)) - typical : 0);
  });
  const { difference, standardError, freedom } = welch(moved, others);
  if (standardError === 0) return { estimate: refuse('no_variation', { n, method, level }), ...nothing };
  const around = (wanted: number) => {
    const reach = tQuantile((1 + wanted) / 2, freedom) * standardError;
    return { lower: difference - reach, upper: difference + reach };
  };
  const ways = choose(n, changed.length);
  const permuted = () => permutationP([...moved, ...others], [...moved.map(() => true), ...others.map(() => false)]);
  const warnings = ways <= mostWays && 1 / ways > 0.05 ? ['so few agents that chance could always explain it'] : [];
  return {
    estimate: estimateOf({
      value: difference,
      interval: around(level),
      inner: around(innerLevel),
      level,
      n,
      method,
      warnings,
    }),
    p: tTwoSided(difference / standardError, freedom),
    permutation: ways <= mostWays ? { p: permuted(), ways } : null,
    ...counts,
  };
}

/** Each agent counts once, as in the comparison. */
const meanChange = (changes: readonly number[], level: number): Estimate =>
  estimateClusteredMean({ rows: changes.map((value, cluster) => ({ cluster, value })), level });

interface Change {
  agent: string;
  fromWeek: number;
  changed: boolean;
  change: number;
}

function changesOf(scores: readonly WindowScore[]): Change[] {
  return [...groupBy(scores, ({ agent, fromWeek }) => `${fromWeek} ${agent}`).values()].flatMap((own) => {
    const [first] = own;
    const before = own.filter(({ period }) => period === 'before').map(({ value }) => value);
    const after = own.filter(({ period }) => period === 'after').map(({ value }) => value);
    if (!first || before.length === 0 || after.length === 0) return [];
    const { agent, fromWeek, changed } = first;
    return [{ agent, fromWeek, changed, change: meanOf(after) - meanOf(before) }];
  });
}

/** One number per untouched agent who is there in every window. */
function untouchedChanges(windows: readonly { share: number; untouched: readonly Change[] }[]): number[] {
  const totals = new Map<string, { sum: number; seen: number }>();
  for (const { share, untouched } of windows) {
    for (const { agent, change } of untouched) {
      const total = totals.get(agent) ?? { sum: 0, seen: 0 };
      totals.set(agent, { sum: total.sum + share * change, seen: total.seen + 1 });
    }
  }
  return [...totals.values()].filter(({ seen }) => seen === windows.length).map(({ sum }) => sum);
}
