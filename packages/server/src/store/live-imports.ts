/** What comes by itself is counted like a file, by source and day, so that every unit stands in one account. */
import type { MaskCounts } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { maskedAnd } from './save-batch.ts';

export interface LiveImport {
  id: number;
  source: string;
  /** How many problems it has told so far. */
  problems: number;
}

/** Finds or makes the account of a source for a day, and holds it until the transaction ends. */
export async function holdLiveImport(
  db: Db,
  workspace: number,
  { source, day }: { source: string; day: string },
): Promise<LiveImport> {
  const { rows } = await sql<LiveImport>`
    INSERT INTO imports AS i (workspace_id, file_name, source, state, spool_id, live_day, finished_at)
    VALUES (${workspace}, ${`${source}, ${day}`}, ${source}, 'done', '', ${day}, now())
    ON CONFLICT (workspace_id, source, live_day) WHERE live_day IS NOT NULL DO UPDATE SET finished_at = now()
    RETURNING id, source, problems
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`no account for ${source}`);
  return row;
}

/** A conversation in which nothing was stored anew, but something was taken away, has changed too. */
export async function noteChanged(
  db: Db,
  workspace: number,
  importId: number,
  conversations: readonly number[],
): Promise<void> {
  await sql`
    INSERT INTO import_conversations (workspace_id, import_id, conversation_id, changed)
    SELECT ${workspace}, ${importId}, id, true FROM unnest(${conversations}::bigint[]) AS id
    ON CONFLICT (workspace_id, import_id, conversation_id) DO UPDATE SET changed = true
  `.execute(db);
}

/**
 * The batch is settled: what is left are the account's counts. The next piece of the same conversation is a reading of
 * its own, so nothing may stay that counts places within this one.
 */
export async function closeLiveBatch(db: Db, workspace: number, importId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    DELETE FROM import_conversations WHERE workspace_id = ${workspace} AND import_id = ${importId}
    RETURNING conversation_id AS id
  `.execute(db);
  const ids = rows.map(({ id }) => id);
  await sql`
    UPDATE imports SET period_from = least(period_from, n.first_at), period_to = greatest(period_to, n.last_at)
    FROM (SELECT min(first_at) AS first_at, max(last_at) AS last_at FROM conversations
      WHERE workspace_id = ${workspace} AND id = ANY(${ids}::bigint[])) n
    WHERE workspace_id = ${workspace} AND id = ${importId}
  `.execute(db);
  return ids;
}

/** One contact written down by hand: a unit like any other. */
export async function countContact(
  db: Db,
  workspace: number,
  { importId, at, masked }: { importId: number; at: string; masked: MaskCounts },
): Promise<void> {
  await sql`
    UPDATE imports i SET units = units + 1, accepted = accepted + 1, conversations = conversations + 1,
      period_from = least(period_from, ${at}), period_to = greatest(period_to, ${at}),
      masked = ${maskedAnd(masked)}
    WHERE workspace_id = ${workspace} AND id = ${importId}`.execute(db);
}
