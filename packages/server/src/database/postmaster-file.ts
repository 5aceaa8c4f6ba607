import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './database-error.ts';

/** What a running server writes into `postmaster.pid`; `status` is `starting`, `stopping`, `ready` or empty. */
export type PostmasterFile = { pid: number; port: number | null; status: string };

/** Reads `postmaster.pid`, or `null` when there is none or it holds no process yet. */
export async function readPostmasterFile(dataDirectory: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  return parsePostmasterFile(text);
}

/** Lines: pid, data directory, start time, port, socket folder, listen address, shared memory key, status. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null, status: lines[7] ?? '' };
}

/**
 * Does this process run PostgreSQL on this data directory? A number in a file proves nothing: after a restart of the
 * machine or the container it may be anybody's. The wrong "no" would let a second server loose on the same data, so
 * "no" needs proof (no such process, no PostgreSQL, or one at work in another folder); everything else is `unknown`.
 */
export async function isPostmasterOf(pid: number, dataDirectory: string): Promise<boolean | 'unknown'> {
  const command = await readCommandLine(pid);
  if (command === 'unknown') return 'unknown';
  if (!command.includes('postgres')) return false;
  // The server works inside its data directory; comparing the folders themselves sees through links and mounts.
  const [theirs, ours] = await Promise.all(
    [stat(`/proc/${pid}/cwd`), stat(dataDirectory)].map((found) => found.catch(() => null)),
  );
  if (theirs && ours) return theirs.dev === ours.dev && theirs.ino === ours.ino;
  return command.includes(dataDirectory) ? true : 'unknown';
}

async function readCommandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    // A process that is gone, or dead and not yet collected by its parent, has no command line.
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  }
  if (process.platform === 'win32') return 'unknown';
  return new Promise((resolve) => {
    execFile('ps', ['-ww', '-o', 'args=', '-p', String(pid)], (_error, stdout) => resolve(stdout));
  });
}
