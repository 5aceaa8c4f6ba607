/** Addresses to which news is sent, and every piece of news on its way. */
import { type Hook, type HookDelivery, type HookEvent, hook, hookDelivery } from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import type { Db } from './open-store.ts';
import type { HookDeliveries, Hooks } from './tables.ts';

export interface StoredHook extends Hook {
  sealedSecret: string;
}

const parse = (row: Selectable<Hooks>): StoredHook => ({
  ...hook.parse({
    ...{ id: String(row.id), url: row.url, events: row.events, state: row.state, reason: row.reason },
    ...{ failures: row.failures, createdAt: row.created_at.toISOString() },
  }),
  sealedSecret: row.sealed_secret,
});

const parseDelivery = (row: Selectable<HookDeliveries>): HookDelivery =>
  hookDelivery.parse({
    ...{ id: String(row.id), event: row.event, state: row.state, tries: row.tries, status: row.status },
    ...{ trouble: row.trouble, createdAt: row.created_at.toISOString(), doneAt: row.done_at?.toISOString() ?? null },
  });

export async function insertHook(
  db: Db,
  workspace: number,
  given: { url: string; events: HookEvent[]; sealedSecret: string },
): Promise<StoredHook> {
  const row = await db
    .insertInto('hooks')
    .values({ workspace_id: workspace, url: given.url, events: given.events, sealed_secret: given.sealedSecret })
    .returningAll()
    .executeTakeFirstOrThrow();
  return parse(row);
}

export async function listHookRows(db: Db, workspace: number): Promise<StoredHook[]> {
  const rows = await db.selectFrom('hooks').selectAll().where('workspace_id', '=', workspace).orderBy('id').execute();
  return rows.map(parse);
}

export async function loadHook(db: Db, workspace: number, id: number): Promise<StoredHook | null> {
  const row = await db
    .selectFrom('hooks')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : parse(row);
}

export async function switchHookState(
  db: Db,
  workspace: number,
  id: number,
  { state, reason }: { state: Hook['state']; reason: string | null },
): Promise<void> {
  await db
    .updateTable('hooks')
    .set({ state, reason, ...(state === 'on' ? { failures: 0 } : {}) })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

export async function changeHookSealedSecret(
  db: Db,
  workspace: number,
  id: number,
  sealedSecret: string,
): Promise<void> {
  await db
    .updateTable('hooks')
    .set({ sealed_secret: sealedSecret })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

export async function deleteHook(db: Db, workspace: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('hooks')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function listDeliveries(db: Db, workspace: number, hookId: number): Promise<HookDelivery[]> {
  const rows = await db
    .selectFrom('hook_deliveries')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('hook_id', '=', hookId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(parseDelivery);
}

/** Written in the transaction of what it tells. @returns how many addresses want it */
export async function tellHooks(
  db: Db,
  workspace: number,
  event: HookEvent,
  body: object,
  only?: number,
): Promise<number> {
  const which = only === undefined ? sql`${event} = ANY(events)` : sql`id = ${only}`;
  const { numAffectedRows } = await sql`
    INSERT INTO hook_deliveries (workspace_id, hook_id, event, body)
    SELECT ${workspace}, id, ${event}, ${JSON.stringify(body)}::jsonb FROM hooks
    WHERE workspace_id = ${workspace} AND state = 'on' AND ${which}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Whether anybody wants such news: what costs something to put together is then left out. */
export async function isWanted(db: Db, workspace: number, event: HookEvent): Promise<boolean> {
  const { rows } = await sql<{ wanted: boolean }>`
    SELECT EXISTS (SELECT FROM hooks WHERE workspace_id = ${workspace} AND state = 'on' AND ${event} = ANY(events)) AS wanted
  `.execute(db);
  return rows[0]?.wanted === true;
}

export interface DueDelivery {
  id: number;
  hookId: number;
  url: string;
  sealedSecret: string;
  event: string;
  body: unknown;
  tries: number;
  createdAt: Date;
}

/**
 * The oldest piece of news whose time has come. It is put off for a minute at once, so that nobody else sends it too and
 * one whose sender died is sent again.
 */
export async function takeDueDelivery(db: Db, workspace: number): Promise<DueDelivery | null> {
  const { rows } = await sql<DueDelivery>`
    WITH due AS (
      SELECT d.id FROM hook_deliveries d JOIN hooks h ON h.workspace_id = ${workspace} AND h.id = d.hook_id
      WHERE d.workspace_id = ${workspace} AND d.state = 'waiting' AND d.next_at <= now() AND h.state = 'on'
      ORDER BY d.next_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE hook_deliveries d SET next_at = now() + interval '1 minute', tries = d.tries + 1
    FROM due, hooks h WHERE d.workspace_id = ${workspace} AND d.id = due.id
      AND h.workspace_id = ${workspace} AND h.id = d.hook_id
    RETURNING d.id, d.hook_id AS "hookId", h.url, h.sealed_secret AS "sealedSecret", d.event, d.body, d.tries,
      d.created_at AS "createdAt"`.execute(db);
  return rows[0] ?? null;
}

/** @returns whether any news waits and its time has come */
export async function hasDueDelivery(db: Db, workspace: number): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    SELECT EXISTS (SELECT FROM hook_deliveries d JOIN hooks h ON h.workspace_id = ${workspace} AND h.id = d.hook_id
      WHERE d.workspace_id = ${workspace} AND d.state = 'waiting' AND d.next_at <= now() AND h.state = 'on') AS due
  `.execute(db);
  return rows[0]?.due === true;
}

export interface DeliveryResult {
  isDelivered: boolean;
  status: number | null;
  trouble: string | null;
  /** Seconds until the next try; null: there is none. */
  againInSeconds: number | null;
}

/** @returns how often in a row this address has failed now */
export async function noteDelivery(
  db: Db,
  workspace: number,
  { id, hookId }: Pick<DueDelivery, 'id' | 'hookId'>,
  result: DeliveryResult,
): Promise<number> {
  const { isDelivered, status, trouble, againInSeconds } = result;
  const state = isDelivered ? 'delivered' : againInSeconds === null ? 'failed' : 'waiting';
  await sql`
    UPDATE hook_deliveries SET state = ${state}, status = ${status}, trouble = ${trouble},
      next_at = now() + make_interval(secs => ${againInSeconds ?? 0}),
      done_at = ${state === 'waiting' ? null : sql`now()`}
    WHERE workspace_id = ${workspace} AND id = ${id}`.execute(db);
  const { rows } = await sql<{ failures: number }>`
    UPDATE hooks SET failures = ${isDelivered ? sql`0` : sql`failures + 1`}
    WHERE workspace_id = ${workspace} AND id = ${hookId} RETURNING failures`.execute(db);
  await sql`
    DELETE FROM hook_deliveries WHERE workspace_id = ${workspace} AND hook_id = ${hookId}
      AND done_at < now() - interval '30 days'`.execute(db);
  return rows[0]?.failures ?? 0;
}
