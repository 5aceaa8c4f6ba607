/**
 * Covers the names of erased people wherever people wrote: in every column the list of personal data calls words, in every
 * table, and in what the job engine kept of a failure. A page of rows at a time, in the order of the key.
 */
import { sql } from 'kysely';
import { wordsOf } from '../articles/save-articles.ts';
import { indexArticleWords } from '../articles/word-index.ts';
import type { Db } from '../open-store.ts';
import { digestOfSession } from '../session-digest.ts';
import { cover, coverErased, coverErasedIn, type ErasedWords, splitWords } from './erased-words.ts';
import { columnsIn, personalData } from './personal-data.ts';
import { requote } from './requote.ts';

/** Tables that have words or names to cover. */
export const coveredTables = Object.entries(personalData)
  .filter(([, { words, names }]) => words !== undefined || names !== undefined)
  .map(([table]) => table);

export interface CoverOptions {
  erased: ErasedWords;
  /**
   * Letters of which one group stands in every text that names the person, so that the database leaves out the rest; null:
   * nobody knows the names any more, and every text is looked at.
   */
  near: readonly string[] | null;
  /** What a field that holds one name and nothing else says from then on. */
  standIn: string;
}

export interface Covered {
  texts: number;
  /** Conversations whose messages changed. */
  conversations: number[];
}

const rowsAtOnce = 1000;

/** The caller's transaction may change what is finished: see the step of the schema. */
export async function liftForErasing(db: Db): Promise<void> {
  await sql`SELECT set_config('app.erasing', 'yes', true)`.execute(db);
}

export async function coverTable(db: Db, workspace: number, table: string, options: CoverOptions): Promise<Covered> {
  const shape = await loadShape(db, table);
  const changed = new Set<number>();
  let texts = 0;
  for (let after: Row | null = null; ; ) {
    const rows = await loadPage(db, workspace, shape, { ...options, after });
    for (const row of rows) {
      const next = coverRow(shape, row, options);
      if (Object.keys(next).length === 0) continue;
      await updateRow(db, workspace, shape, row, next);
      texts += Object.keys(next).length;
      if (typeof row.conversation_id === 'number') changed.add(row.conversation_id);
      else if (table === 'conversations' && typeof row.id === 'number') changed.add(row.id);
    }
    after = rows.at(-1) ?? null;
    if (after === null) break;
  }
  const conversations = ['messages', 'conversations'].includes(table) ? [...changed] : [];
  if (table === 'messages') await requote(db, workspace, conversations);
  if (conversations.length > 0) await readAnew(db, workspace, conversations);
  if (table === 'articles' && texts > 0) await wordAnew(db, workspace);
  if (table === 'coaching_sessions' && texts > 0) await signAnew(db, workspace);
  return { texts, conversations };
}

type Row = Record<string, unknown>;

interface Shape {
  table: string;
  /** Without the workspace. */
  key: string[];
  words: { column: string; type: string }[];
  names: string[];
  /** Told with each row where there is one. */
  beside: string[];
}

async function loadShape(db: Db, table: string): Promise<Shape> {
  const said = personalData[table] ?? { goes: 'stays' };
  const { rows: key } = await sql<{ column: string }>`
    SELECT a.attname AS "column" FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indrelid = ${table}::regclass AND i.indisprimary AND a.attname <> 'workspace_id'
    ORDER BY array_position(i.indkey::smallint[], a.attnum)`.execute(db);
  const { rows: types } = await sql<{ column: string; type: string }>`
    SELECT column_name AS "column", udt_name AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${table}`.execute(db);
  const keyed = key.map(({ column }) => column);
  return {
    table,
    key: keyed,
    words: types.filter(({ column }) => columnsIn(said.words).includes(column)),
    names: columnsIn(said.names),
    beside:
      types.some(({ column }) => column === 'conversation_id') && !keyed.includes('conversation_id')
        ? ['conversation_id']
        : [],
  };
}

async function loadPage(
  db: Db,
  workspace: number,
  { table, key, words, names, beside }: Shape,
  { near, after }: Pick<CoverOptions, 'near'> & { after: Row | null },
): Promise<Row[]> {
  const columns = [...key, ...beside, ...words.map(({ column }) => column), ...names].map((column) => sql.ref(column));
  const texts = [
    ...words.map(({ column, type }) =>
      type === '_text' ? sql`array_to_string(${sql.ref(column)}, ' ')` : sql`${sql.ref(column)}::text`,
    ),
    ...names.map((name) => sql`${sql.ref(name)}`),
  ];
  const isNear =
    near === null
      ? sql`true`
      : sql`lower(concat_ws(' ', ${sql.join(texts)})) LIKE ANY(${near.map((letters) => `%${letters}%`)}::text[])`;
  const keys = sql.join(key.map((column) => sql.ref(column)));
  const isAfter =
    after === null || key.length === 0
      ? sql`${after === null}`
      : sql`(${keys}) > (${sql.join(key.map((column) => sql`${after[column]}`))})`;
  const order = key.length === 0 ? sql`` : sql`ORDER BY ${keys}`;
  const { rows } = await sql<Row>`
    SELECT ${sql.join(columns)} FROM ${sql.table(table)}
    WHERE workspace_id = ${workspace} AND ${isAfter} AND ${isNear} ${order} LIMIT ${rowsAtOnce}`.execute(db);
  return rows;
}

function coverRow({ words, names }: Shape, row: Row, { erased, standIn }: CoverOptions): Row {
  const next: Row = {};
  for (const { column } of words) {
    const covered = coverErasedIn(row[column], erased);
    if (covered !== row[column]) next[column] = covered;
  }
  for (const column of names) {
    const value = row[column];
    if (typeof value !== 'string') continue;
    const spelt = splitWords(value).map(({ word }) => word);
    const isTheirs = erased.isName(spelt) || coverErased(value, erased) !== value;
    if (isTheirs) next[column] = standIn;
  }
  return next;
}

async function updateRow(db: Db, workspace: number, { table, key, words }: Shape, row: Row, next: Row): Promise<void> {
  const typeOf = new Map(words.map(({ column, type }) => [column, type]));
  const set = Object.entries(next).map(([column, value]) => {
    const given = typeOf.get(column) === 'jsonb' ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;
    return sql`${sql.ref(column)} = ${given}`;
  });
  const where = key.map((column) => sql`${sql.ref(column)} = ${row[column]}`);
  await sql`
    UPDATE ${sql.table(table)} SET ${sql.join(set)}
    WHERE ${sql.join([sql`workspace_id = ${workspace}`, ...where], sql` AND `)}`.execute(db);
}

/** Their words for the search field go at once; they are scored, and found by their words, again in a moment. */
async function readAnew(db: Db, workspace: number, conversations: readonly number[]): Promise<void> {
  await sql`
    DELETE FROM conversation_words WHERE workspace_id = ${workspace}
      AND conversation_id = ANY(${conversations}::bigint[])`.execute(db);
  await sql`
    UPDATE conversations SET needs_scoring = true WHERE workspace_id = ${workspace}
      AND id = ANY(${conversations}::bigint[])`.execute(db);
}

/** Articles are found by words that are kept beside them. */
async function wordAnew(db: Db, workspace: number): Promise<void> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'title', 'section', 'keywords', 'text', 'search_language as searchLanguage'])
    .where('workspace_id', '=', workspace)
    .where(sql<boolean>`position(${cover} IN concat(title, section, array_to_string(keywords, ''), text)) > 0`)
    .execute();
  for (const { id, ...article } of rows) {
    await db
      .updateTable('articles')
      .set({ words: wordsOf(article) })
      .where('workspace_id', '=', workspace)
      .where('id', '=', id)
      .execute();
  }
  await indexArticleWords(db, workspace);
}

/** Both sides acknowledged what they read; what they read has lost a name, and its digest follows. */
async function signAnew(db: Db, workspace: number): Promise<void> {
  const rows = await db
    .selectFrom('coaching_sessions')
    .select(['plan_id', 'author_id', 'number', 'held_at', 'minutes', 'goal', 'habit', 'notes', 'next_steps'])
    .where('workspace_id', '=', workspace)
    .where('digest', 'is not', null)
    .execute();
  for (const { plan_id, author_id, number, ...words } of rows) {
    await db
      .updateTable('coaching_sessions')
      .set({ digest: digestOfSession(words) })
      .where('workspace_id', '=', workspace)
      .where('plan_id', '=', plan_id)
      .where('author_id', '=', author_id)
      .where('number', '=', number)
      .execute();
  }
}

/** What the job engine keeps of work that failed holds the message of the failure. */
export async function coverJobs(db: Db, { near }: Pick<CoverOptions, 'near'>): Promise<number> {
  const { rows } = await sql<{ job: string | null }>`SELECT to_regclass('jobs.job')::text AS job`.execute(db);
  if (rows[0]?.job == null || near === null) return 0;
  const { numAffectedRows } = await sql`
    UPDATE jobs.job SET output = NULL
    WHERE lower(output::text) LIKE ANY(${near.map((letters) => `%${letters}%`)}::text[])`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Of each name the longest run of plain letters: in whatever spelling the name stands somewhere, that run is in it. */
export function lettersNear(words: readonly string[]): string[] | null {
  const near = words.map((one) => {
    const runs =
      one
        .normalize('NFKC')
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? [];
    return runs.sort((a, b) => b.length - a.length)[0] ?? '';
  });
  return near.some((letters) => letters.length < 2) ? null : near;
}
