import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterPlaces } from './cluster.ts';
import { giveToFolderOwner } from './connection-file.ts';
import { codeOf, DatabaseError } from './database-error.ts';
import type { Binaries } from './find-binaries.ts';
import type { SystemUser } from './find-system-user.ts';
import { findFreePort } from './free-port.ts';
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts';
import { placeAndUser, runProgram } from './run-program.ts';
import { serverSettings } from './server-settings.ts';

/** A server that this process has started. `ended` resolves when it is gone; `orderly` when somebody had asked it to. */
export type Postmaster = { pid: number; port: number; ended: Promise<Ending>; stop(): Promise<void> };
type Ending = { orderly: boolean };

type Start = {
  places: ClusterPlaces;
  binaries: Binaries;
  user: SystemUser | null;
  durable: boolean;
  wantedPort: number;
  /** After a crash the port must stay: the addresses handed out name it. On a first start any free one will do. */
  insistOnPort: boolean;
};

const readyMilliseconds = 300_000;
const logLimitBytes = 4_000_000;

/**
 * Starts the server and waits until it answers; crash recovery of the last run happens in here.
 *
 * It gets a session of its own and a log file instead of pipes: Ctrl-C in the terminal reaches us alone, who then ask
 * it for an orderly stop, and if we are killed it lives on and the next start joins it.
 *
 * @throws DatabaseError `start_failed`, `start_timeout`
 */
export async function startPostmaster(start: Start): Promise<Postmaster> {
  await removeStalePostmasterFile(start.places.dataDirectory);
  let output = '';
  for (let attempt = 0; attempt < 8; attempt++) {
    const { wantedPort, insistOnPort } = start;
    const port = insistOnPort ? wantedPort : await findFreePort(attempt === 0 ? wantedPort : undefined);
    const logStart = await stat(start.places.logFile).then(
      ({ size }) => size,
      () => 0,
    );
    const child = await spawnPostmaster(start, port);
    const ended = new Promise<Ending>((resolve) =>
      child.once('exit', (exitCode) => resolve({ orderly: exitCode === 0 })),
    );
    const pid = child.pid ?? 0;
    if (await becomesReady(child, start.places.dataDirectory)) {
      child.unref();
      return { pid, port, ended, stop: () => stopChild(child, ended, start) };
    }
    output = (await readFile(start.places.logFile, 'utf8').catch(() => '')).slice(logStart).trim();
    // The port was taken in between, or backends of a killed server have not quite gone: both pass.
    if (!/could not bind|could not create any TCP|shared memory block .* is still in use/.test(output)) break;
    await sleep(100 * (attempt + 1));
  }
  throw new DatabaseError('start_failed', {
    what: `PostgreSQL did not start: ${output.split('\n').slice(-5).join(' ') || 'it gave no reason'}`,
    why: 'Rapport cannot read or write anything without it; what is stored stays as it is.',
    wayOut: `Read ${start.places.logFile}, mend what it names (often a full disk), and start again.`,
  });
}

/**
 * Asks the server of a cluster for a fast stop through pg_ctl; for servers that another process started. The caller
 * has proven by password and data directory that it is ours before any signal is sent.
 *
 * @throws DatabaseError `stop_failed`
 */
export async function stopWithPgCtl({
  places,
  binaries,
  user,
}: Pick<Start, 'places' | 'binaries' | 'user'>): Promise<void> {
  const args = ['stop', '-D', places.dataDirectory, '-m', 'fast', '-w', '-t', '60', '-s'];
  const { exitCode, output } = await runProgram({ program: binaries.pgCtl, args, user });
  if (exitCode === 0 || (await readPostmasterFile(places.dataDirectory)) === null) return;
  throw new DatabaseError('stop_failed', {
    what: `PostgreSQL did not stop within 60 s: ${output}`,
    why: 'Its data folder must not be copied or removed while it runs.',
    wayOut: 'Wait for running work to end and stop it again.',
  });
}

async function spawnPostmaster({ places, binaries, user, durable }: Start, port: number): Promise<ChildProcess> {
  const size = await stat(places.logFile).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(places.logFile, size > logLimitBytes ? 'w' : 'a', 0o600);
  try {
    await giveToFolderOwner(log, places.logFile);
    const args = ['-D', places.dataDirectory, ...serverSettings({ port, durable })];
    const options = { ...placeAndUser(user), detached: true, windowsHide: true };
    const child = spawn(binaries.postgres, args, { ...options, stdio: ['ignore', log.fd, log.fd] });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  } finally {
    await log.close();
  }
}

/** Resolves true when the server calls itself ready in `postmaster.pid`, false when it has ended before. */
async function becomesReady(child: ChildProcess, dataDirectory: string): Promise<boolean> {
  const until = Date.now() + readyMilliseconds;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const file = await readPostmasterFile(dataDirectory);
    if (file?.pid === child.pid && file?.status === 'ready') return true;
    await sleep(5);
  }
  child.kill('SIGQUIT');
  throw new DatabaseError('start_timeout', {
    what: `PostgreSQL was not ready within ${readyMilliseconds / 1000} s.`,
    why: 'After a crash it first repeats the last changes, and this took longer than Rapport waits.',
    wayOut: 'Start again: it goes on from where it was. If that does not help, read postgres.log in the data folder.',
  });
}

async function stopChild(child: ChildProcess, ended: Promise<Ending>, start: Start): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  // Windows has no signals to send; there pg_ctl speaks to the server through a pipe.
  if (process.platform === 'win32') await stopWithPgCtl(start);
  else child.kill('SIGINT');
  const stopped = await Promise.race([ended.then(() => true), sleep(60_000, false, { ref: false })]);
  // Safe for the data: the next start repeats the last changes from the log.
  if (!stopped) child.kill('SIGQUIT');
  await ended;
}

/** PostgreSQL believes the number in a left-over file if any process of the same user has it now; we look closer. */
async function removeStalePostmasterFile(dataDirectory: string): Promise<void> {
  const file = await readPostmasterFile(dataDirectory);
  if (file === null || (await isPostmasterOf(file.pid, dataDirectory)) !== false) return;
  await rm(join(dataDirectory, 'postmaster.pid')).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}
