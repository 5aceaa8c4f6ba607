/**
 * What a conversation brought with it, as columns: channel, topic, language, opening emotion, week.
 *
 * Nothing the agent influences is in here: closing emotion, handle time and resolution are results, never controls. Rare
 * kinds (under 30 conversations) are taken together, so that no column rests on a handful.
 */
import { dummyColumns } from '@rapport/statistics';
import type { ScoredRow } from '../scored-table.ts';

export interface CaseMixColumns {
  names: string[];
  /** One row per conversation, without an intercept. */
  rows: number[][];
}

export const fewestOfKind = 30;

export function caseMixColumns(rows: readonly ScoredRow[], { withWeek = true } = {}): CaseMixColumns {
  const parts = [
    kinds(
      'channel',
      rows.map(({ channel }) => channel),
    ),
    kinds(
      'topic',
      rows.map(({ topic }) => topic),
    ),
    kinds(
      'language',
      rows.map(({ language }) => language),
    ),
    measured(
      'opening emotion',
      rows.map(({ openingEmotion }) => openingEmotion),
      true,
    ),
    ...(withWeek
      ? [
          measured(
            'week',
            rows.map(({ week }) => week),
            false,
          ),
        ]
      : []),
  ];
  return {
    names: parts.flatMap(({ names }) => names),
    rows: rows.map((_, row) => parts.flatMap((part) => part.rows[row] ?? [])),
  };
}

function kinds(name: string, values: readonly string[]): CaseMixColumns {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const joined = values.map((value) => ((counts.get(value) ?? 0) < fewestOfKind ? '' : value));
  const { levels, rows } = dummyColumns(joined);
  return { names: levels.map((level) => `${name} ${level}`), rows };
}

/** The number, its square where the effect may bend, and whether it is known at all. */
function measured(name: string, values: readonly (number | null)[], bent: boolean): CaseMixColumns {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 || known.every((value) => value === known[0]))
    return { names: [], rows: values.map(() => []) };
  const middle = known.reduce((sum, value) => sum + value, 0) / known.length;
  const gaps = known.length < values.length;
  return {
    names: [name, ...(bent ? [`${name} squared`] : []), ...(gaps ? [`${name} not known`] : [])],
    rows: values.map((value) => {
      const away = value === null ? 0 : value - middle;
      return [away, ...(bent ? [away * away] : []), ...(gaps ? [Number(value === null)] : [])];
    }),
  };
}
