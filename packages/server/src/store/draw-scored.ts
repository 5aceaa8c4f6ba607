/** Scored conversations at random, for whoever wants to read some of them again. */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { conversationSeen, type Sees } from './seen.ts';

/** @returns the drawn ids in the order of the draw, which the seed repeats, and how many there were to draw from */
export async function drawScored(
  db: Db,
  workspace: number,
  { count, seed, sees }: { count: number; seed: number; sees: Sees },
): Promise<{ ids: number[]; of: number }> {
  const { rows } = await sql<{ id: number; n: number }>`
    SELECT c.id, count(*) OVER () AS n FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.scorer_version IS NOT NULL AND c.not_service IS NULL
      AND ${conversationSeen(workspace, sees)}
      AND EXISTS (SELECT FROM assessments a WHERE a.workspace_id = ${workspace} AND a.conversation_id = c.id)
    -- A hash of the id and the seed is a fresh order for each seed, and the same one again.
    ORDER BY md5(${String(seed)} || ':' || c.id), c.id LIMIT ${count}`.execute(db);
  return { ids: rows.map(({ id }) => id), of: rows[0]?.n ?? 0 };
}
