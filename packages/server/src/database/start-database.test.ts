import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, makeDataFolder, removeDataFolder, silent } from './data-folder.fixture.ts';
import type { Database } from './database.ts';
import { startDatabase } from './start-database.ts';

describe('starting our own PostgreSQL', { timeout: 60_000 }, () => {
  let dataFolder = '';
  let database: Database;
  const connectionFile = () => join(dataFolder, 'pg18', 'connection.json');

  beforeAll(async () => {
    dataFolder = await makeDataFolder();
    database = await startDatabase({ dataFolder, durable: false, log: silent });
  }, 60_000);
  afterAll(() => removeDataFolder(dataFolder), 60_000);

  it('creates a cluster that both roles can use at once', async () => {
    expect(database).toMatchObject({ kind: 'own', attached: false, rowSecurity: true, serverVersion: '18.4' });
    expect(await ask(database.ownerUrl, 'SELECT current_user')).toBe('rapport_owner');
    expect(await ask(database.appUrl, 'SELECT current_user')).toBe('rapport_app');
    expect(await ask(database.appUrl, 'SELECT current_database()')).toBe('rapport');
  });

  it('gives the serving role no power and no property', async () => {
    const powers = `SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication FROM pg_roles`;
    expect(await ask(database.appUrl, `${powers} WHERE rolname = 'rapport_app'`)).toBe(false);
    expect(await ask(database.appUrl, `${powers} WHERE rolname = 'rapport_owner'`)).toBe(false);
    const owned = `SELECT count(*)::int FROM pg_shdepend WHERE deptype = 'o' AND refobjid = 'rapport_app'::regrole`;
    expect(await ask(database.ownerUrl, owned)).toBe(0);
    await expect(ask(database.appUrl, 'CREATE TABLE mine (a int)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(database.appUrl, 'CREATE TEMP TABLE mine (a int)')).rejects.toMatchObject({ code: '42501' });
  });

  it('opens a table to the serving role only by a grant, and row by row under row-level security', async () => {
    await ask(database.ownerUrl, 'CREATE TABLE closed AS SELECT 1 AS a');
    await expect(ask(database.appUrl, 'SELECT a FROM closed')).rejects.toMatchObject({ code: '42501' });
    const statements = [
      `CREATE TABLE kept (workspace text NOT NULL)`,
      `INSERT INTO kept VALUES ('a'), ('b')`,
      `ALTER TABLE kept ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE kept FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY own ON kept USING (workspace = current_setting('app.workspace', true))`,
      `GRANT SELECT ON kept TO rapport_app`,
    ];
    for (const statement of statements) await ask(database.ownerUrl, statement);
    expect(await ask(database.appUrl, 'SELECT count(*)::int FROM kept')).toBe(0);
    const inWorkspaceA = `${database.appUrl}?options=-c%20app.workspace%3Da`;
    expect(await ask(inWorkspaceA, 'SELECT count(*)::int FROM kept')).toBe(1);
  });

  it('lets nobody in without the right password, and listens on this machine only', async () => {
    const wrong = database.appUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(database.appUrl, 'SHOW listen_addresses')).toBe('127.0.0.1');
  });

  it('orders by code point and knows upper case beyond ASCII, whatever the locale of the machine', async () => {
    expect(await ask(database.appUrl, `SELECT string_agg(t, '' ORDER BY t) FROM unnest('{ä,b,B,a}'::text[]) t`)).toBe(
      'Babä',
    );
    expect(await ask(database.appUrl, `SELECT upper('fähre')`)).toBe('FÄHRE');
  });

  it('keeps the passwords readable for their owner alone, and customers’ words out of the server’s log', async () => {
    expect((await stat(connectionFile())).mode & 0o777).toBe(0o600);
    await expect(ask(database.appUrl, `SELECT 'words of a customer'::int`)).rejects.toMatchObject({ code: '22P02' });
    const log = await readFile(join(dataFolder, 'pg18', 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('words of a customer');
  });

  it('joins the running server on a second call, and does not stop it when done', async () => {
    const second = await startDatabase({ dataFolder, durable: false, log: silent });
    expect(second).toMatchObject({ attached: true, appUrl: database.appUrl, ownerUrl: database.ownerUrl });
    await second.stop();
    expect(await ask(database.appUrl, 'SELECT 1')).toBe(1);
  });

  it('refuses to join with another password than the one the data was made with', async () => {
    const right = await readFile(connectionFile(), 'utf8');
    await writeFile(connectionFile(), right.replace(/"admin": "[^"]+"/, '"admin": "another"'));
    const attempt = startDatabase({ dataFolder, durable: false, log: silent });
    await expect(attempt).rejects.toMatchObject({ code: 'database-unusable', reason: 'password_refused' });
    await writeFile(connectionFile(), 'not json');
    const next = startDatabase({ dataFolder, durable: false, log: silent });
    await expect(next).rejects.toMatchObject({ reason: 'connection_file_damaged' });
    await writeFile(connectionFile(), right);
  });

  it('stops in good order, twice without harm, and starts again on the same port with its data', async () => {
    await ask(database.ownerUrl, `CREATE TABLE stays AS SELECT 42 AS a`);
    await database.stop();
    await database.stop();
    await expect(ask(database.appUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(existsSync(join(dataFolder, 'pg18', 'data', 'postmaster.pid'))).toBe(false);
    const before = database.ownerUrl;
    database = await startDatabase({ dataFolder, durable: false, log: silent });
    expect(database).toMatchObject({ attached: false, ownerUrl: before });
    expect(await ask(database.ownerUrl, 'SELECT a FROM stays')).toBe(42);
  });

  it('does not believe a left-over postmaster.pid that names a living process of somebody else', async () => {
    await database.stop();
    const file = join(dataFolder, 'pg18', 'data', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${join(dataFolder, 'pg18', 'data')}\n0\n1\n\n127.0.0.1\n0 0\nready   \n`);
    database = await startDatabase({ dataFolder, durable: false, log: silent });
    expect(database.attached).toBe(false);
    expect(await ask(database.ownerUrl, 'SELECT a FROM stays')).toBe(42);
  });
});
