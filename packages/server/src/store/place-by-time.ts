import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/**
 * Numbers the messages of conversations that came in single pieces, by time and then by id: whatever order the pieces
 * came in, readers find one and the same. Where a message has no time the order of arrival stands.
 */
export async function placeByTime(db: Db, workspace: number, conversations: readonly number[]): Promise<void> {
  await sql`
    UPDATE messages m SET position = n.place
    FROM (
      SELECT conversation_id, message_id,
        (row_number() OVER (PARTITION BY conversation_id ORDER BY at, length(message_id), message_id COLLATE "C") - 1)::integer
          AS place,
        bool_and(at IS NOT NULL AND NOT id_is_made) OVER (PARTITION BY conversation_id) AS sound
      FROM messages WHERE workspace_id = ${workspace} AND conversation_id = ANY(${conversations}::bigint[])
    ) n
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = n.conversation_id AND m.message_id = n.message_id
      AND n.sound AND m.position <> n.place
  `.execute(db);
}
