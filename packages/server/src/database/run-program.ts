import { spawn } from 'node:child_process';
import type { SystemUser } from './find-system-user.ts';

export type ProgramResult = { exitCode: number | null; output: string };

type ProgramCall = { program: string; args: readonly string[]; user: SystemUser | null; input?: string };

/**
 * Runs a short-lived PostgreSQL program to its end and returns what it said on both streams.
 * Rejects only when the program cannot be started at all (missing file, wrong C library, no right to change user).
 */
export function runProgram({ program, args, user, input }: ProgramCall): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...placeAndUser(user), stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    // A program that ends before it has read its input is judged by its exit code, not by the broken pipe.
    child.stdin.on('error', () => {});
    child.on('close', (exitCode) => resolve({ exitCode, output: output.trim() }));
    child.stdin.end(input ?? '');
  });
}

/**
 * How every PostgreSQL program is started: at `/` (the caller's folder may be closed to the other user), as the
 * unprivileged user when we are root, and with a small environment of its own, because PGDATA, PGPORT or PGOPTIONS
 * left over in a shell would silently lead it elsewhere.
 */
export function placeAndUser(user: SystemUser | null): {
  cwd: string;
  env: Record<string, string>;
  uid?: number;
  gid?: number;
} {
  const env: Record<string, string> = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP']) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const place = { cwd: process.platform === 'win32' ? `${process.env.SystemDrive ?? 'C:'}\\` : '/', env };
  return user === null ? place : { ...place, uid: user.uid, gid: user.gid };
}
