/**
 * A team's pass rate for one quality from machine scores on all and random human judgements on some: whole reviews and
 * single moments together.
 *
 * A stratum is one agent's conversations with one history of draws, so that within it every conversation had the same
 * chance, whichever windows the draws had. Conversations that no draw could reach are not spoken for. Single moments are
 * drawn across all agents at once: where there is nothing else, agents are one stratum, or most would stand without a
 * judgement and drop out.
 */
import {
  type Estimate,
  estimateSummedPassRates,
  groupBy,
  type PassRates,
  reviewsForMargin,
  sumOf,
} from '@rapport/statistics';

/** All conversations of an agent with one history of draws, that called for the quality. */
export interface ReviewStratum {
  agent: string | number;
  /** Which draws could have chosen them; two strata of one agent differ in it. */
  reach: string;
  size: number;
  machineMean: number;
}

export interface RandomJudgement {
  agent: string | number;
  reach: string;
  machine: number;
  passed: boolean;
  /** A whole review, or one moment of a deck. */
  from: 'review' | 'moment';
}

export interface ReviewRate {
  team: Estimate;
  /** Agents in reach of a draw without a random judgement: not in the number. */
  leftOut: number;
  reviews: number;
  moments: number;
  conversations: number;
  rates: PassRates;
}

export function estimateReviewRate(
  strata: readonly ReviewStratum[],
  judgements: readonly RandomJudgement[],
): ReviewRate {
  const reviews = judgements.filter(({ from }) => from === 'review').length;
  const nameOf = ({ agent, reach }: { agent: string | number; reach: string }): string =>
    reviews === 0 ? reach : `${agent} ${reach}`;
  const judged = groupBy(judgements, nameOf);
  const rates = estimateSummedPassRates({
    strata: [...groupBy(strata, nameOf)].map(([agent, own]) => {
      const size = sumOf(own.map((one) => one.size));
      const machineMean = sumOf(own.map((one) => one.size * one.machineMean)) / size;
      return { agent, size, machineMean, reviews: judged.get(agent) ?? [] };
    }),
  });
  const spokenFor = new Set(judgements.map(({ agent }) => agent));
  const agents = new Set(strata.map(({ agent }) => agent));
  const leftOut = reviews === 0 ? 0 : [...agents].filter((agent) => !spokenFor.has(agent)).length;
  const warnings = leftOut > 0 ? [`${leftOut} agents have no random review and are left out`] : [];
  return {
    team: { ...rates.team, warnings },
    leftOut,
    reviews,
    moments: judgements.length - reviews,
    conversations: sumOf(strata.map(({ size }) => size)),
    rates,
  };
}

/** How many random judgements more would bring the team's range within the margin either way; null where none is known. */
export function judgementsToMargin({ team, rates, conversations }: ReviewRate, margin: number): number | null {
  const { value, n, lower, upper } = team;
  if (value === null || lower === null || upper === null) return null;
  if ((upper - lower) / 2 <= margin) return 0;
  // What the machine explains is saved; the middle of the range keeps a rate of 0 or 1 from promising too much.
  const machineCorrelation = Math.sqrt(1 - rates.varianceRatio);
  const needed = reviewsForMargin({ rate: (lower + upper) / 2, margin, population: conversations, machineCorrelation });
  return Math.max(1, needed - n);
}
