/** Starts the built product as a person would, with its own data folder and port, and finds its processes. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverHeap } from '@rapport/cli/installation';
import { call, getStatus } from '@rapport/contract';

export interface RunningServer {
  origin: string;
  dataFolder: string;
  child: ChildProcess;
  /** Ends server, worker and database in order. */
  stop: () => Promise<void>;
  /** As `stop`, and removes the data. */
  end: () => Promise<void>;
}

export async function startServer(given?: { dataFolder: string; port: number }): Promise<RunningServer> {
  const dataFolder = given?.dataFolder ?? makeDataFolder();
  const port = given?.port ?? (await findFreePort());
  // With its bound said here, it is this very process that serves, and can be killed as such.
  const child = spawn(process.execPath, [serverHeap, 'dist/rapport.mjs', 'serve'], {
    env: { MALLOC_ARENA_MAX: '2', ...process.env, PORT: String(port), RAPPORT_DATA: dataFolder, DATABASE_URL: '' },
    stdio: process.env.RAPPORT_DEBUG ? ['ignore', 'inherit', 'inherit'] : 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitUntilReady(origin, child);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  };
  return {
    origin,
    dataFolder,
    child,
    stop,
    end: async () => {
      await stop();
      killDatabase(dataFolder);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** As root the database runs under another user, who must be able to pass through the folder. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

async function waitUntilReady(origin: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it answered`);
    const status = await call(getStatus, { origin }).catch(() => null);
    if (status) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not answer within a minute');
}

/** Children of a process by their parent's id, as Linux and macOS tell them. */
export function findChildren(pid: number): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

/** The first line of a postmaster's own file; the folder is ours alone, so the pid can be trusted here. */
export function findPostmaster(dataFolder: string): number | null {
  const file = join(dataFolder, 'pg18', 'data', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

export function killDatabase(dataFolder: string): void {
  const pid = findPostmaster(dataFolder);
  if (pid !== null) killHard(pid);
}

export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already: that is what was wanted.
  }
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
