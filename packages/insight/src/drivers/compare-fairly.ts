/**
 * What happens to one quality's answer as the comparison gets fairer: side by side, the same kind of conversation, the
 * same feeling on arrival, the same agent. Easy problems make everyone look good; here one can see by how much.
 *
 * Each step is the slope of the outcome on the machine score among conversations that called for the quality, with what
 * is allowed for taken out of both (Frisch & Waugh 1933). Ranges are clustered by agent; under eight agents each
 * conversation counts for itself and the range holds for these people only.
 */
import {
  defaultLevel,
  type Estimate,
  estimateOf,
  innerLevel,
  refuse,
  solveSymmetric,
  tQuantile,
} from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';
import { caseMixColumns } from './case-mix-columns.ts';

export const fairComparisons = ['side-by-side', 'same-kind', 'same-arrival', 'same-agent'] as const;
export type FairComparison = (typeof fairComparisons)[number];

export interface FairStep {
  step: FairComparison;
  /** Change of the outcome over `machineStep` points of the machine score. */
  effect: Estimate;
}

export interface FairQuestion {
  table: ScoredTable;
  /** One per row of the table; null where it is not known. */
  outcomes: readonly (number | null)[];
  /** How many machine points one step is. */
  machineStep: number;
}

/** A line through fewer conversations would be fitted to luck. */
export const fewestForLine = 20;
const fewestClusters = 8;

/** @returns per quality of the table its steps, fairest last */
export function compareFairly({ table, outcomes, machineStep }: FairQuestion): FairStep[][] {
  const mix = caseMixColumns(table.rows);
  const arrival = mix.names.map((name) => name.startsWith('opening emotion') || name.startsWith('week'));
  const kinds = mix.rows.map((row) => row.filter((_, column) => !arrival[column]));
  const allowedFor: Record<FairComparison, (row: number) => readonly number[]> = {
    'side-by-side': () => [],
    'same-kind': (row) => kinds[row] ?? [],
    'same-arrival': (row) => mix.rows[row] ?? [],
    'same-agent': (row) => mix.rows[row] ?? [],
  };
  return table.qualities.map((_, quality) => {
    const rows = table.rows.flatMap(({ agent, scores }, row) => {
      const outcome = outcomes[row] ?? null;
      const score = scores[quality] ?? null;
      return outcome === null || score === null ? [] : [{ row, agent, outcome, score: score / machineStep }];
    });
    return fairComparisons.map((step) => ({
      step,
      effect: fitSlope(
        rows.map((one) => ({ ...one, columns: allowedFor[step](one.row) })),
        step === 'same-agent',
      ),
    }));
  });
}

interface LineRow {
  agent: string;
  outcome: number;
  score: number;
  columns: readonly number[];
}

function fitSlope(rows: readonly LineRow[], withinAgents: boolean): Estimate {
  const method = withinAgents ? 'slope-within-agents' : 'slope';
  const n = rows.length;
  if (n < fewestForLine) return refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method });
  const width = (rows[0]?.columns.length ?? 0) + 2;
  const centred = centre(
    rows.map(({ columns, score, outcome }) => [...columns, score, outcome]),
    withinAgents ? rows.map(({ agent }) => agent) : null,
  );
  const left = takeOut(centred, width - 2);
  const spread = left.reduce((sum, { score }) => sum + score * score, 0);
  if (!(spread > 1e-9 * n)) return refuse('no_variation', { n, method });
  const slope = left.reduce((sum, { score, outcome }) => sum + score * outcome, 0) / spread;
  const pulls = new Map<string, number>();
  const agents = new Set(rows.map(({ agent }) => agent));
  const clustered = agents.size >= fewestClusters;
  for (const [place, { score, outcome }] of left.entries()) {
    const key = clustered ? (rows[place]?.agent ?? '') : String(place);
    pulls.set(key, (pulls.get(key) ?? 0) + score * (outcome - slope * score));
  }
  const clusters = pulls.size;
  const used = width - 1 + (withinAgents ? agents.size - 1 : 0);
  const freedom = clustered ? clusters - 1 : n - used - 1;
  if (freedom < 2) return refuse('too_few_rows', { n, method });
  const shrink = clustered ? clusters / (clusters - 1) : n / freedom;
  const error = Math.sqrt(shrink * [...pulls.values()].reduce((sum, pull) => sum + pull * pull, 0)) / spread;
  if (!(error > 0)) return refuse('no_variation', { n, method });
  const around = (level: number) => {
    const reach = tQuantile((1 + level) / 2, freedom) * error;
    return { lower: slope - reach, upper: slope + reach };
  };
  const people = agents.size === 1 ? 'this one agent' : `these ${agents.size} agents`;
  const warnings = clustered ? [] : [`holds for ${people} only`];
  return estimateOf({ value: slope, interval: around(defaultLevel), inner: around(innerLevel), n, method, warnings });
}

/** Each column minus its mean: of everybody, or of the agent's own rows. */
function centre(rows: readonly (readonly number[])[], groups: readonly string[] | null): number[][] {
  const sums = new Map<string, { total: number[]; n: number }>();
  for (const [place, row] of rows.entries()) {
    const key = groups?.[place] ?? '';
    const own = sums.get(key) ?? { total: row.map(() => 0), n: 0 };
    sums.set(key, own);
    own.n += 1;
    for (const [column, value] of row.entries()) own.total[column] = (own.total[column] ?? 0) + value;
  }
  return rows.map((row, place) => {
    const own = sums.get(groups?.[place] ?? '');
    return row.map((value, column) => value - (own?.total[column] ?? 0) / (own?.n ?? 1));
  });
}

/** Score and outcome without what the first `count` columns predict of them. */
function takeOut(rows: readonly (readonly number[])[], count: number): { score: number; outcome: number }[] {
  const inner = new Float64Array(count * count);
  const crosses = [new Float64Array(count), new Float64Array(count)];
  for (const row of rows) {
    for (let i = 0; i < count; i += 1) {
      const value = row[i] ?? 0;
      if (value === 0) continue;
      for (let j = 0; j < count; j += 1) inner[i * count + j] = (inner[i * count + j] ?? 0) + value * (row[j] ?? 0);
      for (const [place, cross] of crosses.entries()) cross[i] = (cross[i] ?? 0) + value * (row[count + place] ?? 0);
    }
  }
  const [scoreLine, outcomeLine] = crosses.map((cross) => solveSymmetric(inner, cross, count));
  return rows.map((row) => {
    let [score, outcome] = [row[count] ?? 0, row[count + 1] ?? 0];
    for (let i = 0; i < count; i += 1) {
      score -= (row[i] ?? 0) * (scoreLine?.[i] ?? 0);
      outcome -= (row[i] ?? 0) * (outcomeLine?.[i] ?? 0);
    }
    return { score, outcome };
  });
}
