/** The sentences by which conversations are grouped: taken from what was scored, piece by piece, and kept with their group. */
import type { ReasonKind } from '@rapport/contract';
import { findRules, troubleKinds, type WordedSentence, wordsOfReason } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import { ratedConditions, unhappyAt } from './conversation-filter.ts';
import { insertRows } from './insert-rows.ts';
import type { Db } from './open-store.ts';

/** Of one conversation at most so many of each kind: what it is about is said early. */
const mostOfConversation = 4;
/** Groups are found in about so many sentences of a kind, so that memory has a bound; placed in them are all. */
const mostGrouped = 20_000;

const isRated = sql<boolean>`(c.csat_value IS NOT NULL AND c.csat_max IS NOT NULL)`;
/** Asked: the customer rated it in the lower part of the scale. Conditions on `conversations AS c`. */
export const ratedBad = sql<boolean>`(${isRated} AND ${ratedConditions.unsatisfied})`;
/** Inferred, only where nobody answered: unhappy at the end, trouble in what the customer did, or wrote again. */
export const inferredBad: RawBuilder<boolean> = sql`(NOT ${isRated} AND (coalesce(c.feeling_last <= ${unhappyAt}, false)
  OR c.signals && ${[...troubleKinds]}::text[] OR coalesce(c.wrote_again, false)))`;

export interface Piece {
  scorerVersion: string;
  after: number;
  limit: number;
}

/**
 * Reads the next conversations in order of id and replaces their sentences.
 * @returns the last id, or null when none is left; then sentences of what is no longer scored are gone too
 */
export async function collectSentences(
  db: Db,
  workspace: number,
  { scorerVersion, after, limit }: Piece,
): Promise<number | null> {
  const { rows: found } = await sql<{ id: number; bad: boolean }>`
    SELECT c.id, (${ratedBad} OR ${inferredBad}) AS bad FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.id > ${after} AND c.scorer_version = ${scorerVersion}
      AND c.not_scored IS NULL
    ORDER BY c.id LIMIT ${limit}`.execute(db);
  const last = found.at(-1)?.id ?? null;
  await sql`
    DELETE FROM reason_sentences WHERE workspace_id = ${workspace} AND conversation_id > ${after}
      ${last === null ? sql`` : sql`AND conversation_id <= ${last}`}`.execute(db);
  if (last === null) return null;
  const bad = found.filter((one) => one.bad).map(({ id }) => id);
  const all = found.map(({ id }) => id);
  const rows = [...(await listProblems(db, workspace, bad)), ...(await listRules(db, workspace, all))];
  await insertRows(db, 'reason_sentences', rows);
  return last;
}

interface SaidRow {
  conversation: number;
  message: string;
  start: number;
  end: number;
  quote: string;
}

/** What called for help: the customer's own words that opened a moment. */
async function listProblems(db: Db, workspace: number, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<SaidRow>`
    SELECT DISTINCT m.conversation_id AS conversation, t.position, m.trigger_message_id AS message,
      m.trigger_start AS start, m.trigger_end AS "end", m.trigger_quote AS quote
    FROM moments m
    JOIN messages t ON t.workspace_id = ${workspace} AND t.conversation_id = m.conversation_id
      AND t.message_id = m.trigger_message_id AND t.role = 'customer'
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = ANY(${[...ids]}::bigint[])
      AND m.quality IN ('problem-solving', 'people-first', 'empathy')
    ORDER BY m.conversation_id, t.position, m.trigger_start`.execute(db);
  return toSentences(workspace, 'problem', rows);
}

/** In replies that refuse or apologise: the no, and the rule it names. */
async function listRules(db: Db, workspace: number, ids: readonly number[]) {
  const { rows } = await sql<{ conversation: number; message: string; text: string; refused: boolean }>`
    SELECT k.conversation_id AS conversation, k.message_id AS message, t.text, bool_or(k.step = 'refused') AS refused
    FROM care_steps k
    JOIN messages t ON t.workspace_id = ${workspace} AND t.conversation_id = k.conversation_id
      AND t.message_id = k.message_id AND t.visibility = 'public'
    WHERE k.workspace_id = ${workspace} AND k.conversation_id = ANY(${[...ids]}::bigint[])
      AND k.step IN ('refused', 'apologised')
    GROUP BY 1, 2, 3, t.position ORDER BY 1, t.position`.execute(db);
  const said = rows.flatMap(({ conversation, message, text, refused }) =>
    findRules(text, { refused }).map((rule) => ({ conversation, message, ...rule })),
  );
  return toSentences(workspace, 'rule', said);
}

function toSentences(workspace: number, kind: ReasonKind, rows: readonly SaidRow[]) {
  const numbers = new Map<number, number>();
  return rows.flatMap(({ conversation, message, start, end, quote }) => {
    const number = numbers.get(conversation) ?? 0;
    const words = wordsOfReason(quote).map(({ stem }) => stem);
    if (number >= mostOfConversation || words.length === 0) return [];
    numbers.set(conversation, number + 1);
    const said = { said_message_id: message, said_start: start, said_end: end, said_quote: quote };
    return [{ workspace_id: workspace, conversation_id: conversation, kind, number, ...said, words }];
  });
}

export interface ListedSentences {
  sentences: WordedSentence[];
  /** Of all conversations with such sentences, the share these are from, 0–1. */
  share: number;
}

/**
 * The sentences by which groups are found, in order of conversation; words only, no text. All of them, or of more than
 * `mostGrouped` those of a share of the conversations: the same ones each time, as far as chance goes any.
 */
export async function listSentences(db: Db, workspace: number, kind: ReasonKind): Promise<ListedSentences> {
  const own = sql`workspace_id = ${workspace} AND kind = ${kind}`;
  const { rows: counted } = await sql<{ n: number }>`SELECT count(*) AS n FROM reason_sentences WHERE ${own}`.execute(
    db,
  );
  const share = Math.min(1, mostGrouped / Math.max(1, counted[0]?.n ?? 0));
  // Ids times the golden ratio of 32 bits (Knuth 6.4) lie evenly whatever pattern the ids have.
  const { rows } = await sql<WordedSentence>`
    SELECT conversation_id AS conversation, words FROM reason_sentences
    WHERE ${own} AND (conversation_id * 2654435769) % 4294967296 < ${Math.ceil(share * 2 ** 32)}
    ORDER BY conversation_id, number`.execute(db);
  return { sentences: rows, share };
}

/**
 * Notes for every sentence of the kind the group it falls into: of its conversation the first of `keys` both of whose
 * words stand in one sentence, so each conversation is in one group. What is in none loses its old one.
 */
export async function saveGroups(
  db: Db,
  workspace: number,
  { kind, keys }: { kind: ReasonKind; keys: readonly string[] },
): Promise<void> {
  await sql`
    WITH groups AS MATERIALIZED (
      SELECT key, place, string_to_array(key, '~') AS words FROM unnest(${[...keys]}::text[]) WITH ORDINALITY g(key, place)
    ), held AS MATERIALIZED (
      SELECT s.conversation_id, s.number, g.key, g.place,
        min(g.place) OVER (PARTITION BY s.conversation_id) AS first_place
      FROM reason_sentences s JOIN groups g ON s.words @> g.words
      WHERE s.workspace_id = ${workspace} AND s.kind = ${kind}
    ), placed AS (
      SELECT s.conversation_id, s.number, h.key FROM reason_sentences s
      LEFT JOIN held h ON h.conversation_id = s.conversation_id AND h.number = s.number AND h.place = h.first_place
      WHERE s.workspace_id = ${workspace} AND s.kind = ${kind}
    )
    UPDATE reason_sentences r SET reason_key = p.key FROM placed p
    WHERE r.workspace_id = ${workspace} AND r.kind = ${kind} AND r.conversation_id = p.conversation_id
      AND r.number = p.number AND r.reason_key IS DISTINCT FROM p.key`.execute(db);
}
