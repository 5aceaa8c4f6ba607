/**
 * Drivers: which qualities go together with an outcome, for the same agent and the same kind of conversation.
 *
 * One outcome at a time. Within agents; answers weighted back to all customers; slopes set right with human reviews;
 * agents drawn again for the ranges (under 8 agents their conversations, and the answer holds for these people only).
 * "Goes together with", never "causes": the proof is a change that was made and verified.
 * Example: `estimateDrivers({ table, outcomes: table.rows.map(satisfiedOf), seed: 1 }).drivers[0]?.tier`
 */
import {
  addTo,
  bootstrapDrivers,
  createRandom,
  type DriverDraws,
  type DriverSums,
  type Estimate,
  type EstimateReason,
  kishNumber,
  refuse,
  solveDrivers,
  sumDrivers,
  wholeTeam,
} from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';
import { describeSlopes } from './describe-slopes.ts';
import { measureReliability } from './measure-reliability.ts';
import { enoughReviewsPerQuality, type PreparedDrivers, prepareDrivers } from './prepare-drivers.ts';
import { shareExplained } from './share-explained.ts';
import type { Tier } from './tier-drivers.ts';
import { type AnsweredOutcome, weighAnswers } from './weigh-answers.ts';

export interface DriversQuestion {
  table: ScoredTable;
  /** One number per row: 0 or 1, or a rating; null where it is not known. */
  outcomes: readonly (number | null)[];
  /** Survey answers are weighted back to everybody asked; observed outcomes (resolved, wrote again) are not. */
  isSurvey?: boolean;
  seed: number;
  draws?: number;
}

export interface Driver {
  quality: string;
  /** Change of the outcome per human point (of 1–5). Null with a reason where it cannot be told. */
  slope: Estimate;
  /** The same per 25 machine points, not set right: well-measured qualities look larger here. */
  uncorrected: Estimate;
  clear: boolean;
  tier: Tier;
  /** After Benjamini-Hochberg over the qualities. */
  adjustedP: number | null;
  /** Share of the explained difference, 0–1; never a reason to act. */
  lmgShare: number | null;
  /** Share of the machine score's spread within agents that reviewers see too, 0–1. */
  reliability: number | null;
  /** Reviews and known outcomes in which the quality was called for. */
  reviews: number;
  opportunities: number;
}

export interface Drivers {
  drivers: Driver[];
  answers: AnsweredOutcome | null;
  agents: number;
  /** Conversations with a known outcome. */
  n: number;
  /** Part of the differences within agents that the scores explain beyond the case mix. */
  explained: number | null;
  warnings: string[];
  reason?: EstimateReason;
  seed: number;
  /** Bootstrap slopes per human point, one list per quality of the table (null without a slope); for the focus. */
  slopeDraws: (number[] | null)[];
}

export const fewestOutcomes = 200;
export const fewestAgents = 8;
const conversationParts = 25;

export function estimateDrivers({ table, outcomes, isSurvey = true, seed, draws = 1000 }: DriversQuestion): Drivers {
  const answers = isSurvey ? weighAnswers(table.rows, outcomes) : null;
  const counted = keepPairs(table, outcomes, answers?.weights ?? outcomes.map((one) => Number(one !== null)));
  const known = outcomes.filter((outcome, row) => outcome !== null && (counted[row] ?? 0) > 0);
  const n = known.length;
  const sizes = new Map<string, number>();
  for (const [row, { agent }] of table.rows.entries()) if ((counted[row] ?? 0) > 0) addTo(sizes, agent, 1);
  const agents = sizes.size;
  const reason = outcomes.every((outcome) => outcome === null) ? 'no_data' : whyNot(known, agents);
  if (reason) return refuseAll(table, { answers, agents, n, reason, seed });
  const prepared = prepareDrivers({ table, outcomes, weights: counted });
  const random = createRandom(seed);
  const small = agents < fewestAgents;
  const sums = sumDrivers({
    table: prepared.table,
    corrected: prepared.corrected,
    parts: small ? conversationParts : 1,
    partOf: small ? dealOut(prepared, random.shuffle([...prepared.rowOf.keys()])) : () => 0,
  });
  const whole = wholeTeam(sums);
  const point = solveDrivers(whole, sums.layout);
  const drawn = bootstrapDrivers(sums, draws, random);
  const described = describeSlopes({
    prepared,
    sums,
    point,
    drawn,
    effectiveAgents: kishNumber([...sizes.values()]),
    n,
    seed,
  });
  const { shares, explained } = shareExplained(whole, sums.layout);
  return {
    drivers: table.qualities.map((quality, place) => {
      const score = prepared.qualityOf.indexOf(place);
      return {
        quality,
        ...described.perQuality(place),
        lmgShare: score < 0 ? null : (shares[score] ?? null),
        reliability: measureReliability(table, place),
        reviews: prepared.reviews[place] ?? 0,
        opportunities: prepared.opportunities[place] ?? 0,
      };
    }),
    answers,
    agents,
    n,
    explained,
    warnings: warningsOf({ prepared, sums, drawn, agents }),
    seed,
    slopeDraws: table.qualities.map((_, place) => described.drawsOf(place)),
  };
}

function whyNot(known: readonly (number | null)[], agents: number): EstimateReason | null {
  if (known.length < fewestOutcomes) return 'too_few_responses';
  if (known.every((outcome) => outcome === known[0])) return 'outcome_constant';
  return agents < 2 ? 'too_few_agents' : null;
}

/** An agent with a single known outcome says nothing about the same agent's other conversations. */
function keepPairs(table: ScoredTable, outcomes: readonly (number | null)[], weights: readonly number[]): number[] {
  const counts = new Map<string, number>();
  for (const [row, { agent }] of table.rows.entries()) {
    if (outcomes[row] !== null) counts.set(agent, (counts.get(agent) ?? 0) + 1);
  }
  return table.rows.map(({ agent }, row) =>
    outcomes[row] !== null && (counts.get(agent) ?? 0) >= 2 ? (weights[row] ?? 0) : 0,
  );
}

/** Deals each agent's conversations into parts in random order. */
function dealOut({ table }: PreparedDrivers, order: readonly number[]): (row: number) => number {
  const next = new Int32Array(table.agentCount);
  const parts = new Int32Array(table.agents.length);
  for (const row of order) {
    const agent = table.agents[row] ?? 0;
    parts[row] = (next[agent] ?? 0) % conversationParts;
    next[agent] = (next[agent] ?? 0) + 1;
  }
  return (row) => parts[row] ?? 0;
}

interface Circumstances {
  prepared: PreparedDrivers;
  sums: DriverSums;
  drawn: DriverDraws;
  agents: number;
}

function warningsOf({ prepared, sums, drawn, agents }: Circumstances): string[] {
  const fewest = Math.min(
    ...sums.layout.corrected.map((score) => prepared.reviews[prepared.qualityOf[score] ?? 0] ?? 0),
  );
  const enough = enoughReviewsPerQuality * prepared.qualityOf.length;
  const uncorrected = prepared.reasons.filter((reason) => reason === 'too_few_reviews').length;
  return [
    ...(agents < fewestAgents ? [`holds for these ${agents} people`] : []),
    ...(uncorrected > 0 ? ['the weakest-measured qualities are understated until more are reviewed'] : []),
    ...(Number.isFinite(fewest) && fewest < enough ? ['few reviews: ranges are wide'] : []),
    ...(drawn.failed > 0 ? [`${drawn.failed} draws had no answer and were left out`] : []),
  ];
}

function refuseAll(
  table: ScoredTable,
  { answers, agents, n, reason, seed }: Pick<Drivers, 'answers' | 'agents' | 'n' | 'seed'> & { reason: EstimateReason },
): Drivers {
  const nothing = refuse(reason, { n, method: 'drivers', seed });
  const drivers = table.qualities.map((quality, place) => ({
    quality,
    slope: nothing,
    uncorrected: nothing,
    clear: false,
    tier: 'unsure' as const,
    adjustedP: null,
    lmgShare: null,
    reliability: measureReliability(table, place),
    reviews: table.rows.filter(({ review }) => (review?.ratings[place] ?? null) !== null).length,
    opportunities: 0,
  }));
  const slopeDraws = table.qualities.map(() => null);
  return { drivers, answers, agents, n, explained: null, warnings: [], reason, seed, slopeDraws };
}
