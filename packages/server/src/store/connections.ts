/** Connections to helpdesks: what they are, how they stand, how far reading has come. */
import {
  type ConnectionReason,
  type ConnectionState,
  connectionReason,
  connectionState,
  sourceKind,
} from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from './open-store.ts';
import type { Connections } from './tables.ts';

export interface StoredConnection {
  id: number;
  kind: z.infer<typeof sourceKind>;
  name: string;
  source: string;
  address: string;
  settings: Record<string, string>;
  sealedSecret: string | null;
  state: ConnectionState;
  reason: ConnectionReason | null;
  historyFrom: string | null;
  cursor: unknown;
  piece: number;
  failures: number;
  gone: number;
  lastReadAt: string | null;
  nextAt: string | null;
  /** When its helpdesk rang since the last look began. */
  rungAt: string | null;
  createdAt: string;
}

export type NewConnection = Pick<
  StoredConnection,
  'kind' | 'name' | 'source' | 'address' | 'settings' | 'sealedSecret' | 'historyFrom' | 'cursor' | 'nextAt'
>;

const settingsForm = z.record(z.string(), z.string());
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const parse = (row: Selectable<Connections>): StoredConnection => ({
  id: row.id,
  kind: sourceKind.parse(row.kind),
  name: row.name,
  source: row.source,
  address: row.address,
  settings: settingsForm.parse(row.settings),
  sealedSecret: row.sealed_secret,
  state: connectionState.parse(row.state),
  reason: row.reason === null ? null : connectionReason.parse(row.reason),
  historyFrom: iso(row.history_from),
  cursor: row.cursor,
  piece: row.piece,
  failures: row.failures,
  gone: row.gone,
  lastReadAt: iso(row.last_read_at),
  nextAt: iso(row.next_at),
  rungAt: iso(row.rung_at),
  createdAt: row.created_at.toISOString(),
});

/** It begins at once. */
export async function insertConnection(db: Db, workspace: number, given: NewConnection): Promise<number> {
  const { id } = await db
    .insertInto('connections')
    .values({
      ...{ workspace_id: workspace, kind: given.kind, name: given.name, source: given.source, address: given.address },
      settings: JSON.stringify(given.settings),
      cursor: JSON.stringify(given.cursor),
      ...{ sealed_secret: given.sealedSecret, history_from: given.historyFrom },
      state: 'running',
      next_at: given.nextAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function listConnectionRows(db: Db, workspace: number): Promise<StoredConnection[]> {
  const rows = await db
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('kind', 'in', sourceKind.options)
    .orderBy('id')
    .execute();
  return rows.map(parse);
}

/** @param options.hold until the transaction ends */
export async function loadConnection(
  db: Db,
  workspace: number,
  id: number,
  { hold = false }: { hold?: boolean } = {},
): Promise<StoredConnection | null> {
  const found = db
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('kind', 'in', sourceKind.options)
    .where('id', '=', id);
  const row = await (hold ? found.forUpdate() : found).executeTakeFirst();
  return row === undefined ? null : parse(row);
}

export interface ConnectionChange {
  name?: string;
  address?: string;
  settings?: Record<string, string>;
  sealedSecret?: string | null;
  state?: ConnectionState;
  reason?: ConnectionReason | null;
  historyFrom?: string | null;
  cursor?: unknown;
  piece?: number;
  failures?: number;
  gone?: number;
  lastReadAt?: string;
  /** ISO; null: not by itself. */
  nextAt?: string | null;
  rungAt?: null;
}

export async function changeConnectionRow(
  db: Db,
  workspace: number,
  id: number,
  change: ConnectionChange,
): Promise<void> {
  const json = (value: unknown): string | null | undefined =>
    value === undefined ? undefined : value === null ? null : JSON.stringify(value);
  await db
    .updateTable('connections')
    .set({
      ...{ name: change.name, address: change.address, sealed_secret: change.sealedSecret, state: change.state },
      ...{ settings: json(change.settings) ?? undefined, reason: json(change.reason), cursor: json(change.cursor) },
      ...{ history_from: change.historyFrom, piece: change.piece, failures: change.failures, gone: change.gone },
      ...{ last_read_at: change.lastReadAt, next_at: change.nextAt, rung_at: change.rungAt },
      workspace_id: workspace,
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** What was read stays, under the name of its origin. */
export async function deleteConnection(db: Db, workspace: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('connections')
    .where('workspace_id', '=', workspace)
    .where('kind', 'in', sourceKind.options)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Connections for which it is time. */
export async function listDueConnections(db: Db, workspace: number): Promise<number[]> {
  const rows = await db
    .selectFrom('connections')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('kind', 'in', sourceKind.options)
    .where('state', '<>', 'paused')
    .where('next_at', '<=', sql<Date>`now()`)
    .orderBy('next_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Names of origins that are taken by a connection already. */
export async function isOriginTaken(db: Db, workspace: number, source: string): Promise<boolean> {
  const row = await db
    .selectFrom('connections')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('source', '=', source)
    .executeTakeFirst();
  return row !== undefined;
}

/** Conversations of an origin in the order in which they came here, from one on. */
export async function listStoredAfter(
  db: Db,
  workspace: number,
  { source, after, limit }: { source: string; after: number; limit: number },
): Promise<{ id: number; name: string }[]> {
  const rows = await db
    .selectFrom('conversations')
    .select(['id', 'source_id'])
    .where('workspace_id', '=', workspace)
    .where('source', '=', source)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, source_id }) => ({ id, name: source_id }));
}
