/** Measures how long work stands still after a kill: from the kill to the first thing done that was not done before. */
import type { ImportRun } from '@rapport/contract';

export interface Outage {
  what: string;
  state: string;
  milliseconds: number;
}

/** The promise: a killed worker's work goes on within a minute. */
export const longestOutage = 60_000;

export interface Stopwatch {
  /** Something was just killed. A second kill before work went on starts the clock anew: it ended what had begun. */
  start(what: string, state: string): void;
  /** @returns whether work goes on; @throws Error when it has stood still for longer than was promised */
  look(run: ImportRun): boolean;
  isRunning(): boolean;
  outages: Outage[];
}

export function createStopwatch(now: () => number): Stopwatch {
  const outages: Outage[] = [];
  let killed: { what: string; state: string; at: number; done: string | null } | null = null;
  return {
    outages,
    isRunning: () => killed !== null,
    start: (what, state) => {
      killed = { what, state, at: now(), done: null };
    },
    look: (run) => {
      if (killed === null) return true;
      const { what, state, at, done } = killed;
      const milliseconds = now() - at;
      // The first look after the kill shows what was stored before it; only what differs from that was done since.
      if (done === null) killed.done = doneBy(run);
      else if (done !== doneBy(run) || waitsForNobody(run)) {
        outages.push({ what, state, milliseconds });
        killed = null;
        return true;
      }
      if (milliseconds > longestOutage) {
        throw new Error(`work of import ${run.id} (${run.state}) stands still for ${milliseconds} ms after ${what}`);
      }
      return false;
    },
  };
}

/** A person is asked, or nothing is left to do: then no progress is owed. */
const waitsForNobody = ({ state }: ImportRun): boolean => state === 'who-is-who' || state === 'done';

const doneBy = ({ state, counts }: ImportRun): string =>
  [state, counts.bytesTotal, counts.bytesRead, counts.units, counts.toScore, counts.scored].join(' ');
