/**
 * Difference of two shares when the rows come in bunches and one agent may appear on both sides.
 *
 * Use: "of the conversations where empathy was called for and missed, in how many did the customer chase - and where it
 * was met?" Share of group a minus share of group b, over agents like these. It says "goes together with", not "causes".
 * Formula: u_j = Σ_a (y - p_a)/n_a - Σ_b (y - p_b)/n_b for agent j; SE² = J/(J-1) Σ (u_j - ū)²; t with J - 1. An agent
 * who is bad on both sides cancels, which two separate ranges would not see.
 * Few agents (< 15 on a side): also CR2 with Satterthwaite's degrees of freedom, and the wider range wins. Few events
 * (< 5 of either kind on a side): also Newcombe's range, so that nobody's "0 of 20" becomes certainty.
 * Refused `too_few_agents` below 8 agents or 4 Satterthwaite degrees of freedom: use `estimateFixedAgentsDifference`.
 * Source: Korn & Graubard 1998 (linearisation); Pustejovsky & Tipton 2018, https://doi.org/10.1080/07350015.2016.1247004
 * Example: `estimateClusteredDifference({ a: [], b: [] }).reason` → no_data
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
import { type ClusteredRow, countRows, fewestClusters } from './clustered-proportion.ts';
import { newcombeInterval } from './newcombe-difference.ts';
import { type RobustDifference, robustDifference } from './robust-difference.ts';

export interface ClusteredDifferenceQuestion {
  a: readonly ClusteredRow[];
  b: readonly ClusteredRow[];
  level?: number;
  /** Agents needed in all; below it the answer is `too_few_agents`. */
  minClusters?: number;
  /** Rows needed on each side; below it the answer is `too_few_rows`. */
  minRows?: number;
}

/** From here on the linearised standard error needs no small-sample companion. */
const manyClusters = 15;
/** Tipton 2015: below 4 degrees of freedom the corrected t test itself is no longer to be trusted. */
const fewestFreedom = 4;
const fewEvents = 5;

export function estimateClusteredDifference(question: ClusteredDifferenceQuestion): Estimate {
  const { a, b, level = defaultLevel, minClusters = fewestClusters, minRows = 5 } = question;
  const method = 'clustered-difference';
  const [{ n: nA }, { n: nB }] = [countRows(a), countRows(b)];
  const n = nA + nB;
  const refusal = { n, method, level };
  if (nA === 0 || nB === 0) return refuse('no_data', refusal);
  if (nA < minRows || nB < minRows) return refuse('too_few_rows', refusal);
  const found = robustDifference(a, b);
  if (found.clusters < minClusters || found.freedom === null || found.freedom < fewestFreedom) {
    return refuse('too_few_agents', refusal);
  }
  const small = isSmall(found);
  const rare = isRare(found);
  const intervalAt = (wanted: number) => clipInterval(clusteredInterval(found, wanted), -1, 1);
  const warnings = [
    ...(small ? [`fewer than ${manyClusters} agents on a side: the wider of two ranges is shown`] : []),
    ...(rare
      ? [`fewer than ${fewEvents} of a kind on a side: the range is not narrower than that of unrelated rows`]
      : []),
  ];
  return estimateOf({
    value: found.difference,
    interval: intervalAt(level),
    inner: intervalAt(innerLevel),
    level,
    n,
    method,
    warnings,
  });
}

const isSmall = (found: RobustDifference): boolean => Math.min(found.clustersA, found.clustersB) < manyClusters;

const isRare = ({ eventsA, nA, eventsB, nB }: RobustDifference): boolean =>
  [eventsA, nA - eventsA, eventsB, nB - eventsB].some((count) => count < fewEvents);

/** Of a difference of shares. Agents that are alike to the last digit leave no spread; then rows count for themselves. */
export function clusteredInterval(found: RobustDifference, level: number): Interval {
  const ranges = [robustInterval(found, level)];
  if (isRare(found) || found.standardError < 1e-9) ranges.push(newcombeOf(found, level));
  return widest(ranges);
}

/** Of a difference of means or shares, from the spread over agents alone. */
export function robustInterval(found: RobustDifference, level: number): Interval {
  const ranges = [linearisedInterval(found, level)];
  if (isSmall(found)) ranges.push(correctedInterval(found, level));
  return widest(ranges);
}

function linearisedInterval({ difference, standardError, clusters }: RobustDifference, level: number): Interval {
  const reach = tQuantile((1 + level) / 2, clusters - 1) * standardError;
  return { lower: difference - reach, upper: difference + reach };
}

function correctedInterval({ difference, correctedError, freedom }: RobustDifference, level: number): Interval {
  const reach = correctedError === null || freedom === null ? 0 : tQuantile((1 + level) / 2, freedom) * correctedError;
  return { lower: difference - reach, upper: difference + reach };
}

function newcombeOf({ rateA, nA, rateB, nB }: RobustDifference, level: number): Interval {
  return newcombeInterval({ rate: rateA, n: nA, level }, { rate: rateB, n: nB });
}

/** The range that reaches furthest on each side. */
export function widest(ranges: readonly Interval[]): Interval {
  return {
    lower: Math.min(...ranges.map((range) => range.lower)),
    upper: Math.max(...ranges.map((range) => range.upper)),
  };
}
