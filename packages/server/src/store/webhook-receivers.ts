/** Addresses to which helpdesks send their news. */
import { type WebhookKind, webhookKind } from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import type { Db } from './open-store.ts';
import type { WebhookReceivers } from './tables.ts';

export interface StoredReceiver {
  id: number;
  kind: WebhookKind;
  source: string;
  addressKey: string;
  sealedSecret: string;
  received: number;
  refused: number;
  lastReceivedAt: string | null;
  createdAt: string;
}

const parse = (row: Selectable<WebhookReceivers>): StoredReceiver => ({
  ...{ id: row.id, kind: webhookKind.parse(row.kind), source: row.source, addressKey: row.address_key },
  ...{ sealedSecret: row.sealed_secret, received: row.received, refused: row.refused },
  lastReceivedAt: row.last_received_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});

export async function insertReceiver(
  db: Db,
  workspace: number,
  given: Pick<StoredReceiver, 'kind' | 'source' | 'addressKey' | 'sealedSecret'>,
): Promise<StoredReceiver> {
  const row = await db
    .insertInto('webhook_receivers')
    .values({
      ...{ workspace_id: workspace, kind: given.kind, source: given.source },
      ...{ address_key: given.addressKey, sealed_secret: given.sealedSecret },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return parse(row);
}

export async function listReceivers(db: Db, workspace: number): Promise<StoredReceiver[]> {
  const rows = await db
    .selectFrom('webhook_receivers')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('id')
    .execute();
  return rows.map(parse);
}

export async function findReceiver(db: Db, workspace: number, addressKey: string): Promise<StoredReceiver | null> {
  const row = await db
    .selectFrom('webhook_receivers')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('address_key', '=', addressKey)
    .executeTakeFirst();
  return row === undefined ? null : parse(row);
}

export async function countReceived(db: Db, workspace: number, id: number, isGood: boolean): Promise<void> {
  const count = isGood ? sql`received = received + 1, last_received_at = now()` : sql`refused = refused + 1`;
  await sql`UPDATE webhook_receivers SET ${count} WHERE workspace_id = ${workspace} AND id = ${id}`.execute(db);
}

export async function deleteReceiver(db: Db, workspace: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook_receivers')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
