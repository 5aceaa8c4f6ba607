/**
 * The newest week against the weeks before it: a share or a mean, agents as clusters, weeks as draws.
 *
 * Use: "changed since last week". Rows of one agent are alike, and weeks differ by themselves (a delivery strike, a
 * holiday), so two ranges are made and the wider counts:
 * - over agents: the difference with its cluster-robust error (CR2 and Satterthwaite with few agents), Newcombe's range
 *   where events are rare; below eight agents rows count for themselves and a warning says so;
 * - over weeks, from eight weeks before on: s² = Σ n_w (m_w - m)²/(W - 1), SE² = s²(1/n_last + 1/n_before), t with W - 1.
 * Source: Pustejovsky & Tipton 2018; the second is Laney's idea (2002) that the scatter of weeks is measured, not assumed.
 * Example: `estimateWeekDifference({ cells: [], isShare: true }).reason` → no_data
 */
import { tQuantile } from '../distributions/t-distribution.ts';
import {
  clipInterval,
  defaultLevel,
  type Estimate,
  estimateOf,
  type Interval,
  innerLevel,
  refuse,
} from '../estimate.ts';
import { clusteredInterval, robustInterval, widest } from '../proportions/clustered-difference.ts';
import { fewestClusters } from '../proportions/clustered-proportion.ts';
import { newcombeInterval } from '../proportions/newcombe-difference.ts';
import { type DifferenceCluster, type RobustDifference, robustDifferenceOf } from '../proportions/robust-difference.ts';
import { sumOf } from '../sums.ts';

/** One agent's rows in one week. */
export interface WeekCell {
  cluster: string | number;
  /** 0 is the newest week, 1 the one before it. */
  week: number;
  n: number;
  /** Sum of the values; the number of events for a share. */
  total: number;
  /** Sum of the squared values; for a share the same as `total`. */
  squares: number;
}

export interface WeekQuestion {
  cells: readonly WeekCell[];
  isShare: boolean;
  level?: number;
  /** Rows needed in the newest week and in those before it. */
  minRows?: number;
}

/** Fewer weeks say nothing about how much weeks differ. */
const fewestWeeks = 8;

export function estimateWeekDifference({ cells, isShare, level = defaultLevel, minRows = 20 }: WeekQuestion): Estimate {
  const method = 'week-against-before';
  const last = sumUp(cells.filter(({ week }) => week === 0));
  const before = sumUp(cells.filter(({ week }) => week > 0));
  const n = last.n + before.n;
  if (n === 0) return refuse('no_data', { n, method, level });
  if (last.n < minRows || before.n < minRows) return refuse('too_few_rows', { n, method, level });
  const found = robustDifferenceOf(clustersOf(cells));
  const fewAgents = found.clusters < fewestClusters || found.freedom === null || found.freedom < 4;
  const overAgents = (wanted: number): Interval => {
    if (fewAgents) return isShare ? newcombeOf(found, wanted) : welchInterval(last, before, wanted);
    return isShare ? clusteredInterval(found, wanted) : robustInterval(found, wanted);
  };
  const scatter = scatterOfWeeks(cells);
  const intervalAt = (wanted: number): Interval => {
    const ranges = [overAgents(wanted)];
    if (scatter) ranges.push(weekInterval(found, scatter, wanted));
    return isShare ? clipInterval(widest(ranges), -1, 1) : widest(ranges);
  };
  if (intervalAt(level).lower === intervalAt(level).upper) return refuse('no_variation', { n, method, level });
  return estimateOf({
    value: found.difference,
    interval: intervalAt(level),
    inner: intervalAt(innerLevel),
    level,
    n,
    method,
    warnings: [
      ...(fewAgents ? [`holds for these ${found.clusters} agents only`] : []),
      ...(scatter ? [] : [`fewer than ${fewestWeeks} weeks before: how much weeks differ by themselves is not known`]),
    ],
  });
}

interface Sums {
  n: number;
  total: number;
  squares: number;
}

const sumUp = (cells: readonly WeekCell[]): Sums => ({
  n: sumOf(cells.map(({ n }) => n)),
  total: sumOf(cells.map(({ total }) => total)),
  squares: sumOf(cells.map(({ squares }) => squares)),
});

function clustersOf(cells: readonly WeekCell[]): DifferenceCluster[] {
  const clusters = new Map<string | number, DifferenceCluster>();
  for (const { cluster, week, n, total } of cells) {
    const own = clusters.get(cluster) ?? { nA: 0, nB: 0, eventsA: 0, eventsB: 0 };
    clusters.set(cluster, own);
    if (week === 0) {
      own.nA += n;
      own.eventsA += total;
    } else {
      own.nB += n;
      own.eventsB += total;
    }
  }
  return [...clusters.values()];
}

const newcombeOf = ({ rateA, nA, rateB, nB }: RobustDifference, level: number): Interval =>
  newcombeInterval({ rate: rateA, n: nA, level }, { rate: rateB, n: nB });

function welchInterval(last: Sums, before: Sums, level: number): Interval {
  const errorOf = ({ n, total, squares }: Sums) => Math.max(0, squares - total ** 2 / n) / (n - 1) / n;
  const [one, two] = [errorOf(last), errorOf(before)];
  const difference = last.total / last.n - before.total / before.n;
  if (one + two === 0) return { lower: difference, upper: difference };
  const freedom = (one + two) ** 2 / (one ** 2 / (last.n - 1) + two ** 2 / (before.n - 1));
  const reach = tQuantile((1 + level) / 2, freedom) * Math.sqrt(one + two);
  return { lower: difference - reach, upper: difference + reach };
}

/** How much the weeks before differ from one another, scaled to one row; null with too few weeks. */
function scatterOfWeeks(cells: readonly WeekCell[]): { perRow: number; weeks: number } | null {
  const weeks = new Map<number, { n: number; total: number }>();
  for (const { week, n, total } of cells) {
    if (week === 0 || n === 0) continue;
    const own = weeks.get(week) ?? { n: 0, total: 0 };
    weeks.set(week, { n: own.n + n, total: own.total + total });
  }
  if (weeks.size < fewestWeeks) return null;
  const all = [...weeks.values()];
  const mean = sumOf(all.map(({ total }) => total)) / sumOf(all.map(({ n }) => n));
  const perRow = sumOf(all.map(({ n, total }) => n * (total / n - mean) ** 2)) / (all.length - 1);
  return { perRow, weeks: all.length };
}

function weekInterval(
  { difference, nA, nB }: RobustDifference,
  { perRow, weeks }: { perRow: number; weeks: number },
  level: number,
): Interval {
  const reach = tQuantile((1 + level) / 2, weeks - 1) * Math.sqrt(perRow * (1 / nA + 1 / nB));
  return { lower: difference - reach, upper: difference + reach };
}
