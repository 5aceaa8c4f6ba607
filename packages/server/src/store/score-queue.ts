/** Which conversations wait to be scored. The flag on the conversation is the queue: it cannot disagree with the data. */
import { type RawBuilder, sql } from 'kysely';
import { announceImport } from './imports.ts';
import type { Db } from './open-store.ts';

/**
 * Takes conversations that wait and that nobody else holds, until the transaction ends.
 *
 * @param options.importId those of one import, or null for all that no import waits for
 */
export async function claimForScoring(
  db: Db,
  workspace: number,
  { importId, after, limit }: { importId: number | null; after: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.needs_scoring AND c.id > ${after} AND ${isWanted(workspace, importId)}
    ORDER BY c.id LIMIT ${limit}
    FOR UPDATE OF c SKIP LOCKED
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** How many wait, those in another's hands included. */
export async function countToScore(db: Db, workspace: number, importId: number | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.needs_scoring AND ${isWanted(workspace, importId)}
  `.execute(db);
  return rows[0]?.n ?? 0;
}

export async function countScored(db: Db, workspace: number, importId: number, scored: number): Promise<void> {
  await sql`
    UPDATE imports SET scored = least(to_score, scored + ${scored})
    WHERE workspace_id = ${workspace} AND id = ${importId}
  `.execute(db);
  await announceImport(db, importId);
}

/** Marks what an author wrote in: their role changed, so those conversations read differently. @returns how many */
export async function markAuthorForScoring(db: Db, workspace: number, authorId: number): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE conversations SET needs_scoring = true
    WHERE workspace_id = ${workspace} AND NOT needs_scoring AND id IN (
      SELECT conversation_id FROM messages WHERE workspace_id = ${workspace} AND author_id = ${authorId})
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}

const isWanted = (workspace: number, importId: number | null): RawBuilder<unknown> =>
  importId === null
    ? // What no import waits for: scored before, or come by itself.
      sql`(c.scorer_version IS NOT NULL OR EXISTS (SELECT 1 FROM imports i
        WHERE i.workspace_id = ${workspace} AND i.id = c.import_id AND i.live_day IS NOT NULL))`
    : // With the offset it is looked up for each that waits; as a join it walked through the whole import for every forty.
      sql`EXISTS (SELECT 1 FROM import_conversations i
        WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId} AND i.conversation_id = c.id OFFSET 0)`;
