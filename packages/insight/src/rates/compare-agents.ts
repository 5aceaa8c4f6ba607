/**
 * Agents compared fairly, or not at all: never a raw league table.
 *
 * Each agent's pass rate is pulled towards what the machine's mean over ALL the agent's conversations predicts, with the
 * case mix taken out of both; a place is a range; "above" or "below" is said only where it survives the false-discovery
 * control over everything shown. Under 5 random reviews or 30 scored conversations nothing better or worse is said.
 */
import { floors } from '@rapport/contract';
import {
  adjustPValues,
  clip,
  createRandom,
  defaultLevel,
  type Estimate,
  type EstimateReason,
  estimateOf,
  innerLevel,
  meanOf,
  posteriorMeans,
  quantiles,
  refuse,
} from '@rapport/statistics';
import { caseMixColumns } from '../drivers/case-mix-columns.ts';
import { adjustedMeans } from '../drivers/find-headroom.ts';
import { passRating, type ScoredTable } from '../scored-table.ts';
import { estimateQualityRates } from './estimate-quality-rates.ts';

export interface ComparedAgent {
  agent: string;
  /** This agent's own reviews and machine scores alone; shown beside the fair one, never ranked. */
  raw: Estimate;
  fair: Estimate;
  /** 80 in 100 likely; 1 is best. Null where nothing may be said. */
  place: { expected: number; best: number; worst: number } | null;
  standing: 'above' | 'below' | 'not-apart';
  adjustedP: number | null;
}

export interface AgentComparison {
  quality: string;
  agents: ComparedAgent[];
  team: Estimate;
  /** Agents that may be compared at all. */
  compared: number;
  reason?: EstimateReason;
  seed: number;
}

const {
  randomReviewsForComparison: fewestReviewsToCompare,
  conversationsForComparison: fewestScoredToCompare,
  peopleForComparison: fewestAgentsToCompare,
} = floors;
const draws = 2000;

/** @throws RangeError when the table has no such quality */
export function compareAgents(
  table: ScoredTable,
  { quality, seed, passFrom = passRating }: { quality: string; seed: number; passFrom?: number },
): AgentComparison {
  const place = table.qualities.indexOf(quality);
  if (place < 0) throw new RangeError(`no quality ${quality}`);
  const rates = estimateQualityRates(
    { qualities: [quality], rows: table.rows.map((row) => onlyOf(row, place)) },
    passFrom,
  )[0];
  const raw = new Map(rates?.agents.map(({ agent, estimate }) => [String(agent), estimate]));
  const team = rates?.team ?? refuse('no_data', { n: 0, method: 'default-pass-rate' });
  const mix = caseMixColumns(table.rows, { withWeek: false }).rows;
  const passed = table.rows.flatMap(({ agent, scores, review }, row) => {
    const rating = review?.drawn === 'random' ? (review.ratings[place] ?? null) : null;
    if (rating === null || (scores[place] ?? null) === null) return [];
    return [{ agent, value: Number(rating >= passFrom), columns: mix[row] ?? [] }];
  });
  const scored = table.rows.flatMap(({ agent, scores }, row) => {
    const value = scores[place] ?? null;
    return value === null ? [] : [{ agent, value, columns: mix[row] ?? [] }];
  });
  const reviewed = adjustedMeans(passed).means;
  const machine = adjustedMeans(scored).means;
  const comparable = [...reviewed.keys()]
    .sort()
    .filter(
      (agent) =>
        (reviewed.get(agent)?.n ?? 0) >= fewestReviewsToCompare &&
        (machine.get(agent)?.n ?? 0) >= fewestScoredToCompare,
    );
  const share = passed.length > 0 ? meanOf(passed.map(({ value }) => value)) : 0;
  const reason: EstimateReason | null =
    comparable.length < fewestAgentsToCompare ? 'too_few_agents' : share === 0 || share === 1 ? 'no_variation' : null;
  const fair =
    reason === null
      ? drawFair(comparable, { reviewed, machine, share, seed })
      : new Map<string, Omit<ComparedAgent, 'agent' | 'raw'>>();
  const agents = [...new Set(table.rows.map(({ agent }) => agent))].sort().map((agent): ComparedAgent => {
    const n = reviewed.get(agent)?.n ?? 0;
    const nothing = refuse(reason ?? (n === 0 ? 'no_random_reviews' : 'too_few_reviews'), {
      n,
      method: 'fay-herriot-draws',
      seed,
    });
    return {
      agent,
      raw: raw.get(agent) ?? refuse('no_data', { n: 0, method: 'default-pass-rate' }),
      ...(fair.get(agent) ?? { fair: nothing, place: null, standing: 'not-apart', adjustedP: null }),
    };
  });
  return {
    quality,
    agents,
    team,
    compared: reason === null ? comparable.length : 0,
    ...(reason ? { reason } : {}),
    seed,
  };
}

interface FairQuestion {
  reviewed: ReadonlyMap<string, { mean: number; n: number }>;
  machine: ReadonlyMap<string, { mean: number; n: number }>;
  share: number;
  seed: number;
}

function drawFair(
  agents: readonly string[],
  { reviewed, machine, share, seed }: FairQuestion,
): Map<string, Omit<ComparedAgent, 'agent' | 'raw'>> {
  const x = agents.map((agent) => machine.get(agent)?.mean ?? 0);
  const flat = Math.max(...x) - Math.min(...x) < 1e-9;
  const posterior = posteriorMeans({
    y: agents.map((agent) => reviewed.get(agent)?.mean ?? 0),
    v: agents.map((agent) => (share * (1 - share)) / (reviewed.get(agent)?.n ?? 1)),
    x: x.map((value) => (flat ? [1] : [1, value])),
  });
  const random = createRandom(seed);
  const levels = agents.map((): number[] => []);
  const gaps = agents.map((): number[] => []);
  const places = agents.map((): number[] => []);
  const sizes = agents.map((agent) => machine.get(agent)?.n ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = posterior.draw(random);
    const mean = drawn.reduce((sum, level, place) => sum + (level * (sizes[place] ?? 0)) / total, 0);
    const order = [...drawn.keys()].sort((one, two) => (drawn[two] ?? 0) - (drawn[one] ?? 0));
    for (const [rank, place] of order.entries()) places[place]?.push(rank + 1);
    for (const [place, level] of drawn.entries()) {
      levels[place]?.push(clip(level, 0, 1));
      gaps[place]?.push(level - mean);
    }
  }
  const chances = gaps.map((own) => {
    const below = own.filter((gap) => gap <= 0).length;
    return Math.min(1, (2 * (1 + Math.min(below, own.length - below))) / (own.length + 1));
  });
  const adjusted = adjustPValues(chances);
  return new Map(
    agents.map((agent, place) => {
      const clear = (adjusted[place] ?? 1) < 0.05;
      const above = meanOf(gaps[place] ?? [0]) > 0;
      const [best = 1, worst = agents.length] = quantiles(places[place] ?? [], [0.1, 0.9]).map((end) => end ?? 1);
      return [
        agent,
        {
          fair: estimateFair(levels[place] ?? [], reviewed.get(agent)?.n ?? 0, seed),
          place: { expected: meanOf(places[place] ?? [1]), best: Math.floor(best), worst: Math.ceil(worst) },
          standing: clear ? (above ? ('above' as const) : ('below' as const)) : ('not-apart' as const),
          adjustedP: adjusted[place] ?? null,
        },
      ];
    }),
  );
}

function estimateFair(levels: readonly number[], n: number, seed: number): Estimate {
  const value = meanOf(levels);
  const ends = quantiles(levels, [0.025, (1 - innerLevel) / 2, (1 + innerLevel) / 2, 0.975]).map((end) => end ?? value);
  const [lower = value, innerLower = value, innerUpper = value, upper = value] = ends;
  return estimateOf({
    value,
    interval: { lower: Math.min(lower, value), upper: Math.max(upper, value) },
    inner: { lower: Math.min(innerLower, value), upper: Math.max(innerUpper, value) },
    level: defaultLevel,
    n,
    method: 'fay-herriot-draws',
    seed,
  });
}

function onlyOf(row: ScoredTable['rows'][number], place: number): ScoredTable['rows'][number] {
  const { review } = row;
  const kept = review && { ...review, ratings: [review.ratings[place] ?? null], second: null };
  return { ...row, scores: [row.scores[place] ?? null], review: kept };
}
