/** Mailboxes, and how far each of their folders has been read. */
import { type Mailbox, mailbox } from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import { countOrigin } from './connection-problems.ts';
import { tallyMailboxProblems } from './mailbox-problems.ts';
import type { Db } from './open-store.ts';
import type { Mailboxes } from './tables.ts';

export interface StoredMailbox extends Omit<Mailbox, 'id' | 'folders' | 'counts' | 'problems'> {
  id: number;
  sealedSecret: string;
  failures: number;
}

export interface FolderPlace {
  path: string;
  role: 'inbox' | 'sent';
  uidValidity: string;
  lastUid: number;
}

const parts = mailbox.omit({ id: true, folders: true, counts: true, problems: true });

const parse = (row: Selectable<Mailboxes>): StoredMailbox => ({
  ...parts.parse({
    ...{ name: row.name, source: row.source, host: row.host, port: row.port, tls: row.tls, user: row.user_name },
    ...{ signIn: row.sign_in, ownAddresses: row.own_addresses, state: row.state, reason: row.reason },
    lastReadAt: row.last_read_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }),
  ...{ id: row.id, sealedSecret: row.sealed_secret, failures: row.failures },
});

export type NewMailbox = Pick<
  StoredMailbox,
  'name' | 'source' | 'host' | 'port' | 'tls' | 'user' | 'signIn' | 'sealedSecret' | 'ownAddresses'
>;

/** @returns its id, or null when the source is another mailbox's */
export async function insertMailbox(db: Db, workspace: number, given: NewMailbox): Promise<number | null> {
  const row = await db
    .insertInto('mailboxes')
    .values({
      ...{ workspace_id: workspace, name: given.name, source: given.source, host: given.host, port: given.port },
      ...{ tls: given.tls, user_name: given.user, sign_in: given.signIn, sealed_secret: given.sealedSecret },
      ...{ own_addresses: given.ownAddresses, state: 'running' },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'source']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function listMailboxRows(db: Db, workspace: number): Promise<StoredMailbox[]> {
  const rows = await db
    .selectFrom('mailboxes')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('id')
    .execute();
  return rows.map(parse);
}

export async function loadMailbox(db: Db, workspace: number, id: number): Promise<StoredMailbox | null> {
  const row = await db
    .selectFrom('mailboxes')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : parse(row);
}

/** As the contract shows it. */
export async function describeMailbox(db: Db, workspace: number, one: StoredMailbox): Promise<Mailbox> {
  const folders = await db
    .selectFrom('mailbox_folders')
    .select(['path', 'role', 'mails'])
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', one.id)
    .orderBy('path')
    .execute();
  const { sealedSecret: _, failures: __, ...rest } = one;
  const { refused, problems } = await tallyMailboxProblems(db, workspace, one.id);
  const counts = { ...(await countOrigin(db, workspace, one.source)), refused };
  return mailbox.parse({ ...rest, id: String(one.id), folders, counts, problems });
}

export interface MailboxRowChange
  extends Partial<
    Pick<StoredMailbox, 'name' | 'host' | 'port' | 'tls' | 'user' | 'signIn' | 'sealedSecret' | 'ownAddresses'>
  > {
  state?: StoredMailbox['state'];
  reason?: StoredMailbox['reason'];
  failures?: number;
  isUpToDate?: true;
  /** All folders are read from their beginning, as on another host or with another user. */
  isFromBeginning?: boolean;
  /** Seconds until it is looked into again. */
  againInSeconds?: number;
}

export async function changeMailboxRow(db: Db, workspace: number, id: number, change: MailboxRowChange): Promise<void> {
  await db
    .updateTable('mailboxes')
    .set({
      workspace_id: workspace,
      ...{ name: change.name, host: change.host, port: change.port, tls: change.tls, user_name: change.user },
      ...{ sign_in: change.signIn, sealed_secret: change.sealedSecret, own_addresses: change.ownAddresses },
      state: change.state,
      reason: change.reason === undefined ? undefined : change.reason === null ? null : JSON.stringify(change.reason),
      failures: change.failures,
      ...(change.isUpToDate ? { last_read_at: sql<Date>`now()` } : {}),
      ...(change.againInSeconds === undefined
        ? {}
        : { next_at: sql<Date>`now() + make_interval(secs => ${change.againInSeconds})` }),
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
  if (change.isFromBeginning !== true) return;
  await db.deleteFrom('mailbox_folders').where('workspace_id', '=', workspace).where('mailbox_id', '=', id).execute();
}

/** Puts another secret in the place of the one it came from; not when a person has entered another meanwhile. */
export async function renewSecret(
  db: Db,
  workspace: number,
  id: number,
  { was, renewedSecret }: { was: string; renewedSecret: string },
): Promise<void> {
  await db
    .updateTable('mailboxes')
    .set({ sealed_secret: renewedSecret })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('sealed_secret', '=', was)
    .execute();
}

export async function deleteMailbox(db: Db, workspace: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('mailboxes')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Mailboxes that are to be looked into now. */
export async function listDueMailboxes(db: Db, workspace: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM mailboxes WHERE workspace_id = ${workspace} AND state <> 'paused' AND next_at <= now() ORDER BY id
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Where reading a folder goes on: from its beginning where its numbers are void. */
export async function loadFolderPlace(
  db: Db,
  workspace: number,
  mailboxId: number,
  folder: Omit<FolderPlace, 'lastUid'>,
): Promise<FolderPlace> {
  const { rows } = await sql<{ last_uid: number }>`
    INSERT INTO mailbox_folders AS f (workspace_id, mailbox_id, path, role, uid_validity)
    VALUES (${workspace}, ${mailboxId}, ${folder.path}, ${folder.role}, ${folder.uidValidity})
    ON CONFLICT (workspace_id, mailbox_id, path) DO UPDATE SET role = excluded.role,
      last_uid = CASE WHEN f.uid_validity = excluded.uid_validity THEN f.last_uid ELSE 0 END,
      mails = CASE WHEN f.uid_validity = excluded.uid_validity THEN f.mails ELSE 0 END,
      uid_validity = excluded.uid_validity
    RETURNING last_uid`.execute(db);
  const lastUid = rows[0]?.last_uid ?? 0;
  if (lastUid === 0) {
    // What could not be read under the old numbers is found anew.
    const { path } = folder;
    await db
      .deleteFrom('mailbox_problems')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailboxId)
      .where('path', '=', path)
      .execute();
  }
  return { ...folder, lastUid };
}

/** @returns false when somebody else has read on from the same place: then nothing of this may be kept */
export async function moveFolderOn(
  db: Db,
  workspace: number,
  mailboxId: number,
  { place, toUid, mails }: { place: FolderPlace; toUid: number; mails: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE mailbox_folders SET last_uid = ${toUid}, mails = mails + ${mails}
    WHERE workspace_id = ${workspace} AND mailbox_id = ${mailboxId} AND path = ${place.path}
      AND uid_validity = ${place.uidValidity} AND last_uid = ${place.lastUid}`.execute(db);
  return numAffectedRows === 1n;
}

/** In which conversations of a source these messages stand: an answer may name only the mail it answers. */
export async function findConversationsOfMessages(
  db: Db,
  workspace: number,
  source: string,
  messages: readonly string[],
): Promise<Map<string, string>> {
  if (messages.length === 0) return new Map();
  const { rows } = await sql<{ message_id: string; source_id: string }>`
    SELECT m.message_id, c.source_id FROM conversations c
    JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = c.id
    WHERE c.workspace_id = ${workspace} AND c.source = ${source} AND m.message_id = ANY(${messages}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ message_id, source_id }) => [message_id, source_id]));
}
