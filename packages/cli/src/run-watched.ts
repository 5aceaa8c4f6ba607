/** Runs this very command again in a process that may be ended: a file must not hold a terminal, or a machine, for ever. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants, totalmem } from 'node:os';
import { type Leash, type LeashPulled, watchChild } from '@rapport/server/watch-child';
import { exitCodes } from './exit-codes.ts';
import { programArguments } from './installation.ts';

/** Those that read foreign bytes in their own process; the others hand files to a worker, or read none. */
const reading = new Set(['score', 'label', 'analyse', 'past-reviews']);

export const readsFile = ([, , command = '']: readonly string[]): boolean => reading.has(command);

/** Set for the process that reads; a channel to some other parent says nothing. */
const watchedMark = 'RAPPORT_WATCHED';

export const isWatched = (): boolean => process.env[watchedMark] === '1' && process.send !== undefined;

const silentSeconds = 120;

/** What these commands hold in memory is the whole file: as much as Node gives by itself, on a small machine less. */
const heapMegabytes = Math.floor(Math.min(4096, (totalmem() / 2 ** 20) * 0.75));
/** What the heap does not count: buffers, the program itself. */
const besideMegabytes = 1024;

/** @returns the exit code */
export async function runWatched(): Promise<number> {
  const command = [`--max-old-space-size=${heapMegabytes}`, ...programArguments(), ...process.argv.slice(2)];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, [watchedMark]: '1' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  return followChild(child, { silentSeconds, mostBytes: (heapMegabytes + besideMegabytes) * 2 ** 20 });
}

export async function followChild(child: ChildProcess, leash: Leash): Promise<number> {
  let ended: string | null = null;
  watchChild(child, leash, (pulled) => {
    ended = explain(pulled, leash);
  });
  // A signal of the terminal reaches both; one that was sent to this process alone is handed on.
  const names = ['SIGINT', 'SIGTERM'] as const;
  const handOn = (name: NodeJS.Signals): void => void child.kill(name);
  for (const name of names) process.on(name, handOn);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('exit', (...how) => resolve(how));
    child.once('error', reject);
  });
  for (const name of names) process.off(name, handOn);
  // The way V8 ends a process whose heap is full.
  if (ended === null && signal === 'SIGABRT') ended = explain({ because: 'memory', doing: null }, leash);
  if (ended !== null) {
    process.stderr.write(`${ended}\n`);
    return exitCodes.unreadable;
  }
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

function explain({ because, doing }: LeashPulled, leash: Leash): string {
  const at = doing === null ? '' : ` Last heard: “${doing}”.`;
  if (because === 'silent') {
    return `Reading was ended: one piece of the file took longer than ${leash.silentSeconds} seconds.${at} Nothing was stored. Take that piece out of the file and try again.`;
  }
  const most = Math.floor(leash.mostBytes / 2 ** 20);
  return `Reading was ended: the file took more memory than the ${most} MB there are for it.${at} Nothing was stored. Bring it in with “import”, which reads piece by piece, or split it.`;
}
