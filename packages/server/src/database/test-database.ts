import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterPlaces } from './cluster.ts';
import { readConnection } from './connection-file.ts';
import { codeOf, DatabaseError } from './database-error.ts';
import type { Passwords } from './roles.ts';
import { adminRole, appRole, databaseGrants, databaseName, localUrl, ownerRole, quoteName } from './roles.ts';
import { startDatabase } from './start-database.ts';

/** What a test file needs to make a database of its own; plain data, so that vitest can `provide` it to every worker. */
export type TestTemplate = { port: number; passwords: Passwords; database: string };

export type TestCluster = { template: TestTemplate; dataFolder: string; stop(): Promise<void> };

/** A database of its own for one test file, with the product's two roles, and the superuser for the test's own looks. */
export type TestDatabase = { name: string; ownerUrl: string; appUrl: string; adminUrl: string };

type Wishes = {
  /** Brings the template to the newest schema; run once. */
  migrate(ownerUrl: string): Promise<void>;
  /** Another PostgreSQL than the one npm brings, for example `/usr/lib/postgresql/15/bin`. */
  binFolder?: string | undefined;
};

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/**
 * One cluster for a whole test run, in a temporary folder, without any forcing to disk, its database migrated once as
 * the template of all others. For vitest's globalSetup:
 *
 * @example
 * export default async function setup(project: TestProject) {
 *   const cluster = await startTestCluster({ migrate });
 *   project.provide('testTemplate', cluster.template);
 *   return () => cluster.stop();
 * }
 */
export async function startTestCluster({ migrate, binFolder }: Wishes): Promise<TestCluster> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'rapport-test-'));
  // As root the server runs under another user, who has to get in.
  await chmod(dataFolder, 0o711);
  const remove = () => rm(dataFolder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const database = await startDatabase({ dataFolder, binFolder, durable: false, log: silent });
    const stop = async () => {
      await database.stop();
      await remove();
    };
    try {
      await migrate(database.ownerUrl);
      const major = Number.parseInt(database.serverVersion, 10);
      const connection = await readConnection(clusterPlaces(database.dataFolder, major).connectionFile);
      if (connection === null) throw new Error(`no connection file below ${dataFolder}`);
      return { template: { ...connection, database: databaseName }, dataFolder, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A fresh copy of the migrated template. It is not dropped: it goes with the cluster, and a failed test can be read. */
export async function cloneTestDatabase(template: TestTemplate, label = 'test'): Promise<TestDatabase> {
  const name = `${label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 40)}_${randomBytes(6).toString('hex')}`;
  const { port, passwords } = template;
  const url = (role: string, password: string, database: string) => localUrl({ role, password, port, database });
  const client = new Client({ connectionString: url(adminRole, passwords.admin, 'postgres') });
  client.on('error', () => {});
  await client.connect();
  try {
    await copyWhenFree(
      client,
      `CREATE DATABASE ${quoteName(name)} TEMPLATE ${quoteName(template.database)} OWNER ${ownerRole}`,
    );
    for (const grant of databaseGrants(name)) await client.query(grant);
  } finally {
    await client.end();
  }
  return {
    name,
    ownerUrl: url(ownerRole, passwords.owner, name),
    appUrl: url(appRole, passwords.app, name),
    adminUrl: url(adminRole, passwords.admin, name),
  };
}

/** A connection to the template that its user has just closed lives on in the server for a moment. */
async function copyWhenFree(client: Client, statement: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (codeOf(error) !== '55006') throw error;
      if (attempt === 40) {
        throw new DatabaseError('start_failed', {
          what: 'The template of the test databases stays in use.',
          why: 'PostgreSQL copies only a database that nobody is connected to.',
          wayOut: 'Let "migrate" end every client and pool it opens, and let tests connect to their clones alone.',
          cause: error,
        });
      }
      await sleep(50);
    }
  }
}
