/**
 * Runs the worker as a process of its own, so that pages stay fast while a million messages are scored, and brings it
 * back when it dies, or when it hangs. Its work is safe in the database: what a killed worker held is taken up by the next
 * one, and what kills one worker after the other is given up and told.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Environment } from './serve-settings.ts';
import { type Leash, watchChild } from './watch-child.ts';

export interface KeepWorkerOptions {
  /** Program and arguments. */
  command: readonly [string, ...string[]];
  environment: Environment;
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
  /** Pause before the first new try; it doubles up to `longestPauseMilliseconds`. */
  pauseMilliseconds?: number;
  leash?: Leash;
  /** Whether what it logs goes to stderr, where stdout belongs to data. */
  logsToStderr?: boolean;
}

/**
 * The longest jobs take 25 s over a million messages, most of it waiting for the database. The heap is bounded where the
 * worker is started; the memory here is what lies outside of the heap as well.
 */
const workerLeash: Leash = { silentSeconds: 120, mostBytes: 1024 * 2 ** 20 };

export interface KeptWorker {
  /** Process id of the worker running now, or null between two. */
  pid(): number | null;
  stop(): Promise<void>;
}

const longestPauseMilliseconds = 10_000;
/** A worker that lived this long was well; the next death starts with the short pause again. */
const wellAfterMilliseconds = 60_000;
/** A piece of work takes at most a few seconds; longer than this a worker does not hear us any more. */
const patienceMilliseconds = 15_000;

export function keepWorker(options: KeepWorkerOptions): KeptWorker {
  const { command, environment, log, pauseMilliseconds = 500, leash = workerLeash, logsToStderr = false } = options;
  let child: ChildProcess | null = null;
  let stopping = false;
  let pause = pauseMilliseconds;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    const began = Date.now();
    const [program, ...args] = command;
    // The channel between the two tells the worker when this process is gone, even by kill -9: it then ends by itself.
    const output = logsToStderr ? 2 : 'inherit';
    const fresh = spawn(program, args, { env: environment, stdio: ['ignore', output, 'inherit', 'ipc'] });
    child = fresh;
    watchChild(fresh, leash, ({ because }) => {
      log.warn({ pid: fresh.pid, because }, 'the worker hung or took too much memory and was ended');
    });
    log.info({ pid: fresh.pid }, 'worker started');
    let over = false;
    const ended = (code: number | string | null): void => {
      if (over) return;
      over = true;
      child = null;
      if (stopping) return;
      if (Date.now() - began > wellAfterMilliseconds) pause = pauseMilliseconds;
      log.warn({ code, againInMilliseconds: pause }, 'the worker ended; it is started again, nothing is lost');
      timer = setTimeout(start, pause);
      pause = Math.min(pause * 2, longestPauseMilliseconds);
    };
    fresh.once('exit', (code, signal) => ended(signal ?? code));
    fresh.once('error', (error) => ended(error.name));
  };

  start();
  return {
    pid: () => child?.pid ?? null,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child !== null) await endProcess(child);
    },
  };
}

async function endProcess(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), patienceMilliseconds);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
