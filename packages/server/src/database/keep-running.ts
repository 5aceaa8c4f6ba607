import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseLog } from './database.ts';
import type { Postmaster } from './postmaster.ts';

type Watch = {
  /** The server we started, or `null` when we joined one. */
  postmaster: Postmaster | null;
  /** Has a server that we joined ended without having been asked to? Whoever started it may be gone as well. */
  hasCrashed(): Promise<boolean>;
  log: DatabaseLog;
  /** Starts it again on the same data and port, or answers `null` when another process was quicker. */
  restart(): Promise<Postmaster | null>;
};

const longestPauseMilliseconds = 30_000;
const lookMilliseconds = 1_000;

/**
 * Brings the server back when it ends without having been asked to (killed, out of memory). The port stays the same, so
 * every pool, in this process and in others, reconnects by itself. Attempts go on, with growing pauses, until `stop`.
 *
 * Every process watches, whoever started the server: of several that see it gone, one starts it and the others join.
 */
export function keepRunning({ postmaster, hasCrashed, log, restart }: Watch): {
  /** Ends the watch and stops the server if it is ours, unless it is left to others. */
  stop(options: { leaveRunning: boolean }): Promise<void>;
} {
  const stopping = new AbortController();
  let current = postmaster;
  let restarting: Promise<void> = Promise.resolve();

  const watch = (server: Postmaster | null) => {
    if (server === null) {
      void watchJoined();
      return;
    }
    void server.ended.then(({ orderly }) => {
      if (stopping.signal.aborted) return;
      // Somebody with the right to do so wanted it to stop; starting it again would be to fight them.
      if (orderly) log.warn('PostgreSQL was stopped from outside; Rapport cannot work until it is started again.');
      else restarting = bringBack();
    });
  };

  const watchJoined = async () => {
    for (;;) {
      await sleep(lookMilliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      if (await hasCrashed().catch(() => false)) break;
    }
    if (!stopping.signal.aborted) restarting = bringBack();
  };

  const bringBack = async () => {
    log.error('PostgreSQL has ended unexpectedly; starting it again. Nothing that was acknowledged is lost.');
    for (let pause = 100; !stopping.signal.aborted; pause = Math.min(pause * 2, longestPauseMilliseconds)) {
      try {
        current = await restart();
        log.info('PostgreSQL runs again.');
        watch(current);
        return;
      } catch (error) {
        log.error(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      }
    }
  };

  watch(current);
  return {
    stop: async ({ leaveRunning }) => {
      stopping.abort();
      await restarting;
      if (!leaveRunning) await current?.stop();
    },
  };
}
