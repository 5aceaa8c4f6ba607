import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, DatabaseError } from './database-error.ts';
import type { Passwords } from './roles.ts';

/**
 * What a second process needs to join the cluster. `port` is the last one used: the next start asks for it again, so
 * that the pools of processes which lived through a restart find the server where they left it.
 */
export type Connection = { port: number; passwords: Passwords };

/** New secrets for a new cluster. */
export function createPasswords(): Passwords {
  const secret = () => randomBytes(24).toString('base64url');
  return { admin: secret(), owner: secret(), app: secret() };
}

/**
 * Reads the connection file, or `null` when there is none.
 *
 * @throws DatabaseError `other_owner` when it belongs to another user, `connection_file_damaged`
 */
export async function readConnection(file: string): Promise<Connection | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    if (codeOf(cause) !== 'EACCES') throw cause;
    throw new DatabaseError('other_owner', {
      what: `The file ${file} belongs to another user.`,
      why: 'It holds the passwords of the database, so only the user who started Rapport there can join it.',
      wayOut: 'Run this command as that user, or name another data folder in RAPPORT_DATA.',
      cause,
    });
  }
  const connection = parseConnection(text);
  if (connection !== null) return connection;
  throw connectionFileDamaged(file);
}

export function connectionFileDamaged(file: string): DatabaseError {
  return new DatabaseError('connection_file_damaged', {
    what: `The file ${file} is missing or cannot be read as a connection.`,
    why: 'It holds the only copy of the passwords of the database beside it; without them nobody gets in.',
    wayOut:
      'Put the file back from a backup, or move the data folder away and restore a Rapport backup into a new one.',
  });
}

/** Writes the file so that a reader, or a power cut, meets either the old one or the new one; mode 0600 from birth. */
export async function writeConnection(file: string, connection: Connection): Promise<void> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await giveToFolderOwner(handle, file);
    await handle.writeFile(`${JSON.stringify(connection, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** Root may start what a plain user made; that user must still be able to read and write the files afterwards. */
export async function giveToFolderOwner(handle: FileHandle, file: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dirname(file));
  await handle.chown(uid, gid);
}

function parseConnection(text: string): Connection | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || !isRecord(value.passwords)) return null;
  const { admin, owner, app } = value.passwords;
  if (typeof admin !== 'string' || typeof owner !== 'string' || typeof app !== 'string') return null;
  if (typeof value.port !== 'number' || !Number.isInteger(value.port)) return null;
  return { port: value.port, passwords: { admin, owner, app } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
