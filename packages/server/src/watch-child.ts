/**
 * The leash of a process that reads foreign bytes. Whatever a file does to it (a loop without end, a memory without
 * bound), it can be ended from outside, because nothing inside a busy process can end it.
 *
 * The child gives signs of life with its memory; its parent ends it when they stay away or tell of too much.
 */
import type { ChildProcess } from 'node:child_process';

export interface Leash {
  /** Without a sign for so many seconds it hangs in one piece of work. */
  silentSeconds: number;
  /** Resident memory, of heap and all else. */
  mostBytes: number;
  /** Length of a second, for tests. */
  secondMilliseconds?: number;
}

export interface LeashPulled {
  because: 'silent' | 'memory';
  /** What it was about, where it had said so. */
  doing: string | null;
}

interface SignOfLife {
  rss: number;
  doing: string | null;
  /** For work that is known to take long and to end, in the place of the leash's own. */
  patienceSeconds: number | null;
}

/**
 * Watches from the first sign on: before it there is the start, which may have to wait for a database. Seconds are
 * counted, not looked up, so that a machine that slept does not end a child that slept with it.
 */
export function watchChild(child: ChildProcess, leash: Leash, onPull: (pulled: LeashPulled) => void): void {
  const { silentSeconds, mostBytes, secondMilliseconds = 1000 } = leash;
  let last: SignOfLife | null = null;
  let silent = 0;
  const pull = (because: LeashPulled['because']): void => {
    clearInterval(ticking);
    child.off('message', listen);
    onPull({ because, doing: last?.doing ?? null });
    child.kill('SIGKILL');
  };
  const ticking = setInterval(() => {
    if (last === null) return;
    silent += 1;
    if (silent > (last.patienceSeconds ?? silentSeconds)) pull('silent');
  }, secondMilliseconds);
  ticking.unref();
  const listen = (message: unknown): void => {
    if (!isSign(message)) return;
    last = message;
    silent = 0;
    if (message.rss > mostBytes) pull('memory');
  };
  child.on('message', listen);
  child.once('exit', () => clearInterval(ticking));
}

const isSign = (message: unknown): message is SignOfLife =>
  typeof message === 'object' && message !== null && 'rss' in message && typeof message.rss === 'number';

export interface SignsOfLife {
  /** Says what is being done; as often as one likes, told a few times a second. */
  doing(what: string): void;
  /** Announces work that holds no foreign bytes, takes long and gives no sign meanwhile. */
  computing(patienceSeconds: number): void;
}

const everyMilliseconds = 250;

/**
 * In the child. A timer alone would not do: reading that never waits lets no timer run, and is well all the same.
 */
export function giveSignsOfLife(): SignsOfLife {
  let last = 0;
  let about: string | null = null;
  let patience: number | null = null;
  const tell = (): void => {
    last = Date.now();
    if (process.connected !== true) return;
    const sign: SignOfLife = { rss: process.memoryUsage.rss(), doing: about, patienceSeconds: patience };
    process.send?.(sign, undefined, undefined, () => {});
  };
  setInterval(tell, everyMilliseconds).unref();
  tell();
  return {
    doing: (what) => {
      about = what;
      if (Date.now() - last >= everyMilliseconds) tell();
    },
    computing: (patienceSeconds) => {
      patience = patienceSeconds;
      tell();
    },
  };
}
