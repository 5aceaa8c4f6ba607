/** A covered name may begin or end inside a quote that a person chose: the quote follows its message. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../open-store.ts';

/** Tables in which somebody kept quotes as JSON; what the scorer found is found anew. */
const kept = [
  { table: 'reviews', columns: ['content', 'machine'] },
  { table: 'check_cards', columns: ['moment'] },
  { table: 'pins', columns: ['words'] },
  { table: 'calibration_parts', columns: ['machine'] },
  { table: 'calibration_readings', columns: ['content'] },
] as const;

/** Readings of a calibration name the part, and the part the conversation. */
const conversationOf = (table: string) =>
  table === 'calibration_readings'
    ? sql`(SELECT p.conversation_id FROM calibration_parts p
        WHERE p.workspace_id = k.workspace_id AND p.id = k.part_id)`
    : sql`k.conversation_id`;

const place = z.looseObject({ messageId: z.string(), start: z.int(), end: z.int(), quote: z.string() });

export async function requote(db: Db, workspace: number, conversations: readonly number[]): Promise<void> {
  if (conversations.length === 0) return;
  const ofThese = sql`workspace_id = ${workspace} AND conversation_id = ANY(${conversations}::bigint[])`;
  const messages = await sql<{ conversation_id: number; message_id: string; text: string }>`
    SELECT conversation_id, message_id, text FROM messages WHERE ${ofThese}`.execute(db);
  const texts = new Map(messages.rows.map((one) => [`${one.conversation_id} ${one.message_id}`, one.text]));
  for (const { table, columns } of kept) {
    for (const column of columns) {
      const { rows } = await sql<{ place: string; conversation: number; value: unknown }>`
        SELECT k.ctid::text AS place, ${conversationOf(table)} AS conversation, k.${sql.ref(column)} AS value
        FROM ${sql.table(table)} k WHERE k.workspace_id = ${workspace} AND k.${sql.ref(column)} IS NOT NULL
          AND ${conversationOf(table)} = ANY(${conversations}::bigint[])`.execute(db);
      for (const row of rows) {
        const next = withQuotes(row.value, (messageId) => texts.get(`${row.conversation} ${messageId}`));
        if (JSON.stringify(next) === JSON.stringify(row.value)) continue;
        await sql`
          UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${JSON.stringify(next)}::jsonb
          WHERE ctid = ${row.place}::tid AND workspace_id = ${workspace}`.execute(db);
      }
    }
  }
  await sql`
    UPDATE kudos k SET message_hash = md5(m.text) FROM messages m
    WHERE k.workspace_id = ${workspace} AND k.conversation_id = ANY(${conversations}::bigint[])
      AND m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id AND m.message_id = k.message_id`.execute(
    db,
  );
}

function withQuotes(value: unknown, textOf: (messageId: string) => string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => withQuotes(one, textOf));
  if (typeof value !== 'object' || value === null) return value;
  const found = place.safeParse(value);
  if (found.success) {
    const { messageId, start, end, quote } = found.data;
    return { ...value, quote: textOf(messageId)?.slice(start, end) ?? quote };
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withQuotes(one, textOf)]));
}
