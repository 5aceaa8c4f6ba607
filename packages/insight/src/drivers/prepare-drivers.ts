/**
 * A scored table as the arrays the driver regression reads, and which qualities can enter it.
 *
 * A quality without variation is left out; two that cannot be told apart, and those with too few reviews to be set right,
 * stay in the regression (so that nobody else is credited with what they do) but get no slope of their own.
 */
import {
  correlationMatrix,
  type DriverTable,
  describeCollinearity,
  type EstimateReason,
  isReviewed,
} from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';
import { caseMixColumns } from './case-mix-columns.ts';

export interface PreparedDrivers {
  table: DriverTable;
  agents: string[];
  /** Rows of the scored table behind the arrays, in their order. */
  rowOf: number[];
  /** Place among the arrays' scores → place among the table's qualities. */
  qualityOf: number[];
  /** Why a quality (place in the table) can have no slope. */
  reasons: (EstimateReason | null)[];
  /** Reviews with an opportunity per quality (place in the table). */
  reviews: number[];
  /** Conversations with a known outcome and an opportunity, per quality. */
  opportunities: number[];
  /** Scores that are set right with reviews, places among the arrays' scores. */
  corrected: number[];
}

export interface PrepareQuestion {
  table: ScoredTable;
  outcomes: readonly (number | null)[];
  weights: readonly number[];
}

/** Above this correlation, or this variance inflation, two qualities are reported as one. */
export const mostCorrelation = 0.95;
export const mostInflation = 10;
/** Reviews with an opportunity per quality in the regression: below the first no correction, below the second wide. */
export const fewestReviewsPerQuality = 15;
export const enoughReviewsPerQuality = 30;

export function prepareDrivers({ table, outcomes, weights }: PrepareQuestion): PreparedDrivers {
  const { rows, qualities } = table;
  // In an order of their own, so that the order in which conversations arrive changes no draw.
  const rowOf = [...rows.keys()]
    .filter((row) => (weights[row] ?? 0) > 0 || rows[row]?.review)
    .sort((one, two) => compareText(rows[one]?.conversation ?? '', rows[two]?.conversation ?? ''));
  const agents = [...new Set(rowOf.map((row) => rows[row]?.agent ?? ''))].sort(compareText);
  const agentPlace = new Map(agents.map((agent, place) => [agent, place]));
  const means = meansByAgent(table);
  const centred = (row: number, quality: number): number => {
    const score = rows[row]?.scores[quality] ?? null;
    return score === null ? 0 : score - (means.get(rows[row]?.agent ?? '')?.[quality] ?? 0);
  };
  const known = rowOf.filter((row) => (weights[row] ?? 0) > 0);
  const reasons = qualities.map((_, quality): EstimateReason | null =>
    known.some((row) => Math.abs(centred(row, quality)) > 1e-9) ? null : 'no_variation',
  );
  const qualityOf = reasons.flatMap((reason, quality) => (reason === null ? [quality] : []));
  for (const quality of findCollinear(known, qualityOf, centred)) reasons[quality] = 'collinear';
  const mix = caseMixColumns(rows).rows;
  const blank = qualityOf.filter((quality) => rowOf.some((row) => (rows[row]?.scores[quality] ?? null) === null));
  const reviewers = [...new Set(rowOf.flatMap((row) => rows[row]?.review?.reviewer ?? []))].sort().slice(1, 13);
  const width = qualityOf.length + blank.length + (mix[0]?.length ?? 0);
  const scoreCount = qualityOf.length;
  const arrays: DriverTable = {
    agents: Int32Array.from(rowOf, (row) => agentPlace.get(rows[row]?.agent ?? '') ?? 0),
    agentCount: agents.length,
    scoreCount,
    width,
    columns: flat(rowOf, (row) => [
      ...qualityOf.map((quality) => centred(row, quality)),
      ...blank.map((quality) => Number((rows[row]?.scores[quality] ?? null) !== null)),
      ...(mix[row] ?? []),
    ]),
    reviewColumns: flat(rowOf, (row) => reviewers.map((reviewer) => Number(rows[row]?.review?.reviewer === reviewer))),
    reviewWidth: reviewers.length,
    opportunities: Uint8Array.from(
      rowOf.flatMap((row) => qualityOf.map((quality) => Number((rows[row]?.scores[quality] ?? null) !== null))),
    ),
    outcomes: Float64Array.from(rowOf, (row) => outcomes[row] ?? 0),
    weights: Float64Array.from(rowOf, (row) => (outcomes[row] === null ? 0 : (weights[row] ?? 0))),
    ratings: flat(rowOf, (row) => qualityOf.map((quality) => rows[row]?.review?.ratings[quality] ?? Number.NaN)),
  };
  const reviews = qualities.map((_, quality) => countReviewed(arrays, qualityOf.indexOf(quality)));
  const fewest = fewestReviewsPerQuality * qualityOf.length;
  const corrected = qualityOf.flatMap((quality, place) => {
    if (reasons[quality] !== null) return [];
    if ((reviews[quality] ?? 0) >= fewest) return [place];
    reasons[quality] = 'too_few_reviews';
    return [];
  });
  const opportunities = qualities.map((_, quality) =>
    known.reduce((count, row) => count + Number((rows[row]?.scores[quality] ?? null) !== null), 0),
  );
  return { table: arrays, agents, rowOf, qualityOf, reasons, reviews, opportunities, corrected };
}

/** Mean of each score over ALL conversations of the agent that called for it. */
function meansByAgent({ rows, qualities }: ScoredTable): Map<string, number[]> {
  const sums = new Map<string, { total: number[]; count: number[] }>();
  for (const { agent, scores } of rows) {
    const own = sums.get(agent) ?? { total: qualities.map(() => 0), count: qualities.map(() => 0) };
    sums.set(agent, own);
    for (const [quality, score] of scores.entries()) {
      if (score === null) continue;
      own.total[quality] = (own.total[quality] ?? 0) + score;
      own.count[quality] = (own.count[quality] ?? 0) + 1;
    }
  }
  return new Map(
    [...sums].map(([agent, { total, count }]) => [agent, total.map((sum, k) => sum / Math.max(1, count[k] ?? 0))]),
  );
}

function findCollinear(
  rows: readonly number[],
  qualities: readonly number[],
  centred: (row: number, quality: number) => number,
): number[] {
  const columns = rows.map((row) => qualities.map((quality) => centred(row, quality)));
  if (columns.length <= qualities.length) return [];
  const correlations = correlationMatrix(columns);
  const paired = qualities.filter((_, one) =>
    correlations.some((row, two) => one !== two && Math.abs(row[one] ?? 0) > mostCorrelation),
  );
  const { inflation } = describeCollinearity(columns);
  const inflated = qualities.filter((_, place) => {
    const value = inflation[place] ?? null;
    return value !== null && value > mostInflation;
  });
  return [...new Set([...paired, ...inflated])];
}

function countReviewed(table: DriverTable, score: number): number {
  if (score < 0) return 0;
  let count = 0;
  for (let row = 0; row < table.agents.length; row += 1) if (isReviewed(table, row, score)) count += 1;
  return count;
}

function flat(rows: readonly number[], columnsOf: (row: number) => readonly number[]): Float64Array {
  const parts = rows.map(columnsOf);
  const width = parts[0]?.length ?? 0;
  const values = new Float64Array(parts.length * width);
  for (const [place, part] of parts.entries()) values.set(part, place * width);
  return values;
}

const compareText = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);
