/**
 * What can only be done when a whole file has been read: apply what it says about each conversation, take away messages
 * that a corrected file no longer has, put ratings on the column's scale, count, and mark for scoring what changed.
 * Works through the conversations of an import in chunks of ids, so that a stop loses nothing.
 */
import { type ConversationHead, type CsatScale, normaliseCsat } from '@rapport/intake';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { useIndexes } from './use-indexes.ts';

export interface CsatColumn {
  scale: CsatScale;
  min: number;
  max: number;
}

export interface SettleOptions {
  importId: number;
  after: number;
  limit: number;
  csat: CsatColumn;
  /** False when the file was not read to its end: then nothing may be taken for gone. */
  whole: boolean;
}

export interface SettledChunk {
  /** The last conversation id that is settled, or null when none was left. */
  settledTo: number | null;
}

export async function settleConversations(
  db: Db,
  workspace: number,
  { importId, after, limit, csat, whole }: SettleOptions,
): Promise<SettledChunk> {
  await useIndexes(db);
  const chunk = await db
    .selectFrom('import_conversations')
    .select(['conversation_id', 'head', 'changed', 'messages_seen'])
    .where('workspace_id', '=', workspace)
    .where('import_id', '=', importId)
    .where('conversation_id', '>', after)
    .orderBy('conversation_id')
    .limit(limit)
    .execute();
  const last = chunk.at(-1);
  if (last === undefined) return { settledTo: null };
  const range = { importId, after, to: last.conversation_id };

  const changed = new Set(await applyHeads(db, workspace, importId, chunk, csat));
  const withUnits = new Set(
    chunk.filter((one) => !one.changed && one.messages_seen > 0).map((one) => one.conversation_id),
  );
  const changedByHead = [...changed].filter((id) => withUnits.has(id)).length;
  if (whole) for (const id of await sweepMessages(db, workspace, range)) changed.add(id);
  await markForScoring(db, workspace, range, [...changed]);
  await countMessages(db, workspace, range);
  if (changedByHead > 0) await countChangedByHead(db, workspace, importId, changedByHead);
  return { settledTo: last.conversation_id };
}

/** A conversation that changed although all its messages were known: one duplicate unit of it was an update after all. */
async function countChangedByHead(db: Db, workspace: number, importId: number, changed: number): Promise<void> {
  await sql`
    UPDATE imports SET accepted = accepted + least(duplicate, ${changed}), updated = updated + least(duplicate, ${changed}),
      duplicate = duplicate - least(duplicate, ${changed})
    WHERE workspace_id = ${workspace} AND id = ${importId}
  `.execute(db);
}

interface Range {
  importId: number;
  after: number;
  to: number;
}

/** A value the file does not give leaves the stored one standing. @returns ids of conversations that differ now */
async function applyHeads(
  db: Db,
  workspace: number,
  importId: number,
  chunk: readonly { conversation_id: number; head: unknown }[],
  csat: CsatColumn,
): Promise<number[]> {
  const given = chunk.flatMap(({ conversation_id, head }) => {
    if (head === null) return [];
    const said = head as ConversationHead; // written by saveFragments alone
    const share = normaliseCsat(said.csatRaw, csat.scale, said.csatMax);
    return {
      ...said,
      id: conversation_id,
      customer_key: said.customer,
      csat_value: share === null ? null : csat.min + share * (csat.max - csat.min),
      csat_min: share === null ? null : csat.min,
      csat_max: share === null ? null : csat.max,
    };
  });
  const { rows } = await sql<{ id: number }>`
    WITH given AS (
      SELECT x.* FROM json_to_recordset(${JSON.stringify(given)}::json) AS x(id bigint, channel text, "channelRaw" text,
        subject text, customer_key text, assignee text, status text, tags text[], resolved boolean, "csatRaw" text,
        "csatMax" float8, csat_value float8, csat_min float8, csat_max float8, language text, outcomes jsonb,
        "csatComment" text, "csatAgentId" text, "followUpOf" text)
    ), merged AS (
      SELECT c.id,
        CASE WHEN g."channelRaw" IS NULL AND g.channel = 'other' THEN c.channel ELSE g.channel END AS channel,
        coalesce(g."channelRaw", c.channel_raw) AS channel_raw,
        coalesce(nullif(g.subject, ''), c.subject) AS subject,
        coalesce(g.customer_key, c.customer_key) AS customer_key,
        coalesce(g.assignee, c.assignee) AS assignee,
        coalesce(g.status, c.status) AS status,
        coalesce(nullif(g.tags, '{}'), c.tags) AS tags,
        coalesce(g.resolved, c.resolved) AS resolved,
        coalesce(g."csatRaw", c.csat_raw) AS csat_raw,
        CASE WHEN g."csatRaw" IS NULL THEN c.csat_max_said ELSE g."csatMax" END AS csat_max_said,
        CASE WHEN g."csatRaw" IS NULL THEN c.csat_value ELSE g.csat_value END AS csat_value,
        CASE WHEN g."csatRaw" IS NULL THEN c.csat_min ELSE g.csat_min END AS csat_min,
        CASE WHEN g."csatRaw" IS NULL THEN c.csat_max ELSE g.csat_max END AS csat_max,
        coalesce(g.language, c.language) AS language,
        coalesce(g."csatComment", c.csat_comment) AS csat_comment,
        coalesce(g."csatAgentId", c.csat_agent_key) AS csat_agent_key,
        coalesce(g."followUpOf", c.follow_up_of) AS follow_up_of,
        c.outcomes || coalesce(g.outcomes, '{}') AS outcomes
      FROM given g JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = g.id
    )
    UPDATE conversations c SET
      channel = m.channel, channel_raw = m.channel_raw, subject = m.subject, customer_key = m.customer_key,
      assignee = m.assignee, status = m.status, tags = m.tags, resolved = m.resolved, csat_raw = m.csat_raw,
      csat_max_said = m.csat_max_said, csat_value = m.csat_value, csat_min = m.csat_min, csat_max = m.csat_max,
      language = m.language, outcomes = m.outcomes, csat_comment = m.csat_comment, csat_agent_key = m.csat_agent_key,
      follow_up_of = m.follow_up_of
    FROM merged m
    WHERE c.workspace_id = ${workspace} AND c.id = m.id
      AND (c.channel, c.channel_raw, c.subject, c.customer_key, c.assignee, c.status, c.tags, c.resolved, c.csat_raw,
        c.csat_max_said, c.csat_value, c.csat_min, c.csat_max, c.language, c.outcomes, c.csat_comment, c.csat_agent_key,
        c.follow_up_of)
      IS DISTINCT FROM (m.channel, m.channel_raw, m.subject, m.customer_key, m.assignee, m.status, m.tags, m.resolved,
        m.csat_raw, m.csat_max_said, m.csat_value, m.csat_min, m.csat_max, m.language, m.outcomes, m.csat_comment,
        m.csat_agent_key, m.follow_up_of)
    RETURNING c.id
  `.execute(db);
  await sql`
    UPDATE import_conversations SET head = NULL
    WHERE workspace_id = ${workspace} AND import_id = ${importId}
      AND conversation_id = ANY(${given.map(({ id }) => id)}::bigint[])
  `.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Where the source has no message ids, the file is the whole truth about a conversation: what it no longer shows goes.
 * The other way round nothing is taken away: a file with ids may hold only what is new.
 */
async function sweepMessages(db: Db, workspace: number, { importId, after, to }: Range): Promise<number[]> {
  const { rows } = await sql<{ conversation_id: number }>`
    WITH gone AS (
      DELETE FROM messages m USING import_conversations i
      WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId}
        AND i.conversation_id > ${after} AND i.conversation_id <= ${to}
        AND i.messages_seen > 0 AND i.made_ids = i.messages_seen
        AND m.workspace_id = ${workspace} AND m.conversation_id = i.conversation_id
        AND (m.position >= i.messages_seen OR NOT m.id_is_made)
      RETURNING m.conversation_id
    )
    SELECT DISTINCT conversation_id FROM gone
  `.execute(db);
  return rows.map(({ conversation_id }) => conversation_id);
}

async function markForScoring(
  db: Db,
  workspace: number,
  { importId, after, to }: Range,
  changed: readonly number[],
): Promise<void> {
  await sql`
    UPDATE import_conversations SET changed = true
    WHERE workspace_id = ${workspace} AND import_id = ${importId}
      AND conversation_id = ANY(${changed}::bigint[]) AND NOT changed
  `.execute(db);
  await sql`
    UPDATE conversations c SET needs_scoring = true, import_id = ${importId}
    FROM import_conversations i
    WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId} AND i.changed
      AND i.conversation_id > ${after} AND i.conversation_id <= ${to}
      AND c.workspace_id = ${workspace} AND c.id = i.conversation_id
      AND (NOT c.needs_scoring OR c.import_id <> ${importId})
  `.execute(db);
}

/**
 * Times, counts, and the customer by whom nobody else was named: the one whose messages stand in the conversation. Looked
 * up conversation by conversation: while the planner still takes the tables for empty, a join of all of them is what it
 * likes best, and a few hundred conversations then cost it a minute.
 */
async function countMessages(db: Db, workspace: number, { importId, after, to }: Range): Promise<void> {
  await sql`
    WITH settled AS MATERIALIZED (
      SELECT i.conversation_id AS id FROM import_conversations i
      JOIN conversations o ON o.workspace_id = ${workspace} AND o.id = i.conversation_id
      WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId} AND (i.changed OR o.needs_scoring)
        AND i.conversation_id > ${after} AND i.conversation_id <= ${to}
    ), counted AS MATERIALIZED (
      SELECT s.id, n.first_at, n.last_at, n.messages, n.customer_key
      FROM settled s CROSS JOIN LATERAL (
        SELECT min(m.at) AS first_at, max(m.at) AS last_at, count(*)::integer AS messages,
          min((SELECT nullif(a.author_key, '') FROM authors a
            WHERE a.workspace_id = ${workspace} AND a.id = m.author_id AND a.role = 'customer')) AS customer_key
        FROM messages m WHERE m.workspace_id = ${workspace} AND m.conversation_id = s.id
      ) n
      WHERE n.messages > 0
    )
    UPDATE conversations c SET first_at = n.first_at, last_at = n.last_at, message_count = n.messages,
      customer_key = coalesce(c.customer_key, n.customer_key)
    FROM counted n
    WHERE c.workspace_id = ${workspace} AND c.id = n.id
      AND (c.first_at, c.last_at, c.message_count) IS DISTINCT FROM (n.first_at, n.last_at, n.messages)
  `.execute(db);
}

/** Counts and period of an import whose conversations are all settled. */
export async function sumUpImport(db: Db, workspace: number, importId: number): Promise<void> {
  await sql`
    UPDATE imports SET to_score = n.changed, period_from = n.period_from, period_to = n.period_to
    FROM (
      SELECT (count(*) FILTER (WHERE c.needs_scoring))::integer AS changed,
        min(c.first_at) AS period_from, max(c.last_at) AS period_to
      FROM import_conversations i
      JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = i.conversation_id
      WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId}
    ) n
    WHERE imports.workspace_id = ${workspace} AND imports.id = ${importId}
  `.execute(db);
}
