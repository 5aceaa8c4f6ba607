/** Addresses to which helpdesks send their news. */
import {
  type WebhookCall,
  type WebhookKind,
  type WebhookReceiver,
  type WebhookVerdict,
  webhookCall,
  webhookKind,
  webhookReceiver,
} from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import type { Db } from './open-store.ts';
import type { WebhookReceivers } from './tables.ts';

export interface StoredReceiver {
  id: number;
  kind: WebhookKind;
  state: WebhookReceiver['state'];
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
  state: webhookReceiver.shape.state.parse(row.state),
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

/** Enough to see what goes wrong, and no more however often somebody knocks. */
const callsKept = 50;

const goodVerdicts: readonly WebhookVerdict[] = ['stored', 'known', 'nothing-to-keep', 'rang', 'rang-already'];

/** Counts a call and writes down what became of it. */
export async function noteCall(
  db: Db,
  workspace: number,
  receiverId: number,
  { verdict, bytes }: { verdict: WebhookVerdict; bytes: number },
): Promise<void> {
  const isGood = goodVerdicts.includes(verdict);
  const count = isGood ? sql`received = received + 1, last_received_at = now()` : sql`refused = refused + 1`;
  // First, because it also makes calls of one address wait for each other, so that the list below keeps its length.
  await sql`UPDATE webhook_receivers SET ${count} WHERE workspace_id = ${workspace} AND id = ${receiverId}`.execute(db);
  await db
    .insertInto('webhook_calls')
    .values({ workspace_id: workspace, receiver_id: receiverId, verdict, bytes })
    .execute();
  await sql`
    DELETE FROM webhook_calls WHERE workspace_id = ${workspace} AND receiver_id = ${receiverId} AND id < (
      SELECT id FROM webhook_calls WHERE workspace_id = ${workspace} AND receiver_id = ${receiverId}
      ORDER BY id DESC OFFSET ${callsKept - 1} LIMIT 1)`.execute(db);
}

export async function listCalls(db: Db, workspace: number, receiverId: number): Promise<WebhookCall[]> {
  const rows = await db
    .selectFrom('webhook_calls')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('receiver_id', '=', receiverId)
    .orderBy('id', 'desc')
    .limit(callsKept)
    .execute();
  return rows.map(({ id, at, verdict, bytes }) =>
    webhookCall.parse({ id: String(id), at: at.toISOString(), verdict, bytes }),
  );
}

export async function loadReceiver(db: Db, workspace: number, id: number): Promise<StoredReceiver | null> {
  const row = await db
    .selectFrom('webhook_receivers')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : parse(row);
}

export async function changeReceiver(
  db: Db,
  workspace: number,
  id: number,
  change: Partial<Pick<StoredReceiver, 'state' | 'sealedSecret'>>,
): Promise<void> {
  await db
    .updateTable('webhook_receivers')
    .set({ workspace_id: workspace, state: change.state, sealed_secret: change.sealedSecret })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

export async function deleteReceiver(db: Db, workspace: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook_receivers')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
