/** The yardstick of an import: the very rows it stored, copied bare into the same tables of a second database. */
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { clusterPlaces } from '@rapport/server/database/cluster';
import { readConnection } from '@rapport/server/database/connection-file';
import { adminRole, appRole, databaseGrants, databaseName, localUrl, ownerRole } from '@rapport/server/database/roles';
import { migrate } from '@rapport/server/store/migrate';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Those an import fills, referenced ones first. */
const tables = ['imports', 'authors', 'conversations', 'import_conversations', 'messages'];

export interface CopiedTable {
  table: string;
  rows: number;
  seconds: number;
}

/** Keys, indexes, foreign keys and checks are those of the product; only what reads and understands is missing. */
export async function copyBare(dataFolder: string, scratchFolder: string): Promise<CopiedTable[]> {
  const connection = await readConnection(clusterPlaces(dataFolder, 18).connectionFile);
  if (connection === null) throw new Error(`there is no database in ${dataFolder}`);
  const { port, passwords } = connection;
  const url = (role: string, password: string, database: string) => localUrl({ role, password, port, database });
  const copied = 'bare_copy';
  const source = await connect(url(adminRole, passwords.admin, databaseName));
  await source.query(`CREATE DATABASE ${copied} OWNER ${ownerRole}`);
  for (const grant of databaseGrants(copied)) await source.query(grant);
  await migrate({ ownerUrl: url(ownerRole, passwords.owner, copied), ownerRole, appRole });
  const target = await connect(url(adminRole, passwords.admin, copied));
  // As in an import: a plan made for empty tables would walk through all of them for every foreign key.
  await target.query('SET enable_seqscan = off');
  const results: CopiedTable[] = [];
  for (const table of tables) {
    const file = join(scratchFolder, `${table}.copy`);
    await pipeline(source.query(copyTo(`COPY ${table} TO STDOUT`)), createWriteStream(file));
    await target.query('CHECKPOINT');
    const into = target.query(copyFrom(`COPY ${table} FROM STDIN`));
    const began = performance.now();
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), into);
    results.push({ table, rows: into.rowCount, seconds: (performance.now() - began) / 1000 });
    rmSync(file);
    await target.query(`ANALYZE ${table}`);
  }
  await target.end();
  await source.query(`DROP DATABASE ${copied}`);
  await source.end();
  return results;
}

async function connect(url: string): Promise<Client> {
  const client = new Client(url);
  await client.connect();
  return client;
}
