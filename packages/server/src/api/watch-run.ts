/** An import as it goes on: first as it is, then whenever it changed, until it is over. */
import type { ImportRun, ImportState } from '@rapport/contract';
import type { ServerEvent } from './serve.ts';

export interface Watch {
  load: () => Promise<ImportRun>;
  /** @returns stop listening */
  listen: (told: () => void) => () => void;
  signal: AbortSignal;
  /** A notice may be lost (a connection breaks): look again after so long in any case. */
  lookEveryMilliseconds?: number;
  /** At most one event per so long: counts that change hundreds of times a second help nobody. */
  pauseMilliseconds?: number;
}

const finalStates: readonly ImportState[] = ['done', 'cancelled', 'failed'];

/** Looks without a change before a heartbeat is sent: with 2 s each, one in 14 s. */
const looksPerHeartbeat = 7;

export async function* watchRun({
  load,
  listen,
  signal,
  lookEveryMilliseconds = 2000,
  pauseMilliseconds = 150,
}: Watch): AsyncGenerator<ServerEvent | null> {
  const bell = createBell(signal);
  const stop = listen(bell.ring);
  try {
    let shown = '';
    let quiet = 0;
    while (!signal.aborted) {
      const run = await load();
      const text = JSON.stringify(run);
      if (text !== shown) {
        yield { name: 'import', data: run };
        [shown, quiet] = [text, 0];
        if (finalStates.includes(run.state)) return;
        await bell.sleep(pauseMilliseconds);
      } else if (++quiet % looksPerHeartbeat === 0) yield null;
      await bell.wait(lookEveryMilliseconds);
    }
  } finally {
    stop();
  }
}

/** Remembers a ring that comes while nobody waits, so that no change is slept through. */
function createBell(signal: AbortSignal) {
  let rung = false;
  let wake: () => void = () => {};
  const sleepUntil = (milliseconds: number, byRing: boolean): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        wake = () => {};
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
      if (byRing) wake = done;
      if (signal.aborted || (byRing && rung)) done();
    });
  return {
    ring: () => {
      rung = true;
      wake();
    },
    sleep: (milliseconds: number) => sleepUntil(milliseconds, false),
    wait: async (milliseconds: number) => {
      await sleepUntil(milliseconds, true);
      rung = false;
    },
  };
}
