/**
 * How often one quality was met and missed when it was called for, and what followed each.
 *
 * Conversations of one agent are alike, so every range is clustered by agent. Where there are too few agents for that
 * the ranges are those of the conversations themselves and speak for these people only.
 */
import type { QualityId } from '@rapport/contract';
import {
  type ClusteredRow,
  defaultLevel,
  type Estimate,
  estimateClusteredDifference,
  estimateClusteredProportion,
  estimateFixedAgentsDifference,
  estimateProportion,
  refuse,
} from '@rapport/statistics';
import type { ConversationFacts, QualityFacts } from './focus-input.ts';
import { troubleFollowed } from './trouble.ts';

/** One assessment in which the quality was called for. */
export interface CalledFor {
  conversationId: string;
  agent: string;
  facts: QualityFacts;
  /** Null where nothing can be known that may count for this quality. */
  followed: boolean | null;
}

export interface QualityRates {
  quality: QualityId;
  rows: readonly CalledFor[];
  met: Estimate;
  missed: Estimate;
  afterMissed: Estimate;
  afterMet: Estimate;
  /** afterMissed − afterMet at another level than the usual one. */
  differenceAt: (level: number) => Estimate;
  difference: Estimate;
}

/** A share needs this many assessments with an opportunity before it is shown (agents' rights: floors in one place). */
export const fewestOpportunities = 20;
/** Each side of a comparison needs this many. */
export const fewestOfEach = 20;

/** Assessments in which each quality was called for, in one walk over the data. */
export function collectCalledFor(conversations: readonly ConversationFacts[]): Map<QualityId, CalledFor[]> {
  const rows = new Map<QualityId, CalledFor[]>();
  for (const one of conversations) {
    for (const { agent, qualities } of one.assessments) {
      for (const facts of qualities) {
        if (facts.verdict === 'no-opportunity') continue;
        const followed = troubleFollowed(one, facts.quality, facts.calledAt);
        const row = { conversationId: one.id, agent, facts, followed };
        const known = rows.get(facts.quality);
        if (known) known.push(row);
        else rows.set(facts.quality, [row]);
      }
    }
  }
  return rows;
}

export function estimateRates(quality: QualityId, rows: readonly CalledFor[]): QualityRates {
  const missed = rows.filter((row) => row.facts.verdict === 'missed').flatMap(toTrouble);
  const met = rows.filter((row) => row.facts.verdict === 'met').flatMap(toTrouble);
  const differenceAt = (level: number) => estimateDifference(missed, met, level);
  return {
    quality,
    rows,
    met: estimateShare(rows.map((row) => ({ cluster: row.agent, event: row.facts.verdict === 'met' }))),
    missed: estimateShare(rows.map((row) => ({ cluster: row.agent, event: row.facts.verdict === 'missed' }))),
    afterMissed: estimateShare(missed),
    afterMet: estimateShare(met),
    differenceAt,
    difference: differenceAt(defaultLevel),
  };
}

/** A share over assessments, clustered by agent where there are enough of them. */
export function estimateShare(rows: readonly ClusteredRow[]): Estimate {
  if (rows.length < fewestOpportunities) {
    return refuse(rows.length === 0 ? 'no_data' : 'too_few_rows', { n: rows.length, method: 'share' });
  }
  const clustered = estimateClusteredProportion({ rows });
  if (clustered.reason !== 'too_few_agents') return clustered;
  const plain = estimateProportion({ passed: rows.filter((row) => row.event).length, n: rows.length });
  const agents = new Set(rows.map((row) => row.cluster)).size;
  const people = agents === 1 ? 'this one agent' : `these ${agents} agents`;
  return { ...plain, warnings: [...plain.warnings, `holds for ${people} only`] };
}

function estimateDifference(missed: readonly ClusteredRow[], met: readonly ClusteredRow[], level: number): Estimate {
  const question = { a: missed, b: met, level, minRows: fewestOfEach };
  const clustered = estimateClusteredDifference(question);
  return clustered.reason === 'too_few_agents' ? estimateFixedAgentsDifference(question) : clustered;
}

const toTrouble = ({ agent, followed }: CalledFor): ClusteredRow[] =>
  followed === null ? [] : [{ cluster: agent, event: followed }];
