/** The answer to "what should we work on first": asked for, found, kept. */
import type { Focus } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** From now on the page says that a newer answer is being found. */
export async function askForFocus(db: Db, workspace: number): Promise<void> {
  await sql`
    INSERT INTO focus_refreshes (workspace_id, asked_at) VALUES (${workspace}, clock_timestamp())
    ON CONFLICT (workspace_id) DO UPDATE SET asked_at = excluded.asked_at
  `.execute(db);
}

/** When the newest wish was made, so that one that comes while the answer is being found is not taken for done. */
export async function loadAskedAt(db: Db, workspace: number): Promise<Date | null> {
  const row = await db
    .selectFrom('focus_refreshes')
    .select('asked_at')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return row?.asked_at ?? null;
}

export async function endAsking(db: Db, workspace: number, askedAt: Date | null): Promise<void> {
  if (askedAt === null) return;
  await sql`
    UPDATE focus_refreshes SET done_at = clock_timestamp()
    -- To the millisecond: a date on its way through JavaScript loses the rest.
    WHERE workspace_id = ${workspace} AND date_trunc('milliseconds', asked_at) <= ${askedAt}
  `.execute(db);
}

export interface FoundFocus {
  answer: Focus;
  /** Of everything the answer was computed from. */
  fingerprint: string;
}

export async function loadLatestFingerprint(db: Db, workspace: number): Promise<string | null> {
  const row = await db
    .selectFrom('focus_answers')
    .select('fingerprint')
    .where('workspace_id', '=', workspace)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.fingerprint ?? null;
}

/** Keeps the newest answers only; an older one can be found again from what is stored. */
export async function saveFocus(db: Db, workspace: number, { answer, fingerprint }: FoundFocus): Promise<void> {
  await db
    .insertInto('focus_answers')
    .values({
      workspace_id: workspace,
      answer: JSON.stringify(answer),
      fingerprint,
      scorer_version: answer.scorerVersion,
    })
    .execute();
  await sql`
    DELETE FROM focus_answers WHERE workspace_id = ${workspace} AND id NOT IN (
      SELECT id FROM focus_answers WHERE workspace_id = ${workspace} ORDER BY id DESC LIMIT 10)
  `.execute(db);
}
