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
  /** All of them unless said. */
  steps?: readonly FairComparison[];
}

/** A line through fewer conversations would be fitted to luck. */
export const fewestForLine = 20;
const fewestClusters = 8;
/** Rows left over when everything allowed for has had its share. */
const fewestLeft = 10;

/** @returns per quality of the table its steps, fairest last */
export function compareFairly({ table, outcomes, machineStep, steps = fairComparisons }: FairQuestion): FairStep[][] {
  const mix = caseMixColumns(table.rows);
  // Kinds first: each step takes as many columns from the left as it allows for.
  const order = [...mix.names.keys()].sort(
    (one, two) => Number(isArrival(mix.names[one])) - Number(isArrival(mix.names[two])),
  );
  const kinds = order.filter((column) => !isArrival(mix.names[column])).length;
  const columnsOf: Record<FairComparison, number> = {
    'side-by-side': 0,
    'same-kind': kinds,
    'same-arrival': order.length,
    'same-agent': order.length,
  };
  const agentPlaces = placesOf(table.rows.map(({ agent }) => agent));
  return table.qualities.map((_, quality) => {
    const rows = [...table.rows.keys()].filter(
      (row) => (outcomes[row] ?? null) !== null && (table.rows[row]?.scores[quality] ?? null) !== null,
    );
    const lines: Lines = {
      count: rows.length,
      agents: Int32Array.from(rows, (row) => agentPlaces[row] ?? 0),
      columns: order.map((column) => Float64Array.from(rows, (row) => mix.rows[row]?.[column] ?? 0)),
      score: Float64Array.from(rows, (row) => (table.rows[row]?.scores[quality] ?? 0) / machineStep),
      outcome: Float64Array.from(rows, (row) => outcomes[row] ?? 0),
    };
    return steps.map((step) => {
      const columns = lines.columns.slice(0, columnsOf[step]);
      return { step, effect: fitSlope({ ...lines, columns }, step === 'same-agent') };
    });
  });
}

const isArrival = (name = ''): boolean => name.startsWith('opening emotion') || name.startsWith('week');

interface Lines {
  count: number;
  /** Place of each row's agent. */
  agents: Int32Array;
  /** What is allowed for, column by column. */
  columns: Float64Array[];
  score: Float64Array;
  outcome: Float64Array;
}

function fitSlope({ count: n, agents, columns, score, outcome }: Lines, withinAgents: boolean): Estimate {
  const method = withinAgents ? 'slope-within-agents' : 'slope';
  if (n < fewestForLine) return refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method });
  const groups = withinAgents ? agents : new Int32Array(n);
  const mix = columns.map((column) => centre(column, groups));
  const x = takeOut(mix, centre(score, groups));
  const y = takeOut(mix, centre(outcome, groups));
  const spread = product(x, x);
  if (!(spread > 1e-9 * n)) return refuse('no_variation', { n, method });
  const slope = product(x, y) / spread;
  const people = new Set(agents).size;
  const clustered = people >= fewestClusters;
  const pulls = new Map<number, number>();
  for (let row = 0; row < n; row += 1) {
    const key = clustered ? (agents[row] ?? 0) : row;
    const pull = (x[row] ?? 0) * ((y[row] ?? 0) - slope * (x[row] ?? 0));
    pulls.set(key, (pulls.get(key) ?? 0) + pull);
  }
  // What was taken out left the residuals too small, so few rows that carry many columns say nothing.
  const left = n - columns.length - (withinAgents ? people : 1) - 1;
  if (left < fewestLeft) return refuse('too_few_rows', { n, method });
  const freedom = clustered ? Math.min(people - 1, left) : left;
  const shrink = clustered ? (people / (people - 1)) * ((n - 1) / left) : n / left;
  const robust = Math.sqrt(shrink * [...pulls.values()].reduce((sum, pull) => sum + pull * pull, 0)) / spread;
  const rest = y.reduce((sum, value, row) => sum + (value - slope * (x[row] ?? 0)) ** 2, 0);
  // Agents that happen to be alike are luck: never surer than rows drawn one by one.
  const error = Math.max(robust, Math.sqrt(rest / left / spread));
  if (!(error > 0)) return refuse('no_variation', { n, method });
  const around = (level: number) => {
    const reach = tQuantile((1 + level) / 2, freedom) * error;
    return { lower: slope - reach, upper: slope + reach };
  };
  const warnings = clustered ? [] : [`holds for ${people === 1 ? 'this one agent' : `these ${people} agents`} only`];
  return estimateOf({ value: slope, interval: around(defaultLevel), inner: around(innerLevel), n, method, warnings });
}

/** Minus the mean of the row's group. */
function centre(values: Float64Array, groups: Int32Array): Float64Array {
  const size = groups.reduce((most, group) => Math.max(most, group), 0) + 1;
  const [totals, counts] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < values.length; row += 1) {
    const group = groups[row] ?? 0;
    totals[group] = (totals[group] ?? 0) + (values[row] ?? 0);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return values.map((value, row) => value - (totals[groups[row] ?? 0] ?? 0) / (counts[groups[row] ?? 0] ?? 1));
}

/** Without what the columns predict of it; a column that adds nothing gets 0. */
function takeOut(columns: readonly Float64Array[], values: Float64Array): Float64Array {
  const width = columns.length;
  if (width === 0) return values;
  const inner = Float64Array.from(columns.flatMap((one) => columns.map((two) => product(one, two))));
  const cross = columns.map((one) => product(one, values));
  const line = solveSymmetric(inner, cross, width);
  const left = values.slice();
  for (const [place, column] of columns.entries()) {
    const weight = line[place] ?? 0;
    for (let row = 0; row < left.length; row += 1) left[row] = (left[row] ?? 0) - weight * (column[row] ?? 0);
  }
  return left;
}

function product(one: Float64Array, two: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row += 1) sum += (one[row] ?? 0) * (two[row] ?? 0);
  return sum;
}

function placesOf(names: readonly string[]): number[] {
  const places = new Map<string, number>();
  return names.map((name) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
}
