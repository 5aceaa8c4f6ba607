/** Which versions of the scorer have read conversations here, and which of them the focus is read from. */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { findOpenRescore, type Rescore } from './rescores.ts';

/** Notes that these versions read something; the first time counts. */
export async function noteScorerVersions(db: Db, workspace: number, versions: readonly string[]): Promise<void> {
  const unique = [...new Set(versions)];
  if (unique.length === 0) return;
  await sql`
    INSERT INTO scorer_versions (workspace_id, scorer_version)
    SELECT ${workspace}, version FROM unnest(${unique}::text[]) AS version
    ON CONFLICT DO NOTHING
  `.execute(db);
}

export interface KnownVersion {
  scorerVersion: string;
  firstUsedAt: Date;
  focusSince: Date | null;
}

/** In the order in which they were first used. */
export async function listScorerVersions(db: Db, workspace: number): Promise<KnownVersion[]> {
  const { rows } = await sql<KnownVersion>`
    SELECT scorer_version AS "scorerVersion", first_used_at AS "firstUsedAt", focus_since AS "focusSince"
    FROM scorer_versions WHERE workspace_id = ${workspace} ORDER BY first_used_at, scorer_version COLLATE "C"
  `.execute(db);
  return rows;
}

/**
 * The version the focus is read from: the one it was read from before, as long as that one's scores of any conversation
 * are still shown; else the server's own. So a newer scorer that reads a few new conversations does not take the focus
 * over from the one that read all others.
 *
 * @param current the version of this server
 */
export async function findFocusVersion(db: Db, workspace: number, current: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    SELECT v.scorer_version AS version FROM scorer_versions v
    WHERE v.workspace_id = ${workspace} AND v.focus_since IS NOT NULL
      AND v.focus_since = (SELECT max(focus_since) FROM scorer_versions WHERE workspace_id = ${workspace})
      AND EXISTS (SELECT FROM conversations c
        WHERE c.workspace_id = ${workspace} AND c.scorer_version = v.scorer_version)
    ORDER BY v.scorer_version COLLATE "C" DESC LIMIT 1
  `.execute(db);
  return rows[0]?.version ?? current;
}

/** From now on the focus is read from this version. */
export async function readFocusFrom(db: Db, workspace: number, version: string): Promise<void> {
  await sql`
    INSERT INTO scorer_versions AS v (workspace_id, scorer_version, focus_since)
    VALUES (${workspace}, ${version}, clock_timestamp())
    ON CONFLICT (workspace_id, scorer_version) DO UPDATE SET focus_since = excluded.focus_since
    WHERE v.focus_since IS DISTINCT FROM (SELECT max(focus_since) FROM scorer_versions WHERE workspace_id = ${workspace})
      OR v.focus_since IS NULL
  `.execute(db);
}

export interface FocusPlan {
  /** Null: a rescore is on its way, and scores of two versions lie side by side; the last answer stands. */
  version: string | null;
  /** The rescore that is over once this focus is saved. */
  closes: Rescore | null;
}

/** What the focus may be read from now. Saving an answer asks again: meanwhile a rescore may have begun or ended. */
export async function planFocus(db: Db, workspace: number, current: string): Promise<FocusPlan> {
  const open = await findOpenRescore(db, workspace);
  if (open === null) return { version: await findFocusVersion(db, workspace, current), closes: null };
  return open.state === 'finding' ? { version: open.scorerVersion, closes: open } : { version: null, closes: null };
}

/** Until this transaction ends nobody else decides what the focus is read from, nor begins a rescore. */
export async function holdScorerChoice(db: Db, workspace: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('scorer-choice'), ${workspace})`.execute(db);
}
