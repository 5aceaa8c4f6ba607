/** `rapport analyse` on a table of scored conversations: drivers, focus, pass rates, satisfied, and a change if one is named. */
import { RapportError } from '@rapport/contract';
import {
  type ChangePlan,
  estimateDrivers,
  estimateQualityRates,
  findGains,
  type Gains,
  type ScoredTable,
  satisfiedOf,
  verifyChange,
} from '@rapport/insight';
import { type Estimate, type EstimateReason, estimateClusteredMean } from '@rapport/statistics';
import { describeScored } from '../describe-scored.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ScoredFile } from '../read-scored-table.ts';

export interface AnalyseScoredOptions {
  format: 'text' | 'json';
  /** Name of the quality that was coached. */
  coached?: string | undefined;
  seed: number;
}

export type ScoredAnswer = ReturnType<typeof analyseTable>;

export function analyseScored(file: ScoredFile, { format, coached, seed }: AnalyseScoredOptions): void {
  const answer = analyseTable(file.table, { coached, seed });
  process.stdout.write(format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : describeScored(file.name, answer));
  for (const line of file.problems.slice(0, 20)) process.stderr.write(`${line}\n`);
  if (file.problems.length > 20) process.stderr.write(`… and ${file.problems.length - 20} more.\n`);
  process.exitCode = file.problems.length > 0 ? exitCodes.partly : exitCodes.done;
}

export function analyseTable(table: ScoredTable, { coached, seed }: { coached?: string | undefined; seed: number }) {
  if (coached !== undefined && !table.qualities.includes(coached)) {
    throw new RapportError('bad-request', {
      what: `There is no quality “${coached}” in the file.`,
      wayOut: `Its qualities are ${table.qualities.join(', ')}.`,
    });
  }
  const found = estimateDrivers({ table, outcomes: table.rows.map(satisfiedOf), seed });
  const gains = findGains(table, found);
  return {
    outcome: 'satisfied',
    conversations: table.rows.length,
    agents: new Set(table.rows.map(({ agent }) => agent)).size,
    answered: found.n,
    drivers: found.drivers.map(
      ({ quality, slope, tier, clear, lmgShare, reliability, uncorrected, adjustedP, reviews }) => ({
        quality,
        slope: slope.value,
        lower: slope.lower,
        upper: slope.upper,
        tier,
        clear,
        lmgShare,
        reliability,
        n: slope.n,
        reviews,
        adjustedP,
        method: slope.method,
        ...reasonOf(slope),
        uncorrected: { value: uncorrected.value, lower: uncorrected.lower, upper: uncorrected.upper },
      }),
    ),
    focus: listGains(gains),
    focusVerdict: gains.verdict,
    passRates: estimateQualityRates(table).map(({ quality, team, leftOut }) => ({
      quality,
      value: team.value,
      lower: team.lower,
      upper: team.upper,
      n: team.n,
      effectiveN: team.effectiveN ?? null,
      method: team.method,
      warnings: team.warnings,
      agentsLeftOut: leftOut.length,
      ...reasonOf(team),
    })),
    satisfied: found.answers && {
      raw: found.answers.raw,
      weighted: found.answers.weighted,
      asked: found.answers.asked,
      answered: found.answers.answered,
      bounds: found.answers.bounds,
      largestWeight: found.answers.largestWeight,
      kishN: found.answers.kishN,
    },
    coaching: coached === undefined ? null : describeCoaching(table, coached),
    lowScored: findLowScored(table),
    warnings: found.warnings,
    ...(found.reason ? { reason: found.reason } : {}),
    seed,
  };
}

/** Of the quality that the machine scores low here: its mean, and three conversations to read; null without any score. */
function findLowScored({ qualities, rows }: ScoredTable) {
  const means = qualities.map((quality, place) => {
    const scored = rows.flatMap(({ agent, scores }) => {
      const value = scores[place] ?? null;
      return value === null ? [] : [{ cluster: agent, value }];
    });
    return { quality, place, n: scored.length, mean: estimateClusteredMean({ rows: scored }) };
  });
  const level = ({ mean, place }: (typeof means)[number]) =>
    mean.upper ?? Math.max(...rows.flatMap(({ scores }) => scores[place] ?? []), 0);
  const [low] = means.filter(({ n }) => n > 0).sort((one, two) => level(one) - level(two));
  if (low === undefined) return null;
  const lowest = rows
    .flatMap(({ conversation, scores }) => {
      const score = scores[low.place] ?? null;
      return score === null ? [] : [{ conversation, score }];
    })
    .sort((one, two) => one.score - two.score);
  const { value: mean, lower, upper } = low.mean;
  const conversations = lowest.slice(0, 3).map(({ conversation }) => conversation);
  return { quality: low.quality, mean, lower, upper, n: low.n, conversations };
}

function listGains({ gains }: Gains) {
  return gains
    .map(({ quality, gain, headroom, pBest, recommended }) => ({
      kind: 'gain' as const,
      quality,
      value: gain.value,
      lower: gain.lower,
      upper: gain.upper,
      pBest,
      recommended,
      headroom: { value: headroom.value, lower: headroom.lower, upper: headroom.upper },
      n: gain.n,
      method: gain.method,
      ...reasonOf(gain),
    }))
    .sort((one, two) => (two.pBest ?? -1) - (one.pBest ?? -1));
}

/** In such a table coached agents are those with a starting week; they were chosen for the two weeks before it. */
function describeCoaching(table: ScoredTable, quality: string) {
  const fromWeek = new Map(
    table.rows.flatMap(({ agent, coachedFromWeek }) =>
      coachedFromWeek === null ? [] : [[agent, coachedFromWeek] as const],
    ),
  );
  const plan: ChangePlan = { quality, fromWeek, selectedBecause: 'low-scores', selectionWeeks: 2 };
  const { estimate, p, verdict, because, naive, rebound, changedAgents, otherAgents } = verifyChange({ table, plan });
  return {
    quality,
    estimate: estimate.value,
    lower: estimate.lower,
    upper: estimate.upper,
    p,
    verdict,
    naive,
    rebound,
    because,
    changedAgents,
    otherAgents,
    method: estimate.method,
    ...reasonOf(estimate),
  };
}

function reasonOf({ reason }: Estimate): { reason?: EstimateReason } {
  return reason === undefined ? {} : { reason };
}
