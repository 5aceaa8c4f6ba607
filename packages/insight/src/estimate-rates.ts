/**
 * How often one quality was met and missed when it was called for, and what followed each.
 *
 * Conversations of one agent are alike, so every range is clustered by agent. Where there are too few agents for that
 * the ranges are those of the conversations themselves and speak for these people only.
 */
import { floors, type QualityId } from '@rapport/contract';
import {
  type ClusteredRow,
  countRows,
  defaultLevel,
  type Estimate,
  estimateClusteredDifference,
  estimateClusteredProportion,
  estimateFixedAgentsDifference,
  estimateProportion,
  refuse,
} from '@rapport/statistics';
import type { AgentTally, QualityTally } from './focus-input.ts';

export interface QualityRates {
  quality: QualityId;
  /** Assessments in which it was called for, and how many of them were met and missed. */
  called: number;
  metCount: number;
  missedCount: number;
  met: Estimate;
  missed: Estimate;
  afterMissed: Estimate;
  afterMet: Estimate;
  /** afterMissed − afterMet at another level than the usual one. */
  differenceAt: (level: number) => Estimate;
  difference: Estimate;
}

/** A share needs this many assessments with an opportunity before it is shown. */
export const fewestOpportunities: number = floors.opportunitiesForRate;
/** Each side of a comparison needs this many. */
export const fewestOfEach = 20;

export function estimateRates(quality: QualityId, agents: readonly AgentTally[]): QualityRates {
  const counts = agents.flatMap(({ agent, qualities }) => {
    const own = qualities[quality];
    return own === undefined ? [] : [{ agent, ...own }];
  });
  const countOf = (of: (one: QualityTally) => number) => counts.reduce((sum, one) => sum + of(one), 0);
  const shareOf = (of: (one: QualityTally) => number) =>
    estimateShare(counts.flatMap((one) => toRows(one.agent, of(one), one.called)));
  const missed = counts.flatMap((one) => toRows(one.agent, one.missed.followed, one.missed.known));
  const met = counts.flatMap((one) => toRows(one.agent, one.met.followed, one.met.known));
  const differenceAt = (level: number) => estimateDifference(missed, met, level);
  return {
    quality,
    called: countOf((one) => one.called),
    metCount: countOf((one) => one.met.n),
    missedCount: countOf((one) => one.missed.n),
    met: shareOf((one) => one.met.n),
    missed: shareOf((one) => one.missed.n),
    afterMissed: estimateShare(missed),
    afterMet: estimateShare(met),
    differenceAt,
    difference: differenceAt(defaultLevel),
  };
}

/** `events` of `n` rows of one agent, counted. */
export const toRows = (cluster: string, events: number, n: number): ClusteredRow[] => [
  { cluster, event: true, times: events },
  { cluster, event: false, times: n - events },
];

/** A share over assessments, clustered by agent where there are enough of them. */
export function estimateShare(rows: readonly ClusteredRow[]): Estimate {
  const { n, passed } = countRows(rows);
  if (n < fewestOpportunities) return refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method: 'share' });
  const clustered = estimateClusteredProportion({ rows });
  if (clustered.reason !== 'too_few_agents') return clustered;
  const plain = estimateProportion({ passed, n });
  const agents = new Set(rows.filter(({ times = 1 }) => times > 0).map((row) => row.cluster)).size;
  const people = agents === 1 ? 'this one agent' : `these ${agents} agents`;
  return { ...plain, warnings: [...plain.warnings, `holds for ${people} only`] };
}

function estimateDifference(missed: readonly ClusteredRow[], met: readonly ClusteredRow[], level: number): Estimate {
  const question = { a: missed, b: met, level, minRows: fewestOfEach };
  const clustered = estimateClusteredDifference(question);
  return clustered.reason === 'too_few_agents' ? estimateFixedAgentsDifference(question) : clustered;
}
