import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupTable, writeData, writeLine } from './backup-format.ts';
import { listBackupTables, type TableShape } from './list-backup-tables.ts';

export interface BackupOptions {
  appUrl: string;
  now: () => Date;
  /** Told after each table, for a line of progress. */
  onTable?: (done: { table: string; rows: number }) => void;
}

/**
 * Writes everything stored, of all workspaces, as one file: one snapshot, so that a backup made while people work is a
 * state that once was. Received files that are still being read are not in it; their imports say so after a restore.
 *
 * @returns rows written
 */
export async function backUpStore({ appUrl, now, onTable }: BackupOptions, target: Writable): Promise<number> {
  const client = new Client({ connectionString: appUrl, application_name: 'rapport backup' });
  client.on('error', () => {});
  await client.connect();
  // Fast packing: a nightly backup should not keep a core busy for minutes to save a few megabytes.
  const gzip = createGzip({ level: 3 });
  const written = finished(gzip.pipe(target));
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written]);
  };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: migrations } = await client.query<{ name: string }>(
      'SELECT name FROM schema_migrations ORDER BY name COLLATE "C"',
    );
    const { rows: workspaces } = await client.query<{ id: number }>('SELECT id FROM workspaces ORDER BY id');
    await write(
      writeLine({
        format: 'rapport-backup',
        version: 1,
        migrations: migrations.map(({ name }) => name),
        createdAt: now().toISOString(),
      }),
    );
    let rows = 0;
    for (const shape of await listBackupTables(client)) {
      let ofTable = 0;
      for (const workspace of shape.hasWorkspace ? workspaces.map(({ id }) => id) : [null]) {
        ofTable += await writeTable(client, shape, workspace, write);
      }
      onTable?.({ table: shape.table, rows: ofTable });
      rows += ofTable;
    }
    await write(writeLine({ end: true, rows }));
    await client.query('COMMIT');
    gzip.end();
    await written;
    return rows;
  } finally {
    await client.end();
  }
}

async function writeTable(
  client: Client,
  { table, columns }: TableShape,
  workspace: number | null,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  if (workspace !== null) await client.query("SELECT set_config('app.workspace', $1, true)", [String(workspace)]);
  const head: BackupTable = { table, workspace, columns };
  await write(writeLine(head));
  // The key of a file that is not in the backup opens nothing there.
  const selected = columns.map((column) => (column === 'spool_key' ? 'NULL::bytea' : `"${column}"`));
  const stream = client.query(copyTo(`COPY (SELECT ${selected.join(', ')} FROM "${table}") TO STDOUT`));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    for (const part of writeData(chunk)) await write(part);
  }
  return stream.rowCount;
}
