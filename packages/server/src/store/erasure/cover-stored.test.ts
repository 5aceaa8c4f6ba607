/**
 * A row is made up in every table there is, with the name of one person in every column that people write: whatever table
 * comes later is tested here the moment it exists.
 */
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.fixture.ts';
import { firstWorkspace, inWorkspace } from '../in-workspace.ts';
import { openStore, type Store } from '../open-store.ts';
import { type CoverOptions, coveredTables, coverTable, lettersNear, liftForErasing } from './cover-stored.ts';
import { createMarkMaker, loadErasedWords, markWords, plainMark, saveMarks } from './erased-marks.ts';
import { findTraces } from './find-traces.fixture.ts';
import { columnsIn, personalData } from './personal-data.ts';

const name = 'Quillon Vanterpool';
let database: OpenTestDatabase;
let store: Store;
let admin: Client;

beforeAll(async () => {
  database = await openTestDatabase('cover-stored');
  admin = new Client(database.adminUrl);
  await admin.connect();
  await plantEverywhere();
  store = openStore({ appUrl: database.appUrl });
  await inWorkspace(store, firstWorkspace, async (db) => {
    const { pseudonym_key: key } = await db.selectFrom('workspaces').select('pseudonym_key').executeTakeFirstOrThrow();
    const make = createMarkMaker(key);
    const { id } = await db.selectFrom('erasures').select('id').executeTakeFirstOrThrow();
    await saveMarks(db, firstWorkspace, id, [
      ...markWords(make, [name]),
      plainMark('name', make.name(['quillon', 'vanterpool'])),
    ]);
  });
});
afterAll(async () => {
  await admin?.end();
  await store?.close();
  await database?.drop();
});

interface Column {
  table: string;
  column: string;
  type: string;
  isMade: boolean;
}

/** One row in every table, whatever its rules: this is about columns, not about what they mean. */
async function plantEverywhere(): Promise<void> {
  await admin.query('SET session_replication_role = replica');
  const { rows: rules } = await admin.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  for (const rule of rules) await admin.query(`ALTER TABLE ${rule.table} DROP CONSTRAINT ${rule.name}`);
  const { rows: columns } = await admin.query<Column>(
    `SELECT table_name AS "table", column_name AS "column", udt_name AS type, is_identity = 'YES' AS "isMade"
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> ALL('{schema_migrations,schema_migrations_lock,workspaces}')
       AND is_generated = 'NEVER'`,
  );
  for (const table of new Set(columns.map((one) => one.table))) {
    const its = columns.filter((one) => one.table === table && !one.isMade);
    const names = its.map(({ column }) => `"${column}"`);
    const values = its.map((one) => plantIn(one));
    await admin.query(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${values.join(', ')})`);
  }
}

function plantIn({ table, column, type }: Column): string {
  const { words, names } = personalData[table] ?? {};
  const text = columnsIn(words).includes(column)
    ? `Ask ${name} about it.`
    : columnsIn(names).includes(column)
      ? name
      : 'plain';
  const inside = JSON.stringify({ deep: [{ note: text }], verdict: 'met', messageId: 'quillon-vanterpool-1' });
  if (column === 'search_language') return "'simple'";
  const made: Record<string, string> = {
    text: `'${text}'`,
    _text: `ARRAY['${text}', 'other']`,
    jsonb: columnsIn(words).includes(column) ? `'${inside}'` : `'{}'`,
    bytea: String.raw`'\x00'`,
    tsvector: `to_tsvector('simple', 'plain')`,
    timestamptz: 'now()',
    bool: 'true',
    _int8: `'{1}'`,
    _int2: `'{1}'`,
  };
  return made[type] ?? '1';
}

const coverAll = async (near: CoverOptions['near']): Promise<number> => {
  let texts = 0;
  for (const table of coveredTables) {
    texts += await inWorkspace(store, firstWorkspace, async (db) => {
      const erased = await loadErasedWords(db, firstWorkspace);
      if (erased === null) throw new Error('the marks are there');
      await liftForErasing(db);
      return (await coverTable(db, firstWorkspace, table, { erased, near, standIn: 'Former member' })).texts;
    });
  }
  return texts;
};

describe('covering a name', () => {
  const columns = coveredTables.flatMap((table) =>
    [personalData[table]?.words, personalData[table]?.names].flatMap(columnsIn).map((column) => `${table}.${column}`),
  );

  it('has it in every column of words at first, and in no other', async () => {
    expect((await findTraces(admin, ['Vanterpool'])).sort()).toEqual(columns.sort());
  });

  it('leaves it in no column of any table, and as many characters as before', async () => {
    // A quote under a suggestion goes when the message it quotes changes.
    expect(await coverAll(lettersNear([name]))).toBe(columns.length - 1);
    expect(await findTraces(admin, ['Vanterpool', 'Quillon'])).toEqual([]);
    const { rows } = await admin.query('SELECT text FROM messages');
    expect(rows).toEqual([{ text: `Ask ${'█'.repeat(name.length)} about it.` }]);
    const { rows: moments } = await admin.query(
      "SELECT moment->>'messageId' AS id, moment->>'verdict' AS v FROM check_cards",
    );
    expect(moments).toEqual([{ id: 'quillon-vanterpool-1', v: 'met' }]);
  });

  it('finds nothing a second time, also when nobody knows the name any more', async () => {
    expect(await coverAll(null)).toBe(0);
  });
});
