import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** Brings the counts of every author up to what is stored; one walk along an index. */
export async function countAuthors(db: Db, workspace: number): Promise<void> {
  await sql`
    UPDATE authors a SET messages = n.messages, conversations = n.conversations
    FROM (
      SELECT o.id, coalesce(m.messages, 0) AS messages, coalesce(m.conversations, 0) AS conversations
      FROM authors o
      LEFT JOIN (
        SELECT author_id, sum(held)::integer AS messages, count(*)::integer AS conversations
        FROM (
          SELECT author_id, conversation_id, count(*) AS held FROM messages
          WHERE workspace_id = ${workspace} GROUP BY author_id, conversation_id
        ) by_conversation GROUP BY author_id
      ) m ON m.author_id = o.id
      WHERE o.workspace_id = ${workspace}
    ) n
    WHERE a.workspace_id = ${workspace} AND a.id = n.id
      AND (a.messages, a.conversations) IS DISTINCT FROM (n.messages, n.conversations)
  `.execute(db);
}

/** The same for a few, where only a handful of conversations has changed. */
export async function recountAuthors(db: Db, workspace: number, authors: readonly number[]): Promise<void> {
  if (authors.length === 0) return;
  await sql`
    UPDATE authors a SET messages = n.messages, conversations = n.conversations
    FROM (
      SELECT o.id, count(m.message_id)::integer AS messages, count(DISTINCT m.conversation_id)::integer AS conversations
      FROM authors o
      LEFT JOIN messages m ON m.workspace_id = ${workspace} AND m.author_id = o.id
      WHERE o.workspace_id = ${workspace} AND o.id = ANY(${authors}::bigint[]) GROUP BY o.id
    ) n
    WHERE a.workspace_id = ${workspace} AND a.id = n.id
      AND (a.messages, a.conversations) IS DISTINCT FROM (n.messages, n.conversations)
  `.execute(db);
}
