/** What the source itself has deleted goes here too, with everything that was found in it. */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface TakenAway {
  /** Our ids of conversations that stay, and are others now. */
  changed: number[];
  /** Whose counts have changed. */
  authors: number[];
}

/** Our ids by those of the source. */
export async function findConversations(
  db: Db,
  workspace: number,
  source: string,
  names: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; source_id: string }>`
    SELECT id, source_id FROM conversations
    WHERE workspace_id = ${workspace} AND source = ${source} AND source_id = ANY(${names}::text[])`.execute(db);
  return new Map(rows.map(({ id, source_id }) => [source_id, id]));
}

/** Takes single messages away. */
export async function takeMessagesAway(
  db: Db,
  workspace: number,
  source: string,
  gone: readonly { conversation: string; message: string }[],
): Promise<TakenAway> {
  const { rows } = await sql<{ id: number; author: number }>`
    DELETE FROM messages m USING conversations c, json_to_recordset(${JSON.stringify(gone)}::json)
      AS x(conversation text, message text)
    WHERE c.workspace_id = ${workspace} AND c.source = ${source} AND c.source_id = x.conversation
      AND m.workspace_id = ${workspace} AND m.conversation_id = c.id AND m.message_id = x.message
    RETURNING c.id, m.author_id AS author
  `.execute(db);
  const changed = [...new Set(rows.map(({ id }) => id))];
  await countEmptied(db, workspace, changed);
  return { changed, authors: [...new Set(rows.map(({ author }) => author))] };
}

/**
 * Takes conversations away, except for messages and fields the source has spoken of since.
 *
 * @param kept what was said after the deletion
 */
export async function takeConversationsAway(
  db: Db,
  workspace: number,
  source: string,
  { deleted, kept }: { deleted: readonly string[]; kept: readonly { conversation: string; thing: string }[] },
): Promise<TakenAway> {
  const authors = await sql<{ id: number }>`
    SELECT DISTINCT m.author_id AS id FROM messages m
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = m.conversation_id
    WHERE m.workspace_id = ${workspace} AND c.source = ${source} AND c.source_id = ANY(${deleted}::text[])`.execute(db);
  const revived = [...new Set(kept.map(({ conversation }) => conversation))];
  await sql`
    DELETE FROM conversations WHERE workspace_id = ${workspace} AND source = ${source}
      AND source_id = ANY(${deleted}::text[]) AND NOT source_id = ANY(${revived}::text[])`.execute(db);
  const messages = kept.filter(({ thing }) => thing.startsWith('message:'));
  const { rows } = await sql<{ id: number }>`
    WITH left_over AS (
      SELECT c.id, c.source_id FROM conversations c
      WHERE c.workspace_id = ${workspace} AND c.source = ${source} AND c.source_id = ANY(${revived}::text[])
    ), gone AS (
      DELETE FROM messages m USING left_over l
      WHERE m.workspace_id = ${workspace} AND m.conversation_id = l.id AND NOT EXISTS (
        SELECT FROM json_to_recordset(${JSON.stringify(messages)}::json) AS x(conversation text, thing text)
        WHERE x.conversation = l.source_id AND x.thing = 'message:' || m.message_id)
    )
    SELECT id FROM left_over`.execute(db);
  const changed = rows.map(({ id }) => id);
  await clearFields(db, workspace, source, kept, revived);
  await countEmptied(db, workspace, changed);
  return { changed, authors: authors.rows.map(({ id }) => id) };
}

/** Fields nobody has spoken of since are as those of a new conversation. */
async function clearFields(
  db: Db,
  workspace: number,
  source: string,
  kept: readonly { conversation: string; thing: string }[],
  revived: readonly string[],
): Promise<void> {
  const fieldsOf = revived.map((conversation) => ({
    conversation,
    fields: kept.filter((one) => one.conversation === conversation).map(({ thing }) => thing.replace('field:', '')),
  }));
  await sql`
    UPDATE conversations c SET
      channel = CASE WHEN 'channel' = ANY(x.fields) THEN channel ELSE 'other' END,
      channel_raw = CASE WHEN 'channel' = ANY(x.fields) THEN channel_raw END,
      subject = CASE WHEN 'subject' = ANY(x.fields) THEN subject ELSE '' END,
      customer_key = CASE WHEN 'customer' = ANY(x.fields) THEN customer_key END,
      assignee = CASE WHEN 'assignee' = ANY(x.fields) THEN assignee END,
      status = CASE WHEN 'status' = ANY(x.fields) THEN status END,
      tags = CASE WHEN 'tags' = ANY(x.fields) THEN tags ELSE '{}' END,
      resolved = CASE WHEN 'resolved' = ANY(x.fields) THEN resolved END,
      csat_raw = CASE WHEN 'csat' = ANY(x.fields) THEN csat_raw END,
      csat_max_said = CASE WHEN 'csat' = ANY(x.fields) THEN csat_max_said END,
      csat_value = CASE WHEN 'csat' = ANY(x.fields) THEN csat_value END,
      csat_min = CASE WHEN 'csat' = ANY(x.fields) THEN csat_min END,
      csat_max = CASE WHEN 'csat' = ANY(x.fields) THEN csat_max END,
      csat_comment = CASE WHEN 'csat' = ANY(x.fields) THEN csat_comment END,
      csat_agent_key = CASE WHEN 'csat' = ANY(x.fields) THEN csat_agent_key END,
      language = CASE WHEN 'language' = ANY(x.fields) THEN language END
    FROM json_to_recordset(${JSON.stringify(fieldsOf)}::json) AS x(conversation text, fields text[])
    WHERE c.workspace_id = ${workspace} AND c.source = ${source} AND c.source_id = x.conversation
  `.execute(db);
}

/** Settling counts what stands in a conversation; where nothing does any more, this says so. */
async function countEmptied(db: Db, workspace: number, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE conversations c SET message_count = 0, first_at = NULL, last_at = NULL
    WHERE c.workspace_id = ${workspace} AND c.id = ANY(${ids}::bigint[]) AND NOT EXISTS (
      SELECT FROM messages m WHERE m.workspace_id = ${workspace} AND m.conversation_id = c.id)`.execute(db);
}
