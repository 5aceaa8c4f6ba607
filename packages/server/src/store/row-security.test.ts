import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.fixture.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { createImport, lockImport } from './imports.ts';
import { firstWorkspace, inWorkspace } from './in-workspace.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { openStore, type Store } from './open-store.ts';
import { tablesWithoutWorkspace } from './tables-without-workspace.ts';

let database: OpenTestDatabase;
let store: Store;
const second = 2;
const given = {
  fileName: 'x.csv',
  source: 'csv',
  spoolId: 's',
  spoolKey: Buffer.alloc(32),
  autoConfirm: false,
  isSample: false,
};

beforeAll(async () => {
  database = await openTestDatabase('row-security');
  const admin = new Client(database.adminUrl);
  await admin.connect();
  await admin.query("INSERT INTO workspaces (id, name) VALUES (2, 'Second')");
  await admin.end();
  store = openStore({ appUrl: database.appUrl });
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const countIn = async (workspace: number): Promise<number> => {
  const { rows } = await inWorkspace(store, workspace, (db) =>
    sql<{ n: number }>`SELECT count(*) AS n FROM imports`.execute(db),
  );
  return rows[0]?.n ?? -1;
};

describe('row-level security', () => {
  it('shows a workspace its own rows and no others, whatever the question', async () => {
    const id = await inWorkspace(store, firstWorkspace, (db) => createImport(db, firstWorkspace, given));
    expect(await countIn(firstWorkspace)).toBe(1);
    expect(await countIn(second)).toBe(0);
    expect(await inWorkspace(store, second, (db) => lockImport(db, firstWorkspace, id))).toBeNull();
  });

  it('shows nothing without a workspace, also on a connection that had one before', async () => {
    await countIn(firstWorkspace);
    for (let i = 0; i < 20; i++) {
      const { rows } = await store.pool.query('SELECT 1 FROM imports');
      expect(rows).toEqual([]);
    }
  });

  it('lets nobody write into another workspace', async () => {
    await expect(inWorkspace(store, second, (db) => createImport(db, firstWorkspace, given))).rejects.toMatchObject({
      code: '42501',
    });
    const moved = inWorkspace(store, firstWorkspace, (db) => sql`UPDATE imports SET workspace_id = 2`.execute(db));
    await expect(moved).rejects.toMatchObject({ code: '42501' });
  });

  it('binds the owner of the tables too', async () => {
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    expect((await owner.query('SELECT 1 FROM imports')).rows).toEqual([]);
    await owner.end();
  });

  it('gives the serving role no right to change tables, workspaces or migrations', async () => {
    for (const statement of [
      'CREATE TABLE mine (id integer)',
      'DROP TABLE imports',
      'ALTER TABLE imports DISABLE ROW LEVEL SECURITY',
      'TRUNCATE imports',
      "INSERT INTO workspaces (name) VALUES ('third')",
      'DELETE FROM schema_migrations',
    ]) {
      await expect(store.pool.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('covers every table that is not on the one list of exceptions', async () => {
    const { rows } = await store.pool.query<{ name: string; on: boolean }>(
      `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS on FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
    );
    const open = rows.filter(({ on }) => !on).map(({ name }) => name);
    expect(open.sort()).toEqual(Object.keys(tablesWithoutWorkspace).sort());
  });
});

describe('migrate', () => {
  const options = () => ({ ownerUrl: database.ownerUrl, ownerRole, appRole });

  it('does nothing a second time, and two at once do it once', async () => {
    expect(await migrate(options())).toEqual([]);
    const later = [...allMigrations, { name: '0999-later', sql: 'CREATE TABLE later (id integer)' }];
    const ran = await Promise.all([migrate(options(), later), migrate(options(), later)]);
    expect(ran.flat()).toEqual(['0999-later']);
  });

  it('refuses a database that a newer version has changed', async () => {
    await expect(migrate(options())).rejects.toMatchObject({ code: 'database-newer' });
    const { rows } = await store.pool.query('SELECT name FROM schema_migrations');
    expect(rows).toContainEqual({ name: '0999-later' });
  });

  it('leaves nothing half done when a step fails', async () => {
    const broken = [
      ...allMigrations,
      { name: '0999-later', sql: '' },
      { name: '1000-broken', sql: 'CREATE TABLE half (id integer); SELECT 1/0;' },
    ];
    await expect(migrate(options(), broken)).rejects.toMatchObject({ code: 'database-unusable' });
    const { rows } = await store.pool.query("SELECT to_regclass('half') AS half");
    expect(rows).toEqual([{ half: null }]);
  });
});
