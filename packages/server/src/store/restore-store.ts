import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { RapportError } from '@rapport/contract';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  type BackupManifest,
  type BackupPart,
  backupEnd,
  backupManifest,
  backupTable,
  cutShort,
  noBackup,
  readParts,
} from './backup-format.ts';
import { listBackupTables } from './list-backup-tables.ts';
import { type MigrateOptions, migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';

/**
 * Fills an empty database from a backup, in one transaction: either all of it is there afterwards or nothing is. A
 * backup of an older version is brought up to date after it was read.
 *
 * @returns rows restored
 * @throws RapportError `unreadable-file` when the file is no whole backup, `database-newer` when a newer Rapport wrote
 *   it, `conflict` when the database is not empty
 */
export async function restoreStore(options: MigrateOptions, source: AsyncIterable<Uint8Array>): Promise<number> {
  const gunzip = createGunzip();
  const unpacked = new Promise<never>((_, reject) => {
    pipeline(Readable.from(source), gunzip, (error) => {
      if (error) reject(error.code === 'Z_BUF_ERROR' ? cutShort() : noBackup());
    });
  });
  // Whoever waits for a part hears of it; a failure between two waits must not count as unheard.
  unpacked.catch(() => {});
  const parts = readParts(gunzip as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const next = async (): Promise<BackupPart | null> => {
    const part = await parts.next().catch((error: unknown) => {
      throw error instanceof RapportError ? error : cutShort();
    });
    return part.done === true ? null : part.value;
  };
  const manifest = parseManifest(await Promise.race([next(), unpacked]));
  await migrate(options, await migrationsOf(manifest));
  const rows = await load(options.ownerUrl, next);
  await migrate(options);
  return rows;
}

function parseManifest(part: BackupPart | null): BackupManifest {
  const parsed = backupManifest.safeParse(part?.kind === 'line' ? part.value : null);
  if (!parsed.success) throw noBackup();
  return parsed.data;
}

/** The schema the backup was written from: its rows fit into that one and are brought on from there. */
async function migrationsOf({ migrations }: BackupManifest): Promise<typeof allMigrations> {
  const known = allMigrations.slice(0, migrations.length).map(({ name }) => name);
  if (JSON.stringify(known) === JSON.stringify(migrations)) return allMigrations.slice(0, migrations.length);
  throw new RapportError('database-newer', {
    what: 'This backup was written by a newer version of Rapport.',
    why: 'This version does not know all of what is in it, so nothing was restored.',
    wayOut: 'Install the version that wrote it, or a later one, and restore there.',
  });
}

async function load(ownerUrl: string, next: () => Promise<BackupPart | null>): Promise<number> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'rapport restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL enable_seqscan = off');
    const tables = await listBackupTables(client);
    // COPY does not go into a table with row-level security; for the owner it is lifted inside this transaction.
    const secured = tables.filter(({ hasWorkspace }) => hasWorkspace);
    for (const { table } of secured) await client.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
    await refuseFilled(client);
    await client.query('DELETE FROM workspaces');
    const rows = await loadTables(client, new Map(tables.map(({ table, columns }) => [table, columns])), next);
    await settleImports(client);
    await setCounters(client);
    for (const { table } of secured) await client.query(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`);
    await client.query('COMMIT');
    return rows;
  } finally {
    await client.end();
  }
}

async function refuseFilled(client: Client): Promise<void> {
  const { rows } = await client.query('SELECT 1 FROM conversations UNION ALL SELECT 1 FROM imports LIMIT 1');
  if (rows.length === 0) return;
  throw new RapportError('conflict', {
    what: 'This database already holds conversations or imports.',
    why: 'A backup is restored whole; mixed with other data it could not be told apart any more.',
    wayOut: 'Restore into an empty database, for example with a new folder in RAPPORT_DATA.',
  });
}

async function loadTables(
  client: Client,
  known: ReadonlyMap<string, readonly string[]>,
  next: () => Promise<BackupPart | null>,
): Promise<number> {
  let part = await next();
  let rows = 0;
  while (part !== null) {
    if (part.kind === 'data') throw noBackup();
    const end = backupEnd.safeParse(part.value);
    if (end.success) {
      if (end.data.rows !== rows) throw cutShort();
      return rows;
    }
    const head = backupTable.safeParse(part.value);
    const columns = head.success ? known.get(head.data.table) : undefined;
    if (!head.success || columns === undefined || head.data.columns.some((column) => !columns.includes(column))) {
      throw noBackup();
    }
    const names = head.data.columns.map((column) => `"${column}"`).join(', ');
    const stream = client.query(copyFrom(`COPY "${head.data.table}" (${names}) FROM STDIN`));
    const done = finished(stream);
    done.catch(() => {});
    for (part = await next(); part?.kind === 'data'; part = await next()) {
      if (!stream.write(part.bytes)) await Promise.race([once(stream, 'drain'), done]);
    }
    stream.end();
    await done;
    rows += stream.rowCount;
    // The tables to come look into this one for every row: by its index, once the planner knows that it is filled.
    await client.query(`ANALYZE "${head.data.table}"`);
  }
  throw cutShort();
}

/** Files under way were on the disk of the old place: those imports cannot go on; scoring can be asked for again. */
async function settleImports(client: Client): Promise<void> {
  await client.query(
    `UPDATE imports SET state = 'failed', finished_at = now(), failure = $1
     WHERE state IN ('receiving', 'looking', 'needs-mapping', 'reading', 'paused')`,
    ['This import was under way when the backup was made. What was read is here. Send the file again to go on.'],
  );
  await client.query("UPDATE imports SET state = 'who-is-who' WHERE state IN ('scoring', 'finding')");
  const { rows } = await client.query<{ found: string | null }>("SELECT to_regclass('rescores') AS found");
  // A backup of an older version has no rescores; the table comes when it has been read.
  if (rows[0]?.found == null) return;
  await client.query("UPDATE rescores SET state = 'paused', note = $1 WHERE state IN ('running', 'finding')", [
    'This was under way when the backup was made. It goes on when you say so.',
  ]);
}

/** New rows get numbers after those that came. */
async function setCounters(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND is_identity = 'YES'`,
  );
  for (const { table, column } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence('"${table}"', '${column}'), coalesce(max("${column}"), 0) + 1, false) FROM "${table}"`,
    );
  }
}
