/** A helpdesk that rings: its connection looks before its turn, and nobody can make it look without end. */
import type { WebhookKind, WebhookVerdict } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/**
 * So much time lies between two looks however often somebody rings: a look costs a helpdesk a handful of questions, and the
 * smallest plan of Freshdesk allows fifty a minute.
 */
export const quietSeconds = 15;

/** As it is between two looks without a ring. */
export const lookEverySeconds = 60;

interface Ring {
  kind: WebhookKind;
  /** The origin of the connection. */
  source: string;
  at: Date;
}

/** What is paused stays so, and a pause that the helpdesk asked for is kept: then it looks when that is over. */
export async function ringConnection(db: Db, workspace: number, { kind, source, at }: Ring): Promise<WebhookVerdict> {
  const { rows } = await sql<{ rung: boolean }>`
    WITH found AS (
      SELECT id, rung_at, state FROM connections WHERE workspace_id = ${workspace} AND kind = ${kind} AND source = ${source}
      FOR UPDATE),
    rung AS (
      UPDATE connections c SET rung_at = ${at}, next_at = CASE
        -- Not now, but as soon as it has been quiet for long enough.
        WHEN c.state = 'running' AND c.reason IS NULL THEN least(c.next_at, greatest(${at}::timestamptz,
          (c.cursor ->> 'lookAt')::timestamptz - make_interval(secs => ${lookEverySeconds - quietSeconds})))
        ELSE c.next_at END
      FROM found WHERE c.workspace_id = ${workspace} AND c.id = found.id AND found.rung_at IS NULL AND found.state <> 'paused')
    SELECT rung_at IS NULL AS rung FROM found WHERE state <> 'paused'`.execute(db);
  const [one] = rows;
  return one === undefined ? 'nobody-looks' : one.rung ? 'rang' : 'rang-already';
}

export async function hasConnection(
  db: Db,
  workspace: number,
  { kind, source }: Pick<Ring, 'kind' | 'source'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('connections')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('kind', '=', kind)
    .where('source', '=', source)
    .executeTakeFirst();
  return row !== undefined;
}
