/**
 * The job engine's way to the database. It reports the end of a job without waiting for the answer; were that report
 * refused because the database is just restarting, the whole process would end and the job would be done twice. So
 * a statement that meets a database on its way up is said again for a while.
 */
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';

interface Answer {
  rows: Record<string, unknown>[];
}

export interface PatientConnection {
  executeSql(text: string, values?: unknown[]): Promise<Answer>;
  /** Lets what is being said come to its end, for a few seconds at most. */
  close(): Promise<void>;
}

const patienceMilliseconds = 60_000;
const pauseMilliseconds = 250;
const lastWordsMilliseconds = 5_000;
const nothing: Answer = { rows: [] };

export function openPatientConnection(appUrl: string, onError: (error: Error) => void): PatientConnection {
  const pool = new Pool({ connectionString: appUrl, max: 3, application_name: 'rapport worker' });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  let isClosed = false;
  const underWay = new Set<Promise<unknown>>();
  // A pool that is ended forgets who still waits for a connection: without an answer the engine would wait for ever.
  // Each leaves this list with its answer: one promise raced by all of them would hold every answer there ever was.
  const waiting = new Set<(answer: Answer) => void>();
  const say = (text: string, values?: unknown[]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.add(resolve);
      pool
        .query<Record<string, unknown>>(text, values)
        .then(resolve, reject)
        .finally(() => waiting.delete(resolve));
    });
  const sayPatiently = async (text: string, values?: unknown[]): Promise<Answer> => {
    for (const until = Date.now() + patienceMilliseconds; ; await sleep(pauseMilliseconds)) {
      if (isClosed) return nothing;
      try {
        return await say(text, values);
      } catch (error) {
        if (isClosed) return nothing;
        if (Date.now() > until || !isAway(error)) throw error;
      }
    }
  };
  return {
    async executeSql(text, values) {
      const answer = sayPatiently(text, values);
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    close: async () => {
      // When the engine calls itself stopped the report of the last job's end is still on its way, and so may be a job.
      for (const until = Date.now() + lastWordsMilliseconds; underWay.size > 0 && Date.now() < until; ) {
        await Promise.race([Promise.allSettled([...underWay]), sleep(pauseMilliseconds, undefined, { ref: false })]);
        await setImmediate();
      }
      isClosed = true;
      for (const answer of waiting) answer(nothing);
      await pool.end();
    },
  };
}

/** Connection refused or lost, shutting down, starting up: all pass by themselves. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(?:ECONN|EPIPE|57P0|08)/.test(code) || /Connection terminated|timeout exceeded/.test(error.message);
}
