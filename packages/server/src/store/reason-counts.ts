/** Groups of sentences, counted: by agent and week, by how conversations ended, with a few of their words. */
import type { ReasonKind, ReasonsAnswer } from '@rapport/contract';
import { type EndsOfAgent, nameGroup, newestWeeks, type ReasonCell, weeksShown, wordsOfReason } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import { ratedConditions } from './conversation-filter.ts';
import { exactSum, exactSumOfSquares } from './exact-sum.ts';
import type { Db } from './open-store.ts';
import { inferredBad, ratedBad } from './reason-sentences.ts';
import type { Sees } from './seen.ts';

const weekSeconds = 7 * 86_400;
/** A conversation belongs to the agent who answered first. */
const agentFirst = sql`c.agent_ids[1]`;
/** Where the time is not known. */
const noWeek = 100_000;

export interface ReasonScope {
  workspace: number;
  scorerVersion: string;
  /** Only conversations that one of these people answered first; absent or null: all. */
  authors?: Sees;
}

const scored = ({ workspace, scorerVersion, authors = null }: ReasonScope): RawBuilder<boolean> =>
  sql`c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
    ${authors === null ? sql`` : sql`AND ${agentFirst} = ANY(${[...authors]}::bigint[])`}`;

export async function loadReasonTotals(
  db: Db,
  scope: ReasonScope,
): Promise<Pick<ReasonsAnswer, 'asOf' | 'scored' | 'bad' | 'refused'>> {
  const said = (kind: ReasonKind) => sql`EXISTS (SELECT FROM reason_sentences r
    WHERE r.workspace_id = ${scope.workspace} AND r.conversation_id = c.id AND r.kind = ${kind})`;
  const inGroup = (kind: ReasonKind) => sql`EXISTS (SELECT FROM reason_sentences r
    WHERE r.workspace_id = ${scope.workspace} AND r.conversation_id = c.id AND r.kind = ${kind}
      AND r.reason_key IS NOT NULL)`;
  const { rows } = await sql<
    { last: Date | null } & Record<'scored' | 'rated' | 'inferred' | 'grouped' | 'held' | 'refused', number>
  >`
    SELECT max(c.last_at) AS last, count(*) AS scored, count(*) FILTER (WHERE ${ratedBad}) AS rated,
      count(*) FILTER (WHERE ${inferredBad}) AS inferred,
      count(*) FILTER (WHERE (${ratedBad} OR ${inferredBad}) AND ${inGroup('problem')}) AS grouped,
      count(*) FILTER (WHERE ${inGroup('rule')}) AS held, count(*) FILTER (WHERE ${said('rule')}) AS refused
    FROM conversations c WHERE ${scored(scope)}`.execute(db);
  const [row] = rows;
  const [rated, inferred] = [row?.rated ?? 0, row?.inferred ?? 0];
  return {
    asOf: row?.last?.toISOString() ?? null,
    scored: row?.scored ?? 0,
    bad: { conversations: rated + inferred, rated, inferred, grouped: row?.grouped ?? 0 },
    refused: { conversations: row?.refused ?? 0, grouped: row?.held ?? 0 },
  };
}

/** Starts of the weeks that are shown and compared, newest first. */
export const weekStarts = (asOf: string): string[] =>
  Array.from({ length: weeksShown + newestWeeks }, (_, week) =>
    new Date(new Date(asOf).getTime() - (week + 1) * weekSeconds * 1000 + 1).toISOString(),
  );

const weekOf = (asOf: string): RawBuilder<number> => sql`coalesce(floor(extract(epoch
  FROM (${asOf}::timestamptz - c.last_at)) / ${weekSeconds})::int, ${noWeek})`;
const agentOf = sql`coalesce(${agentFirst}, 0)::text`;
const ends = sql`
  count(c.feeling_last) AS felt, ${exactSum(sql`c.feeling_last`)} AS total,
  ${exactSumOfSquares(sql`c.feeling_last`)} AS squares,
  count(*) FILTER (WHERE c.csat_value IS NOT NULL AND c.csat_max IS NOT NULL) AS rated,
  count(*) FILTER (WHERE ${ratedConditions.satisfied}) AS satisfied,
  count(c.wrote_again) AS watched, count(*) FILTER (WHERE c.wrote_again) AS again`;

interface EndsRow {
  felt: number;
  total: number;
  squares: number;
  rated: number;
  satisfied: number;
  watched: number;
  again: number;
}

const endsOf = ({ felt, total, squares, rated, satisfied, watched, again }: EndsRow): EndsOfAgent => ({
  feeling: { n: felt, total, squares },
  satisfied: { n: rated, passed: satisfied },
  wroteAgain: { n: watched, passed: again },
});

/** Of all scored conversations. */
export async function countAll(
  db: Db,
  scope: ReasonScope,
  asOf: string,
): Promise<{ cells: ReasonCell[]; ends: EndsOfAgent[] }> {
  const { rows: cells } = await sql<ReasonCell>`
    SELECT ${agentOf} AS agent, ${weekOf(asOf)} AS week, count(*) AS conversations
    FROM conversations c WHERE ${scored(scope)} GROUP BY 1, 2 ORDER BY 2, 1`.execute(db);
  const { rows } = await sql<EndsRow>`
    SELECT ${ends} FROM conversations c WHERE ${scored(scope)} GROUP BY ${agentOf} ORDER BY ${agentOf}`.execute(db);
  return { cells, ends: rows.map(endsOf) };
}

export interface GroupCounts {
  cells: ReasonCell[];
  ends: EndsOfAgent[];
}

/** By the key of the group. */
export async function countGroups(
  db: Db,
  scope: ReasonScope,
  { kind, asOf }: { kind: ReasonKind; asOf: string },
): Promise<Map<string, GroupCounts>> {
  const held = sql`(SELECT DISTINCT reason_key, conversation_id FROM reason_sentences
    WHERE workspace_id = ${scope.workspace} AND kind = ${kind} AND reason_key IS NOT NULL) g
    JOIN conversations c ON c.id = g.conversation_id AND ${scored(scope)}`;
  const { rows: cells } = await sql<ReasonCell & { key: string }>`
    SELECT g.reason_key AS key, ${agentOf} AS agent, ${weekOf(asOf)} AS week, count(*) AS conversations
    FROM ${held} GROUP BY 1, 2, 3 ORDER BY 1, 3, 2`.execute(db);
  const { rows } = await sql<EndsRow & { key: string }>`
    SELECT g.reason_key AS key, ${ends} FROM ${held} GROUP BY 1, ${agentOf} ORDER BY 1, ${agentOf}`.execute(db);
  const groups = new Map<string, GroupCounts>();
  const at = (key: string): GroupCounts => {
    const known = groups.get(key) ?? { cells: [], ends: [] };
    groups.set(key, known);
    return known;
  };
  for (const { key, ...cell } of cells) at(key).cells.push(cell);
  for (const { key, ...row } of rows) at(key).ends.push(endsOf(row));
  return groups;
}

export interface GroupWords {
  name: string;
  quotes: { conversationId: string; messageId: string; quote: string }[];
}

const quotesShown = 5;
/** Sentences from which the name of a group is read. */
const namedFrom = 40;

/** Newest first, one of each conversation; the name in the words that are mostly said. */
export async function listGroupWords(db: Db, scope: ReasonScope, kind: ReasonKind): Promise<Map<string, GroupWords>> {
  const { workspace } = scope;
  const { rows } = await sql<{ key: string; conversation: number; message: string; quote: string }>`
    SELECT key, conversation, message, quote FROM (
      SELECT r.reason_key AS key, r.conversation_id AS conversation, r.said_message_id AS message,
        r.said_quote AS quote, row_number() OVER (PARTITION BY r.reason_key ORDER BY r.number, c.last_at DESC NULLS LAST,
          r.conversation_id DESC) AS place
      FROM reason_sentences r JOIN conversations c ON c.id = r.conversation_id AND ${scored(scope)}
      WHERE r.workspace_id = ${workspace} AND r.kind = ${kind} AND r.reason_key IS NOT NULL) placed
    WHERE place <= ${namedFrom} ORDER BY key, place`.execute(db);
  const byKey = new Map<string, typeof rows>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  return new Map(
    [...byKey].map(([key, own]) => {
      const seen = new Set<number | string>();
      const quotes = own.flatMap(({ conversation, message, quote }) => {
        // Nobody learns from the same words twice.
        if (seen.has(conversation) || seen.has(quote) || seen.size >= 2 * quotesShown) return [];
        seen.add(conversation).add(quote);
        return [{ conversationId: String(conversation), messageId: message, quote }];
      });
      return [
        key,
        {
          name: nameGroup(
            key.split('~'),
            own.map(({ quote }) => wordsOfReason(quote)),
          ),
          quotes,
        },
      ];
    }),
  );
}
