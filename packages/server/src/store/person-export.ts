/**
 * Everything kept about one person. Tables and columns are asked of the database: whatever names an author, a member or a
 * conversation of theirs is in, also where it comes later.
 */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface ExportedPerson {
  /** Authors that are this person. */
  authorIds: readonly number[];
  /** As a customer: under which id in which source. */
  customers: readonly { source: string; key: string }[];
  memberIds: readonly string[];
}

export interface ExportedSection {
  table: string;
  rows: Record<string, unknown>[];
}

/** Columns that hold the id of a member, and why it is told: they did it, or it is about them. */
const memberColumns = [
  ...['user_id', 'person_id', 'reviewer_id', 'assigned_by', 'given_by', 'coach_id', 'proposed_by', 'opened_by'],
  ...[
    'decided_by',
    'logged_by',
    'owner_id',
    'drawn_by',
    'made_by',
    'recorded_by',
    'said_by',
    'changed_by',
    'answered_by',
  ],
];

/** What opens something, and what only ties rows together. */
const neverTold = new Set([
  ...['workspace_id', 'password', 'access_token', 'refresh_token', 'id_token', 'secret', 'backup_codes', 'token_hash'],
  ...[
    'key_hash',
    'hash',
    'previous',
    'spool_key',
    'sealed_secret',
    'digest',
    'message_hash',
    'content_hash',
    'text_hash',
  ],
]);

/**
 * About an agent, and not theirs to see yet or ever: who is to read what, drafts of others, decks and calibrations in which
 * nobody is to know whose service it is.
 */
const notOfAuthors = new Set(['review_assignments', 'review_draw_frames', 'check_cards', 'calibration_parts']);

/** In the conversations of a customer: what was written and what was read from it. The rest is about whoever served them. */
const ofCustomers = [
  ...(['conversations', 'messages', 'customer_emotions', 'signals', 'promises', 'goodwill'] as const),
  ...(['reason_sentences', 'kudos', 'contacts'] as const),
];

/** @param own true: for the person themselves, so that a reviewer who is not named to agents is not named here */
export async function collectPerson(
  db: Db,
  workspace: number,
  person: ExportedPerson,
  { own }: { own: boolean },
): Promise<ExportedSection[]> {
  const sections = new Map<string, Record<string, unknown>[]>();
  const add = (table: string, rows: readonly Record<string, unknown>[]): void => {
    if (rows.length > 0) sections.set(table, [...(sections.get(table) ?? []), ...rows]);
  };
  await addCustomer(db, workspace, person, add);
  const { rows: columns } = await sql<{ table: string; column: string }>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name IN (
        SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'workspace_id')
      AND column_name = ANY(${['author_id', ...memberColumns]}::text[]) ORDER BY table_name, column_name`.execute(db);
  for (const { table, column } of columns) {
    if (column === 'author_id' && notOfAuthors.has(table)) continue;
    const theirs =
      column === 'author_id'
        ? sql`author_id = ANY(${[...person.authorIds]}::bigint[])`
        : sql`${sql.ref(column)} = ANY(${[...person.memberIds]}::text[])`;
    const finished = table === 'reviews' && column === 'author_id' ? sql`state <> 'draft'` : sql`true`;
    const { rows } = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND ${theirs} AND ${finished}`.execute(db);
    add(table, rows);
  }
  add('authors', await selectAuthors(db, workspace, person.authorIds));
  add('users', await selectUsers(db, person.memberIds));
  const hidesReviewers = own && (await isAnonymous(db, workspace));
  return [...sections].map(([table, rows]) => ({
    table,
    rows: dropRepeated(rows).map((row) => tellRow(row, hidesReviewers ? person.memberIds : null)),
  }));
}

async function addCustomer(
  db: Db,
  workspace: number,
  { customers }: ExportedPerson,
  add: (table: string, rows: readonly Record<string, unknown>[]) => void,
): Promise<void> {
  if (customers.length === 0) return;
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM conversations c JOIN json_to_recordset(${JSON.stringify(customers)}::json) AS x(source text, key text)
      ON x.source = c.source AND x.key = c.customer_key WHERE c.workspace_id = ${workspace}`.execute(db);
  const ids = rows.map(({ id }) => id);
  for (const table of ofCustomers) {
    const id = sql.ref(table === 'conversations' ? 'id' : 'conversation_id');
    const found = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND ${id} = ANY(${ids}::bigint[])`.execute(
      db,
    );
    add(table, found.rows);
  }
}

const selectAuthors = (db: Db, workspace: number, ids: readonly number[]) =>
  db
    .selectFrom('authors')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', 'in', [...ids, 0])
    .execute();

const selectUsers = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('users')
    .select(['id', 'name', 'email', 'two_factor_enabled', 'created_at'])
    .where('id', 'in', [...ids, ''])
    .execute();

async function isAnonymous(db: Db, workspace: number): Promise<boolean> {
  const row = await db
    .selectFrom('review_settings')
    .select('anonymous')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return row?.anonymous === true;
}

/** A row may be theirs by two columns at once. */
function dropRepeated(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** @param readers the person's own accounts where other reviewers are not named to them */
function tellRow(row: Record<string, unknown>, readers: readonly string[] | null): Record<string, unknown> {
  const told = Object.entries(row).filter(([column, value]) => {
    if (neverTold.has(column) || Buffer.isBuffer(value)) return false;
    const isReviewer = column === 'reviewer_id' || column === 'assigned_by';
    return !(isReviewer && readers !== null && !readers.includes(String(value)));
  });
  return Object.fromEntries(told);
}
