/** What came by itself, from the moment it is safe until it stands in the conversations. */
import { type PushProblem, type PushReceipt, type PushStatus, pushProblem } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export const waysToCome = ['push', 'webhook', 'connector', 'mailbox'] as const;
export type CameBy = (typeof waysToCome)[number];

export interface NewArrival {
  cameBy: CameBy;
  sender: string;
  source: string;
  /** With the same key it is the same arrival; null: every one is new. */
  key: string | null;
  bodyHash: Buffer | null;
  /** Masked. */
  content: object;
  conversations: number;
  messages: number;
  refusedMessages: number;
  problems: readonly PushProblem[];
}

/** @returns the receipt, or null when the sender has used this key before */
export async function insertArrival(db: Db, workspace: number, given: NewArrival): Promise<PushReceipt | null> {
  const row = await db
    .insertInto('arrivals')
    .values({
      ...{ workspace_id: workspace, came_by: given.cameBy, sender: given.sender, source: given.source },
      ...{ delivery_key: given.key, body_hash: given.bodyHash, content: JSON.stringify(given.content) },
      ...{ conversations: given.conversations, messages: given.messages, refused_messages: given.refusedMessages },
      problems: JSON.stringify(given.problems),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'came_by', 'sender', 'delivery_key']).doNothing())
    .returning(['id', 'received_at'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: String(row.id),
    source: given.source,
    receivedAt: row.received_at.toISOString(),
    conversations: given.conversations,
    messages: given.messages,
    refusedMessages: given.refusedMessages,
    problems: [...given.problems],
  };
}

export interface KnownArrival {
  status: PushStatus;
  sender: string;
  bodyHash: Buffer | null;
}

/** By id, or by the key its sender gave it. Null where there is none. */
export async function loadArrival(
  db: Db,
  workspace: number,
  wanted: { cameBy: CameBy } & ({ id: number } | { sender: string; key: string }),
): Promise<KnownArrival | null> {
  let found = db
    .selectFrom('arrivals')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('came_by', '=', wanted.cameBy);
  if ('id' in wanted) found = found.where('id', '=', wanted.id);
  else found = found.where('sender', '=', wanted.sender).where('delivery_key', '=', wanted.key);
  const row = await found.executeTakeFirst();
  if (row === undefined) return null;
  const isScored = row.state === 'stored' && (await countUnscored(db, workspace, row.conversation_ids)) === 0;
  return {
    sender: row.sender,
    bodyHash: row.body_hash,
    status: {
      id: String(row.id),
      source: row.source,
      receivedAt: row.received_at.toISOString(),
      conversations: row.conversations,
      messages: row.messages,
      refusedMessages: row.refused_messages,
      problems: pushProblem.array().parse(row.problems),
      state: isScored ? 'scored' : (row.state as PushStatus['state']), // checked by the table
      storedAt: row.stored_at?.toISOString() ?? null,
      failure: row.failure,
    },
  };
}

async function countUnscored(db: Db, workspace: number, ids: readonly number[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM conversations
    WHERE workspace_id = ${workspace} AND id = ANY(${ids}::bigint[]) AND needs_scoring`.execute(db);
  return rows[0]?.n ?? 0;
}

export interface WaitingArrival {
  id: number;
  source: string;
  receivedAt: Date;
  content: unknown;
  messages: number;
}

/** One worker at a time moves the arrivals of a workspace on: they are told in the order in which they came. */
export async function holdArrivals(db: Db, workspace: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('store-arrivals'), ${workspace})`.execute(db);
}

/** The oldest that wait, up to so many messages, one at least. */
export async function listWaiting(
  db: Db,
  workspace: number,
  { messages, arrivals }: { messages: number; arrivals: number },
): Promise<WaitingArrival[]> {
  const { rows } = await sql<WaitingArrival>`
    SELECT id, source, received_at AS "receivedAt", content, messages FROM (
      SELECT a.*, sum(messages) OVER (ORDER BY id) - messages AS before FROM (
        SELECT * FROM arrivals WHERE workspace_id = ${workspace} AND state = 'waiting' ORDER BY id LIMIT ${arrivals}
      ) a
    ) b WHERE before < ${messages} ORDER BY id
  `.execute(db);
  return rows;
}

/** How many wait, counted up to `limit`. */
export async function countWaiting(db: Db, workspace: number, limit: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (
      SELECT 1 FROM arrivals WHERE workspace_id = ${workspace} AND state = 'waiting' LIMIT ${limit}) w`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function markStored(
  db: Db,
  workspace: number,
  stored: readonly { id: number; conversations: readonly number[] }[],
): Promise<void> {
  await sql`
    UPDATE arrivals a SET state = 'stored', content = NULL, stored_at = clock_timestamp(), conversation_ids = x.conversations
    FROM json_to_recordset(${JSON.stringify(stored)}::json) AS x(id bigint, conversations bigint[])
    WHERE a.workspace_id = ${workspace} AND a.id = x.id
  `.execute(db);
}

/** It stays as it came, so that nothing is lost and somebody can look. */
export async function markFailed(db: Db, workspace: number, id: number, failure: string): Promise<void> {
  await db
    .updateTable('arrivals')
    .set({ state: 'failed', failure })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** How long a key is remembered and a push can be asked for. */
const keptDays = 7;
/** News that is older than what is remembered of its thing is refused at the door, or fetched whole. */
const saidDays = 30;

export async function forgetOldArrivals(db: Db, workspace: number): Promise<void> {
  await sql`
    DELETE FROM arrivals WHERE workspace_id = ${workspace} AND state = 'stored'
      AND stored_at < now() - make_interval(days => ${keptDays})`.execute(db);
  await sql`
    DELETE FROM said_things WHERE workspace_id = ${workspace}
      AND heard_at < now() - make_interval(days => ${saidDays})`.execute(db);
}
