/**
 * From grouped sentences to reasons a team can look after: how often, since when more or less, how they ended, in whose
 * words. All comparisons share one control of false discovery; what ended badly is a hint, never a cause.
 */
import type { ReasonGroup, ReasonKind } from '@rapport/contract';
import {
  type CountedCluster,
  defaultLevel,
  estimateWeekDifference,
  type SummedCluster,
  type WeekCell,
} from '@rapport/statistics';
import { findClear } from '../control-false-discovery.ts';
import { estimateCountedShare, estimateSummed } from '../rates/estimate-counted-share.ts';

/** Counts of one agent in one week; week 0 is the newest. An agent stands for the conversations they answered first. */
export interface ReasonCell {
  agent: string;
  week: number;
  conversations: number;
}

/** How conversations ended, by agent. */
export interface EndsOfAgent {
  feeling: SummedCluster;
  satisfied: CountedCluster;
  wroteAgain: CountedCluster;
}

export interface CountedReason {
  kind: ReasonKind;
  key: string;
  name: string;
  cells: readonly ReasonCell[];
  ends: readonly EndsOfAgent[];
  quotes: ReasonGroup['quotes'];
}

export interface ReasonsInput {
  /** Of all scored conversations. */
  cells: readonly ReasonCell[];
  /** Start of the newest week and of those before it, by their number; ISO instants. */
  weekStarts: readonly string[];
  groups: readonly CountedReason[];
}

/** Newest weeks that stand against those before. */
export const newestWeeks = 4;
/** So many weeks are drawn. */
export const weeksShown = 13;

export function describeReasons({ cells, weekStarts, groups }: ReasonsInput): ReasonGroup[] {
  const all = countOf(cells);
  const compared = groups.map((group) => {
    const weekCells = toWeekCells(cells, group.cells);
    const at = (level: number) => estimateWeekDifference({ cells: weekCells, isShare: true, level });
    return { group, at, difference: at(defaultLevel) };
  });
  const clear = new Set(
    findClear(
      compared.flatMap(({ group, at, difference }) => (difference.value === null ? [] : [{ id: idOf(group), at }])),
    ),
  );
  return compared.map(({ group, difference }) => {
    const { kind, key, name, quotes } = group;
    const own = countOf(group.cells);
    const sign = difference.value === null ? 'cannot-tell' : clear.has(idOf(group)) ? 'real' : 'could-be-chance';
    return {
      ...{ kind, key, name, quotes },
      conversations: sum(own.values()),
      share: estimateCountedShare([...all].map(([agent, n]) => ({ n, passed: own.get(agent) ?? 0 }))),
      weeks: weekStarts
        .slice(0, weeksShown)
        .flatMap((from, week) => {
          const of = ofWeek(cells, week);
          return [{ from, of, n: ofWeek(group.cells, week) }];
        })
        .reverse(),
      trend: { difference, sign, words: wordsOf(sign, difference.value ?? 0) },
      after: describeEnds(group.ends),
    };
  });
}

export const describeEnds = (ends: readonly EndsOfAgent[]): ReasonGroup['after'] => ({
  feelingLast: estimateSummed(ends.map(({ feeling }) => feeling)),
  satisfied: estimateCountedShare(ends.map(({ satisfied }) => satisfied)),
  wroteAgain: estimateCountedShare(ends.map(({ wroteAgain }) => wroteAgain)),
});

const idOf = ({ kind, key }: Pick<CountedReason, 'kind' | 'key'>): string => `${kind}:${key}`;

function countOf(cells: readonly ReasonCell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { agent, conversations } of cells) counts.set(agent, (counts.get(agent) ?? 0) + conversations);
  return counts;
}

const ofWeek = (cells: readonly ReasonCell[], week: number): number =>
  sum(cells.filter((one) => one.week === week).map(({ conversations }) => conversations));

/** The newest four weeks as one; those before each for itself, so that their scatter is seen. */
function toWeekCells(all: readonly ReasonCell[], own: readonly ReasonCell[]): WeekCell[] {
  const hits = new Map(own.map((one) => [`${one.agent} ${one.week}`, one.conversations]));
  return all
    .filter(({ week }) => week < weeksShown + newestWeeks)
    .map(({ agent, week, conversations }) => {
      const total = hits.get(`${agent} ${week}`) ?? 0;
      const place = week < newestWeeks ? 0 : week - newestWeeks + 1;
      return { cluster: agent, week: place, n: conversations, total, squares: total };
    });
}

function wordsOf(sign: ReasonGroup['trend']['sign'], difference: number): string {
  if (sign === 'cannot-tell') return 'Cannot tell yet';
  if (sign === 'could-be-chance') return 'Could be chance';
  const amount = Math.abs(difference) < 0.0005 ? 'a little' : (Math.abs(difference) * 100).toFixed(1);
  return `Real, ${difference > 0 ? 'up' : 'down'} ${amount} in 100`;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
