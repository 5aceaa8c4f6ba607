/** One measured line with its range: rows are grouped by conversation, thread or author, and whole groups are drawn. */
import type { Estimate } from '@rapport/statistics';
import { estimateOfClusters } from '@rapport/statistics';
import { rankCorrelation } from './measures.ts';

export interface MeasuredLine {
  what: string;
  data: string;
  kind: 'own' | 'trained-on' | 'transfer';
  better: 'higher' | 'lower';
  /** What was asked for; null where nothing was. */
  floor: number | null;
  estimate: Estimate;
}

export const seed = 20;
const resamples = 1000;

interface Grouped {
  group: string;
}

const byGroup = <T extends Grouped>(rows: readonly T[]): T[][] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(row.group);
    if (known) known.push(row);
    else groups.set(row.group, [row]);
  }
  return [...groups.values()];
};

/** Chance that a true one has the larger value; ties count half. */
export const estimateAuc = (rows: readonly (Grouped & { isTrue: boolean; value: number })[]): Estimate => {
  // Places in the order of values, so that a draw is counted and never sorted.
  const levels = [...new Set(rows.map(({ value }) => value))].sort((one, other) => one - other);
  const placeOf = new Map(levels.map((value, place) => [value, place]));
  const clusters = byGroup(rows).map((group) =>
    group.map(({ isTrue, value }) => ({ isTrue, place: placeOf.get(value) ?? 0 })),
  );
  const measure = (drawn: readonly (typeof clusters)[number][]): number => {
    const yes = new Uint32Array(levels.length);
    const no = new Uint32Array(levels.length);
    for (const group of drawn)
      for (const { isTrue, place } of group) {
        const counts = isTrue ? yes : no;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    let below = 0;
    let won = 0;
    let positives = 0;
    for (let place = 0; place < levels.length; place += 1) {
      const here = no[place] ?? 0;
      won += (yes[place] ?? 0) * (below + here / 2);
      below += here;
      positives += yes[place] ?? 0;
    }
    return positives * below === 0 ? Number.NaN : won / (positives * below);
  };
  return estimateOfClusters({ clusters, measure, n: rows.length, method: 'auc', seed, resamples });
};

/** What was said and what is true, name by name: right, said, true, three numbers for each name. */
export type Counts = Float64Array;

export const f1OfCounts = (counts: Counts, name: number): number => {
  const right = counts[3 * name] ?? 0;
  const all = (counts[3 * name + 1] ?? 0) + (counts[3 * name + 2] ?? 0);
  return all === 0 ? Number.NaN : (2 * right) / all;
};

export const sumOfCounts = (drawn: readonly Counts[]): Counts => {
  const sum = new Float64Array(drawn[0]?.length ?? 0);
  for (const one of drawn)
    for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) + (one[index] ?? 0);
  return sum;
};

export interface Named extends Grouped {
  truth: readonly string[];
  said: readonly string[];
}

export const countNames = (rows: readonly Named[], names: readonly string[]): Counts => {
  const counts = new Float64Array(names.length * 3);
  const add = (name: number, offset: number): void => {
    if (name >= 0) counts[3 * name + offset] = (counts[3 * name + offset] ?? 0) + 1;
  };
  for (const { truth, said } of rows) {
    for (const one of said) add(names.indexOf(one), 1);
    for (const one of truth) {
      add(names.indexOf(one), 2);
      if (said.includes(one)) add(names.indexOf(one), 0);
    }
  }
  return counts;
};

/** Mean F1 over the names; a name that a draw neither says nor holds is left out of that draw. */
export const macroOfCounts = (drawn: readonly Counts[], names: readonly number[]): number => {
  const sum = sumOfCounts(drawn);
  const f1s = names.map((name) => f1OfCounts(sum, name)).filter((f1) => !Number.isNaN(f1));
  return f1s.reduce((total, f1) => total + f1, 0) / f1s.length;
};

export const estimateMacroF1 = (rows: readonly Named[], names: readonly string[]): Estimate => {
  const clusters = byGroup(rows).map((group) => countNames(group, names));
  const all = names.map((_, index) => index);
  const measure = (drawn: readonly Counts[]): number => macroOfCounts(drawn, all);
  return estimateOfClusters({ clusters, measure, n: rows.length, method: 'macro-f1', seed, resamples });
};

export const estimateShare = (rows: readonly (Grouped & { isRight: boolean })[]): Estimate => {
  const clusters = byGroup(rows).map((group) => ({
    right: group.filter(({ isRight }) => isRight).length,
    n: group.length,
  }));
  const measure = (drawn: readonly (typeof clusters)[number][]): number =>
    drawn.reduce((sum, { right }) => sum + right, 0) / drawn.reduce((sum, { n }) => sum + n, 0);
  return estimateOfClusters({ clusters, measure, n: rows.length, method: 'share', seed, resamples });
};

export const estimateRankCorrelation = (rows: readonly (Grouped & { one: number; other: number })[]): Estimate => {
  const measure = (drawn: readonly (typeof rows)[]): number => {
    const all = drawn.flat();
    return rankCorrelation(
      all.map(({ one }) => one),
      all.map(({ other }) => other),
    );
  };
  const clusters = byGroup(rows);
  return estimateOfClusters({ clusters, measure, n: rows.length, method: 'spearman', seed, resamples: 500 });
};
