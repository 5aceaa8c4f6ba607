/**
 * Whose service the person who asks may see. A conversation is visible when one of these authors wrote in it; of what was
 * found in it, only what is about them.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-store.ts';

/** Ids of authors; null: everybody. */
export type Sees = readonly number[] | null;

export function isSeen(sees: Sees, authorId: number): boolean {
  return sees === null || sees.includes(authorId);
}

/** A condition on a column with the id of an author. */
export function authorSeen(sees: Sees, column: RawBuilder<unknown>): RawBuilder<boolean> {
  return sees === null ? sql`true` : sql`${column} = ANY(${[...sees]}::bigint[])`;
}

/** A condition on scored `conversations AS c`: one of them answered in it; from what is stored beside the scores. */
export function answeredBy(sees: Sees): RawBuilder<boolean> {
  return sees === null ? sql`true` : sql`c.agent_ids && ${[...sees]}::bigint[]`;
}

/** A condition on scored `conversations AS c`, each of which belongs to the agent who answered first. */
export const belongsTo = (sees: Sees): RawBuilder<boolean> => authorSeen(sees, sql`c.agent_ids[1]`);

/** A condition on `conversations AS c`. */
export function conversationSeen(workspace: number, sees: Sees): RawBuilder<boolean> {
  if (sees === null) return sql`true`;
  return sql`EXISTS (SELECT FROM messages seen WHERE seen.workspace_id = ${workspace} AND seen.conversation_id = c.id
    AND ${authorSeen(sees, sql`seen.author_id`)})`;
}

/** Of these conversations, the ones that may be seen. */
export async function listSeen(
  db: Db,
  workspace: number,
  conversationIds: readonly string[],
  sees: Sees,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM conversations c WHERE c.workspace_id = ${workspace}
      AND c.id = ANY(${[...conversationIds]}::bigint[]) AND ${conversationSeen(workspace, sees)}`.execute(db);
  return new Set(rows.map(({ id }) => String(id)));
}

/** Is there such a conversation, and may it be seen? */
export async function isConversationSeen(db: Db, workspace: number, id: number, sees: Sees): Promise<boolean> {
  return (await listSeen(db, workspace, [String(id)], sees)).size > 0;
}
