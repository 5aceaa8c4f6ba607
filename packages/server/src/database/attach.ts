import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { ClusterPlaces } from './cluster.ts';
import { type Connection, readConnection } from './connection-file.ts';
import { codeOf, DatabaseError } from './database-error.ts';
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts';
import { adminRole } from './roles.ts';

/** A running server that has proven to be ours: it knew the password and named our data directory. */
export type Attachment = { connection: Connection; serverVersion: string };

const waitMilliseconds = 300_000;
/** How long a server may be silent on its port before we call the file beside it a left-over (where nobody can tell). */
const silenceMilliseconds = 3_000;

/**
 * Joins the server that runs on this cluster, or answers `null` when none runs. Waits while it starts, recovers or
 * stops. The number in `postmaster.pid` is only looked at, never signalled.
 *
 * @throws DatabaseError `password_refused`, `other_owner`, `connection_file_damaged`, `start_timeout`
 */
export async function attach(places: ClusterPlaces): Promise<Attachment | null> {
  const began = Date.now();
  while (Date.now() - began < waitMilliseconds) {
    const stored = await readConnection(places.connectionFile);
    if (stored === null) return null;
    const file = await readPostmasterFile(places.dataDirectory);
    if (file === null) return null;
    const found: Found =
      file.port === null ? 'silent' : await askServer({ ...stored, port: file.port }, places.dataDirectory);
    if (typeof found === 'object') return found;
    const alive = await isPostmasterOf(file.pid, places.dataDirectory);
    if (found === 'refused' && alive === true && file.status === 'ready') throw passwordRefused(places.connectionFile);
    if (found !== 'busy' && alive === false) return null;
    if (found !== 'busy' && alive === 'unknown' && Date.now() - began > silenceMilliseconds) return null;
    await sleep(20);
  }
  throw new DatabaseError('start_timeout', {
    what: `The PostgreSQL of ${places.folder} has been starting or stopping for ${waitMilliseconds / 1000} s.`,
    why: 'Until it is done nobody can use it, and a second one on the same data would destroy them.',
    wayOut: `Read ${places.logFile} and start again when it is done.`,
  });
}

/** `busy`: starting or stopping. `refused`: knows not our password. `stranger`: other data. `silent`: no answer. */
type Found = Attachment | 'busy' | 'refused' | 'stranger' | 'silent';

async function askServer(connection: Connection, dataDirectory: string): Promise<Found> {
  const client = new Client({
    host: '127.0.0.1',
    port: connection.port,
    user: adminRole,
    password: connection.passwords.admin,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    ssl: false,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string; server_version: string }>(
      `SELECT current_setting('data_directory') AS data_directory, current_setting('server_version') AS server_version`,
    );
    const [row] = rows;
    if (row === undefined) return 'stranger';
    if (!(await isSameFolder(row.data_directory, dataDirectory))) return 'stranger';
    return { connection, serverVersion: readVersion(row.server_version) };
  } catch (error) {
    const code = codeOf(error);
    if (code === '57P03') return 'busy';
    if (code.startsWith('28')) return 'refused';
    if (code === '53300') throw error;
    return 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}

/** `18.4 (Debian …)` becomes `18.4`. */
export function readVersion(text: string): string {
  return text.split(' ')[0] ?? text;
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  return first?.dev === second?.dev && first?.ino === second?.ino && first?.ino !== undefined;
}

/** Also thrown by whoever has just started the server and finds that it knows other passwords. */
export function passwordRefused(file: string): DatabaseError {
  return new DatabaseError('password_refused', {
    what: `The running PostgreSQL does not accept the password in ${file}.`,
    why: 'The file and the data belong together; one of them was changed or comes from another installation.',
    wayOut: 'Put the file back that was made with this data, or name another data folder in RAPPORT_DATA.',
  });
}
