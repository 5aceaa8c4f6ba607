/** What customers saw of conversations, in the order of their transcripts, each message with its author as stored. */
import { authorRole } from '@rapport/contract';
import { orderMessages } from '@rapport/intake';
import { sql } from 'kysely';
import type { z } from 'zod';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

export interface PublicMessage {
  conversation: number;
  id: string;
  author: number;
  /** As the source wrote it: to be shown only where names may be shown. */
  name: string;
  role: z.infer<typeof authorRole>;
  text: string;
  at: string | null;
}

export async function loadPublicMessages(
  db: Db,
  workspace: number,
  conversations: readonly number[],
): Promise<Map<number, PublicMessage[]>> {
  const { rows } = await sql<Omit<PublicMessage, 'role' | 'at'> & { role: string; position: number; at: Date | null }>`
    SELECT m.conversation_id AS conversation, m.message_id AS id, m.author_id AS author, a.name, a.role, m.text,
      m.position, m.at
    FROM messages m JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = ANY(${[...conversations]}::bigint[])
      AND m.visibility = 'public'`.execute(db);
  const found = new Map<number, PublicMessage[]>();
  for (const { row } of orderMessages(rows.map((one) => ({ row: one, at: isoOf(one.at), order: one.position })))) {
    const { position: _, ...message } = row;
    const own = found.get(row.conversation) ?? [];
    own.push({ ...message, role: authorRole.parse(row.role), at: isoOf(row.at) });
    found.set(row.conversation, own);
  }
  return found;
}
