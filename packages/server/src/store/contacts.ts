/** Contacts in person and by phone: conversations whose words were written down by the agent afterwards. */
import { type Contact, contact, type PromiseState } from '@rapport/contract';
import { sql } from 'kysely';
import { recountAuthors } from './count-authors.ts';
import { insertRows } from './insert-rows.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import { saveWords } from './save-words.ts';

/** Under this origin contacts stand beside those of files and helpdesks. */
export const contactSource = 'contacts';
const notScored = 'logged-by-hand';

/** A contact as it is stored: every text masked, each part a message of its own. */
export interface ContactWords {
  channel: string;
  customer: string | null;
  at: string;
  topic: string;
  resolved: boolean | null;
  messages: readonly { id: ContactPart; text: string }[];
  promise: { said: Place; dueAt: string | null } | null;
  goodwill: { said: Place; amountCents: number; currency: string } | null;
}
export type ContactPart = 'topic' | 'words' | 'promise' | 'goodwill' | 'question';
/** Where in which of its messages the words of a finding stand. */
interface Place {
  messageId: ContactPart;
  start: number;
  quote: string;
}

/** @returns its id, which is that of its conversation */
export async function saveContact(
  db: Db,
  workspace: number,
  given: ContactWords & { sourceId: string; importId: number; author: number; by: string; now: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('conversations')
    .values({
      ...{ workspace_id: workspace, source: contactSource, source_id: given.sourceId, import_id: given.importId },
      ...{ channel: given.channel, needs_scoring: false, not_scored: notScored },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('contacts')
    .values({ workspace_id: workspace, conversation_id: id, logged_by: given.by, logged_at: given.now })
    .execute();
  await writeContact(db, workspace, { ...given, id });
  return id;
}

/** In place of what stood there. */
export async function changeContact(
  db: Db,
  workspace: number,
  given: ContactWords & { id: number; now: Date },
): Promise<void> {
  const { id } = given;
  const { author_id: author } = await db
    .selectFrom('messages')
    .select('author_id')
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', id)
    .limit(1)
    .executeTakeFirstOrThrow();
  const kept = await findKeptPromise(db, workspace, id);
  for (const table of ['promises', 'goodwill', 'messages'] as const) {
    await db.deleteFrom(table).where('workspace_id', '=', workspace).where('conversation_id', '=', id).execute();
  }
  await sql`UPDATE contacts SET changed_at = ${given.now}
    WHERE workspace_id = ${workspace} AND conversation_id = ${id}`.execute(db);
  await writeContact(db, workspace, { ...given, author });
  // In other words, or until another time, it is another promise, and nobody has said that that one was kept.
  const { promise } = given;
  const isSame = kept !== null && promise !== null && kept.what === promise.said.quote && kept.dueAt === promise.dueAt;
  if (isSame) await notePromise(db, workspace, { id, kept: true });
}

async function findKeptPromise(
  db: Db,
  workspace: number,
  id: number,
): Promise<{ what: string; dueAt: string | null } | null> {
  const row = await db
    .selectFrom('promises')
    .select(['what', 'due_at'])
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', id)
    .where('state', '=', 'kept-noted')
    .executeTakeFirst();
  return row === undefined ? null : { what: row.what, dueAt: isoOf(row.due_at) };
}

/** @returns whether anything changed: there is a promise, and it stood the other way */
export async function notePromise(
  db: Db,
  workspace: number,
  { id, kept }: { id: number; kept: boolean },
): Promise<boolean> {
  const state: PromiseState = kept ? 'kept-noted' : 'open';
  const { numUpdatedRows } = await db
    .updateTable('promises')
    .set({ state })
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', id)
    .where('state', '<>', state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await db
    .updateTable('conversations')
    .set({ open_promises: kept ? 0 : 1 })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
  return true;
}

async function writeContact(
  db: Db,
  workspace: number,
  given: ContactWords & { id: number; author: number },
): Promise<void> {
  const { id, author, messages, promise, goodwill } = given;
  const base = { workspace_id: workspace, conversation_id: id };
  await insertRows(
    db,
    'messages',
    messages.map(({ id: message_id, text }, position) => ({
      ...{ ...base, message_id, position, id_is_made: false, at: new Date(given.at), role: 'agent' },
      ...{ author_id: author, visibility: 'internal', text },
    })),
  );
  const found = (said: Place) => ({
    ...{ ...base, number: 0, author_id: author, said_message_id: said.messageId },
    ...{ said_start: said.start, said_end: said.start + said.quote.length, said_quote: said.quote },
  });
  if (promise !== null) {
    const { said, dueAt } = promise;
    await db
      .insertInto('promises')
      .values({ ...found(said), what: said.quote, due_at: dueAt === null ? null : new Date(dueAt), state: 'open' })
      .execute();
  }
  if (goodwill !== null) {
    const { said, amountCents: amount_cents, currency } = goodwill;
    await db
      .insertInto('goodwill')
      .values({ ...found(said), amount_cents, currency })
      .execute();
  }
  await db
    .updateTable('conversations')
    .set({
      ...{ channel: given.channel, subject: given.topic, customer_key: given.customer, resolved: given.resolved },
      ...{ first_at: new Date(given.at), last_at: new Date(given.at), message_count: messages.length },
      ...{ first_words: given.topic, open_promises: promise === null ? 0 : 1 },
      goodwill_count: goodwill === null ? 0 : 1,
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
  const texts = [given.topic, given.customer ?? '', ...messages.map(({ text }) => text)];
  await saveWords(db, workspace, [{ id, texts }]);
  await recountAuthors(db, workspace, [author]);
}

/** Takes it away with everything that was written in it. */
export async function removeContact(db: Db, workspace: number, id: number): Promise<void> {
  const { rows } = await sql<{ author: number }>`
    SELECT DISTINCT author_id AS author FROM messages
    WHERE workspace_id = ${workspace} AND conversation_id = ${id}`.execute(db);
  await db.deleteFrom('conversations').where('workspace_id', '=', workspace).where('id', '=', id).execute();
  await recountAuthors(
    db,
    workspace,
    rows.map(({ author }) => author),
  );
}

/** Which of these are contacts; they wait for no score, whatever else made them wait. */
export async function releaseContacts(db: Db, workspace: number, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    UPDATE conversations c SET needs_scoring = false, not_scored = coalesce(c.not_service, ${notScored})
    FROM contacts k WHERE k.workspace_id = ${workspace} AND k.conversation_id = c.id
      AND c.workspace_id = ${workspace} AND c.id = ANY(${[...ids]}::bigint[])
    RETURNING c.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Who had each of these that are contacts. */
export async function listContactAuthors(
  db: Db,
  workspace: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number[]>> {
  const { rows } = await sql<{ id: number; author: number }>`
    SELECT DISTINCT m.conversation_id AS id, m.author_id AS author
    FROM contacts k JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id
    WHERE k.workspace_id = ${workspace} AND k.conversation_id = ANY(${[...ids]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, author }) => [id, [author]]));
}

/** What is wanted of all contacts. */
export type ContactsOf = { loggedBy: string; after?: number } | { author: number } | { id: number };

export interface StoredContact extends Omit<Contact, 'own'> {
  loggedBy: string;
}

interface Row {
  id: number;
  channel: string;
  customer_key: string | null;
  at: Date;
  subject: string;
  resolved: boolean | null;
  words: string | null;
  question: string | null;
  what: string | null;
  state: string | null;
  due_at: Date | null;
  has_goodwill: boolean;
  amount_cents: number | null;
  currency: string | null;
  logged_by: string;
  logged_at: Date;
  changed_at: Date | null;
}

/** Newest first by when they were written down. */
export async function listContacts(db: Db, workspace: number, of: ContactsOf, limit: number): Promise<StoredContact[]> {
  const which =
    'id' in of
      ? sql`k.conversation_id = ${of.id}`
      : 'author' in of
        ? sql`EXISTS (SELECT FROM messages own WHERE own.workspace_id = ${workspace}
            AND own.conversation_id = k.conversation_id AND own.author_id = ${of.author})`
        : sql`k.logged_by = ${of.loggedBy} AND ${of.after === undefined ? sql`true` : sql`k.conversation_id < ${of.after}`}`;
  const textOf = (part: ContactPart) => sql`(SELECT m.text FROM messages m WHERE m.workspace_id = ${workspace}
    AND m.conversation_id = c.id AND m.message_id = ${part})`;
  const { rows } = await sql<Row>`
    SELECT c.id, c.channel, c.customer_key, c.first_at AS at, c.subject, c.resolved, ${textOf('words')} AS words,
      ${textOf('question')} AS question, p.what, p.state, p.due_at, g.number IS NOT NULL AS has_goodwill, g.amount_cents,
      g.currency, k.logged_by, k.logged_at, k.changed_at
    FROM contacts k
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = k.conversation_id
    LEFT JOIN promises p ON p.workspace_id = ${workspace} AND p.conversation_id = c.id
    LEFT JOIN goodwill g ON g.workspace_id = ${workspace} AND g.conversation_id = c.id
    WHERE k.workspace_id = ${workspace} AND ${which}
    ORDER BY k.conversation_id DESC LIMIT ${limit}`.execute(db);
  return rows.map(toContact);
}

/** What stands before the words of a part; the words themselves begin after it. */
export const partHeads: Readonly<Record<ContactPart, string>> = {
  topic: '',
  words: '',
  promise: 'Promised: ',
  goodwill: 'Goodwill: ',
  question: 'Left open: ',
};

function toContact(row: Row): StoredContact {
  const stored = contact.omit({ own: true }).parse({
    ...{ id: String(row.id), channel: row.channel, customer: row.customer_key ?? '', at: row.at.toISOString() },
    ...{ topic: row.subject, words: row.words ?? '', question: (row.question ?? '').slice(partHeads.question.length) },
    resolved: row.resolved === null ? 'open' : row.resolved ? 'yes' : 'no',
    promise: row.what === null ? null : { what: row.what, dueAt: isoOf(row.due_at) },
    promiseKept: row.state === 'kept-noted',
    goodwill: row.has_goodwill ? { amountCents: row.amount_cents, currency: row.currency } : null,
    ...{ loggedAt: row.logged_at.toISOString(), changedAt: isoOf(row.changed_at) },
  });
  return { ...stored, loggedBy: row.logged_by };
}
