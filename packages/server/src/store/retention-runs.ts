/** One run of the rule, from its first piece to its last. */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import type { DeletedPiece } from './retention.ts';

const runEveryHours = 24;

/** Is it time, or did a run stop half way? */
export async function isRetentionDue(db: Db, workspace: number, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('retention_settings')
    .select('next_run_at')
    .where('workspace_id', '=', workspace)
    .where('next_run_at', '<=', now)
    .where('starts_at', '<=', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** It is due from now on. */
export async function bringRunForward(db: Db, workspace: number, now: Date): Promise<void> {
  await sql`UPDATE retention_settings SET next_run_at = least(next_run_at, ${now}::timestamptz)
    WHERE workspace_id = ${workspace}`.execute(db);
}

/** The run under way, or a new one; one at a time. */
export async function holdRun(db: Db, workspace: number, now: Date): Promise<{ id: number }> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('retention'), ${workspace})`.execute(db);
  const open = await db
    .selectFrom('retention_runs')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) return open;
  return db
    .insertInto('retention_runs')
    .values({ workspace_id: workspace, started_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function countRun(db: Db, workspace: number, id: number, piece: DeletedPiece): Promise<void> {
  await sql`
    UPDATE retention_runs r SET conversations = conversations + ${piece.conversations}, people = people + ${piece.people},
      by_channel = by_channel || coalesce((
        SELECT jsonb_object_agg(channel, coalesce((r.by_channel->>channel)::integer, 0) + more::integer)
        FROM json_each_text(${JSON.stringify(piece.byChannel)}::json) AS x(channel, more)), '{}')
    WHERE workspace_id = ${workspace} AND id = ${id}`.execute(db);
}

/** A run that deleted nothing leaves no trace. @returns what the whole run deleted */
export async function endRun(
  db: Db,
  workspace: number,
  id: number,
  now: Date,
): Promise<{ conversations: number; people: number }> {
  const next = new Date(now.getTime() + runEveryHours * 3_600_000);
  await sql`
    UPDATE retention_settings SET next_run_at = ${next} WHERE workspace_id = ${workspace}`.execute(db);
  const row = await db
    .updateTable('retention_runs')
    .set({ finished_at: now })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .returning(['conversations', 'people'])
    .executeTakeFirstOrThrow();
  if (row.conversations === 0) {
    await db.deleteFrom('retention_runs').where('workspace_id', '=', workspace).where('id', '=', id).execute();
  }
  return row;
}
