/**
 * A share whose rows come in bunches: many conversations of one agent are less news than many agents.
 *
 * Use: a team's share from rows of several agents. Method `logit` (default) or `korn-graubard` (wider, guaranteed
 * style, the better one for rates near 0 or 1).
 * Formula: SE² = J/(J-1) Σ_j (Σ_i (y_ij - p)/n)²; design effect = SE² / (p(1-p)/(n-1)); t with J - 1 degrees of freedom.
 * Agents that happen to be alike leave less spread than rows drawn one by one would; that is luck, not certainty, so the
 * SE is never taken smaller than that of independent rows (design effect at least 1). When every row is equal both are 0
 * although the doubt is not: then Clopper-Pearson on the number of AGENTS.
 * Source: Korn & Graubard 1998; Lumley, survey::svyciprop, https://r-survey.r-forge.r-project.org/survey/
 * Example: `estimateClusteredProportion({ rows: [] }).reason` → no_data
 */
import { tQuantile } from '../distributions/t-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, type Interval, innerLevel, refuse } from '../estimate.ts';
import { groupBy, sumOf } from '../sums.ts';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';

export interface ClusteredRow {
  /** Who the row belongs to: the agent's id. */
  cluster: string | number;
  event: boolean;
  /** How many equal rows this one stands for; 1 unless said. */
  times?: number;
}

/** One agent's rows, counted. */
export interface CountedCluster {
  n: number;
  passed: number;
}

export interface ClusteredShare {
  rate: number;
  n: number;
  clusters: number;
  standardError: number;
  /** How many times larger the variance is than that of independent rows; null when the rows do not vary. */
  designEffect: number | null;
}

export interface ClusteredProportionQuestion extends CountedProportionOptions {
  rows: readonly ClusteredRow[];
}

export interface CountedProportionOptions {
  method?: 'logit' | 'korn-graubard';
  level?: number;
  /** Below this many agents the range is refused (`too_few_agents`). */
  minClusters?: number;
}

/** Fewer agents than this say little about "agents like these"; the range would rest on a handful of residuals. */
export const fewestClusters = 8;

export function estimateClusteredProportion({ rows, ...options }: ClusteredProportionQuestion): Estimate {
  return estimateCountedProportion(countClusters(rows), options);
}

/** The same from counts of each agent, where the rows themselves would be too many to hold. */
export function estimateCountedProportion(
  clusters: readonly CountedCluster[],
  { method = 'logit', level = defaultLevel, minClusters = fewestClusters }: CountedProportionOptions = {},
): Estimate {
  const name = `clustered-${method}`;
  const found = describeCountedShare(clusters);
  if (!found) return refuse('no_data', { n: 0, method: name, level });
  if (found.clusters < Math.max(2, minClusters)) return refuse('too_few_agents', { n: found.n, method: name, level });
  const share = { ...found, standardError: Math.max(found.standardError, plainError(found)) };
  const intervalAt = (wanted: number) =>
    method === 'logit' ? logitInterval(share, wanted) : kornGraubardInterval(share, wanted);
  return estimateOf({
    value: share.rate,
    interval: intervalAt(level),
    inner: intervalAt(innerLevel),
    level,
    n: share.n,
    effectiveN: share.standardError > 0 ? (share.rate * (1 - share.rate)) / share.standardError ** 2 : share.clusters,
    method: name,
  });
}

/** The share with its standard error over agents; null without rows. */
export const describeClusteredShare = (rows: readonly ClusteredRow[]): ClusteredShare | null =>
  describeCountedShare(countClusters(rows));

export function describeCountedShare(all: readonly CountedCluster[]): ClusteredShare | null {
  const bunches = all.filter(({ n }) => n > 0);
  const n = sumOf(bunches.map((bunch) => bunch.n));
  if (n === 0) return null;
  const rate = sumOf(bunches.map(({ passed }) => passed)) / n;
  const clusters = bunches.length;
  const squares = sumOf(bunches.map((bunch) => ((bunch.passed - bunch.n * rate) / n) ** 2));
  const standardError = clusters > 1 ? Math.sqrt((clusters / (clusters - 1)) * squares) : 0;
  const plain = plainError({ rate, n }) ** 2;
  return { rate, n, clusters, standardError, designEffect: plain > 0 ? standardError ** 2 / plain : null };
}

/** Of independent rows. */
const plainError = ({ rate, n }: { rate: number; n: number }): number =>
  n > 1 ? Math.sqrt((rate * (1 - rate)) / (n - 1)) : 0;

const countClusters = (rows: readonly ClusteredRow[]): CountedCluster[] =>
  [...groupBy(rows, (row) => row.cluster).values()].map(countRows);

/** How many rows there are, each as often as it stands for, and how many of them are events. */
export function countRows(rows: readonly ClusteredRow[]): CountedCluster {
  let [n, passed] = [0, 0];
  for (const { event, times = 1 } of rows) {
    n += times;
    if (event) passed += times;
  }
  return { n, passed };
}

/** Symmetric on the scale of log odds, so it stays inside 0 to 1. */
export function logitInterval(share: ClusteredShare, level: number): Interval {
  const { rate, clusters, standardError } = share;
  if (standardError === 0) return wholeClusters(share, level);
  const middle = Math.log(rate / (1 - rate));
  const reach = (tQuantile((1 + level) / 2, clusters - 1) * standardError) / (rate * (1 - rate));
  return { lower: 1 / (1 + Math.exp(reach - middle)), upper: 1 / (1 + Math.exp(-reach - middle)) };
}

/** Clopper-Pearson with the number of independent rows the clustered ones are worth, cut for few agents. */
export function kornGraubardInterval(share: ClusteredShare, level: number): Interval {
  const { rate, n, clusters, standardError } = share;
  if (standardError === 0) return wholeClusters(share, level);
  const tail = (1 - level) / 2;
  const cut = (tQuantile(tail, n - 1) / tQuantile(tail, clusters - 1)) ** 2;
  const effective = ((rate * (1 - rate)) / standardError ** 2) * cut;
  return clopperPearsonInterval({ passed: effective * rate, n: effective, level });
}

/**
 * Agents that all show the same share leave no spread to measure. Counting each agent as one row is the safe reading:
 * it treats all rows of an agent as one fact.
 */
function wholeClusters({ rate, clusters }: ClusteredShare, level: number): Interval {
  return clopperPearsonInterval({ passed: rate * clusters, n: clusters, level });
}
