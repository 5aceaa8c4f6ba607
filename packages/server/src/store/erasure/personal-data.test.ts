import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.fixture.ts';
import { keptAnswers } from '../forget-answers.ts';
import { columnsIn, personalData } from './personal-data.ts';

let database: OpenTestDatabase;
let client: Client;
beforeAll(async () => {
  database = await openTestDatabase('personal-data');
  client = new Client(database.adminUrl);
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const declared = Object.entries(personalData);
const migrations = new Set(['schema_migrations', 'schema_migrations_lock']);

describe('the list of personal data', () => {
  it('says of every column of text how an erased person leaves it', async () => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND udt_name IN ('text', '_text', 'jsonb', 'json', 'bytea', 'tsvector', 'varchar')`,
    );
    const stored = rows.filter(({ table }) => !migrations.has(table)).map(({ table, column }) => `${table}.${column}`);
    const said = declared.flatMap(([table, { words, names, plain }]) =>
      [words, names, plain].flatMap(columnsIn).map((column) => `${table}.${column}`),
    );
    expect(
      said.filter((one, at) => said.indexOf(one) !== at),
      'said twice',
    ).toEqual([]);
    expect(
      stored.filter((one) => !said.includes(one)),
      'new columns: say in erasure/personal-data.ts whether they hold words, a name, or neither',
    ).toEqual([]);
    expect(
      said.filter((one) => !stored.includes(one)),
      'columns that are gone',
    ).toEqual([]);
  });

  it('names every table, and keeps its word where rows are to go with a conversation', async () => {
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    const names = tables.map(({ name }) => name).filter((name) => !migrations.has(name));
    expect(names.sort()).toEqual(declared.map(([table]) => table).sort());
    const { rows } = await client.query<{ from: string; to: string }>(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint
       WHERE contype = 'f' AND confdeltype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    const goesWith = (table: string, seen: readonly string[] = []): boolean =>
      table === 'conversations' ||
      rows.some(({ from, to }) => from === table && !seen.includes(to) && goesWith(to, [...seen, table]));
    const broken = declared.filter(([table, { goes }]) => goes === 'conversation' && !goesWith(table));
    expect(
      broken.map(([table]) => table),
      'no foreign key takes them along',
    ).toEqual([]);
  });

  it('lets every table that hangs on a conversation be deleted with it', async () => {
    const { rows } = await client.query<{ table: string }>(
      `SELECT DISTINCT conrelid::regclass::text AS "table" FROM pg_constraint
       WHERE contype = 'f' AND confrelid IN ('conversations'::regclass, 'messages'::regclass) AND confdeltype NOT IN ('c', 'n')`,
    );
    expect(rows, 'their foreign key would stop retention and erasure').toEqual([]);
  });

  it('finds every kept answer anew', () => {
    const answers = declared.filter(([, { goes }]) => goes === 'answer').map(([table]) => table);
    expect(answers.sort()).toEqual([...keptAnswers].sort());
  });
});
