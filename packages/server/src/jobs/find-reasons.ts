/** Counts the groups that sentences lie in: everybody's, or those of one team's conversations. */
import { type ReasonsAnswer, reasonKinds } from '@rapport/contract';
import { type CountedReason, describeEnds, describeReasons, fewestInGroup, sayReasons } from '@rapport/insight';
import type { Db } from '../store/open-store.ts';
import {
  countAll,
  countGroups,
  listGroupWords,
  loadReasonTotals,
  type ReasonScope,
  weekStarts,
} from '../store/reason-counts.ts';

/**
 * @param named groups by the names that they have for everybody; absent: by their own words
 * @returns groups of five conversations or more: with fewer in a team it would be the stories of a few
 */
export async function findReasons(
  db: Db,
  scope: ReasonScope,
  { lookedIn, named }: { lookedIn: ReasonsAnswer['lookedIn']; named?: ReadonlyMap<string, string> },
): Promise<ReasonsAnswer> {
  const totals = await loadReasonTotals(db, scope);
  const asOf = totals.asOf ?? new Date(0).toISOString();
  const { cells, ends } = await countAll(db, scope, asOf);
  const groups: CountedReason[] = [];
  for (const kind of reasonKinds) {
    const words = await listGroupWords(db, scope, kind);
    for (const [key, counts] of await countGroups(db, scope, { kind, asOf })) {
      const { name, quotes } = words.get(key) ?? { name: key, quotes: [] };
      groups.push({ kind, key, ...counts, name: named?.get(`${kind}:${key}`) ?? name, quotes });
    }
  }
  const starts = totals.asOf === null ? [] : weekStarts(asOf);
  const found = describeReasons({ cells, weekStarts: starts, groups: groups.filter(isGroup) });
  const of = (kind: (typeof reasonKinds)[number]) =>
    found
      .filter((one) => one.kind === kind)
      .sort((a, b) => b.conversations - a.conversations || (a.key < b.key ? -1 : 1));
  const [problems, rules] = [of('problem'), of('rule')];
  const answer = {
    ...totals,
    // A conversation is in one group of a kind at most.
    bad: { ...totals.bad, grouped: sumOf(problems) },
    refused: { ...totals.refused, grouped: sumOf(rules) },
    ...{ lookedIn, problems, rules, all: describeEnds(ends), scorerVersion: scope.scorerVersion },
  };
  return { ...answer, ...sayReasons(answer) };
}

const isGroup = ({ cells }: CountedReason): boolean =>
  cells.reduce((sum, { conversations }) => sum + conversations, 0) >= fewestInGroup;

const sumOf = (groups: ReasonsAnswer['problems']): number =>
  groups.reduce((sum, { conversations }) => sum + conversations, 0);
