/**
 * The two cluster-robust standard errors of a difference of shares, in closed form.
 *
 * Use: by `estimateClusteredDifference`; apart, so that the formulas can be tested against the matrix form.
 * Method: the difference is the slope of a 0/1 group in a regression of the event. Linearised: J/(J-1) Σ (u_j - ū)².
 * CR2 (bias-reduced): each agent's part of side a is divided by √(1 - n_ja/n_a), likewise b: the adjustment matrix of
 * Bell & McCaffrey has just these two eigenvalues here. Satterthwaite: with P_ij the products of the agents' adjusted
 * weights under equal, independent errors, df = (tr P)²/tr(P²). https://doi.org/10.1080/07350015.2016.1247004
 * Example: `robustDifference([{ cluster: 1, event: true }], [{ cluster: 2, event: false }]).difference` → 1
 */
import { sumOf } from '../sums.ts';
import type { ClusteredRow } from './clustered-proportion.ts';

export interface RobustDifference {
  difference: number;
  rateA: number;
  rateB: number;
  nA: number;
  nB: number;
  eventsA: number;
  eventsB: number;
  /** Agents in all, and on each side. */
  clusters: number;
  clustersA: number;
  clustersB: number;
  standardError: number;
  /** CR2; null when one agent holds a whole side. */
  correctedError: number | null;
  freedom: number | null;
}

/** One agent's rows on each side: how many, and how many events (or the sum of their values). */
export interface DifferenceCluster {
  nA: number;
  nB: number;
  eventsA: number;
  eventsB: number;
}
type Cluster = DifferenceCluster;

export const robustDifference = (a: readonly ClusteredRow[], b: readonly ClusteredRow[]): RobustDifference =>
  robustDifferenceOf(countClusters(a, b));

/**
 * The same from counts of each agent. With sums of values in place of events it is the difference of two means.
 * @throws RangeError without rows on both sides
 */
export function robustDifferenceOf(all: readonly DifferenceCluster[]): RobustDifference {
  const clusters = all.filter((cluster) => cluster.nA + cluster.nB > 0);
  const nA = sumOf(clusters.map((cluster) => cluster.nA));
  const nB = sumOf(clusters.map((cluster) => cluster.nB));
  if (nA === 0 || nB === 0) throw new RangeError('a difference needs rows on both sides');
  const eventsA = sumOf(clusters.map((cluster) => cluster.eventsA));
  const eventsB = sumOf(clusters.map((cluster) => cluster.eventsB));
  const rateA = eventsA / nA;
  const rateB = eventsB / nB;
  const residualA = (cluster: Cluster) => (cluster.eventsA - cluster.nA * rateA) / nA;
  const residualB = (cluster: Cluster) => (cluster.eventsB - cluster.nB * rateB) / nB;
  const squares = sumOf(clusters.map((cluster) => (residualA(cluster) - residualB(cluster)) ** 2));
  const count = clusters.length;
  const whole = clusters.some((cluster) => cluster.nA === nA || cluster.nB === nB);
  const liftA = (cluster: Cluster) => 1 / Math.sqrt(1 - cluster.nA / nA);
  const liftB = (cluster: Cluster) => 1 / Math.sqrt(1 - cluster.nB / nB);
  const corrected = () =>
    Math.sqrt(
      sumOf(
        clusters.map((cluster) => (residualA(cluster) * liftA(cluster) - residualB(cluster) * liftB(cluster)) ** 2),
      ),
    );
  const freedom = () =>
    satterthwaite(
      clusters.map((cluster) => ({
        own: cluster.nA / nA ** 2 + cluster.nB / nB ** 2,
        sideA: (cluster.nA * liftA(cluster)) / nA ** 1.5,
        sideB: (cluster.nB * liftB(cluster)) / nB ** 1.5,
      })),
    );
  return {
    difference: rateA - rateB,
    rateA,
    rateB,
    nA,
    nB,
    eventsA,
    eventsB,
    clusters: count,
    clustersA: clusters.filter((cluster) => cluster.nA > 0).length,
    clustersB: clusters.filter((cluster) => cluster.nB > 0).length,
    standardError: count > 1 ? Math.sqrt((count / (count - 1)) * squares) : 0,
    correctedError: whole ? null : corrected(),
    freedom: whole ? null : freedom(),
  };
}

/** P_jj = own; P_ij = -(sideA_i sideA_j + sideB_i sideB_j) for two agents. */
function satterthwaite(parts: readonly { own: number; sideA: number; sideB: number }[]): number {
  let trace = 0;
  let traceOfSquare = 0;
  for (const [index, part] of parts.entries()) {
    trace += part.own;
    traceOfSquare += part.own ** 2;
    for (let other = 0; other < index; other += 1) {
      const second = parts[other];
      if (second) traceOfSquare += 2 * (part.sideA * second.sideA + part.sideB * second.sideB) ** 2;
    }
  }
  return trace ** 2 / traceOfSquare;
}

function countClusters(a: readonly ClusteredRow[], b: readonly ClusteredRow[]): Cluster[] {
  const clusters = new Map<string | number, Cluster>();
  const at = (key: string | number): Cluster => {
    const known = clusters.get(key) ?? { nA: 0, nB: 0, eventsA: 0, eventsB: 0 };
    clusters.set(key, known);
    return known;
  };
  for (const { cluster, event, times = 1 } of a) {
    const counts = at(cluster);
    counts.nA += times;
    if (event) counts.eventsA += times;
  }
  for (const { cluster, event, times = 1 } of b) {
    const counts = at(cluster);
    counts.nB += times;
    if (event) counts.eventsB += times;
  }
  return [...clusters.values()];
}
