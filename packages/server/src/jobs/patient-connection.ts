/**
 * The job engine's way to the database. It reports the end of a job without waiting for the answer; were that report
 * refused because the database is just restarting, the whole process would end and the job would be done twice. So
 * a statement that meets a database on its way up is said again for a while.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';

export interface PatientConnection {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}

const patienceMilliseconds = 60_000;
const pauseMilliseconds = 250;

export function openPatientConnection(appUrl: string, onError: (error: Error) => void): PatientConnection {
  const pool = new Pool({ connectionString: appUrl, max: 3, application_name: 'rapport worker' });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  let isClosed = false;
  return {
    async executeSql(text, values) {
      for (const until = Date.now() + patienceMilliseconds; ; await sleep(pauseMilliseconds)) {
        try {
          return await pool.query<Record<string, unknown>>(text, values);
        } catch (error) {
          if (isClosed || Date.now() > until || !isAway(error)) throw error;
        }
      }
    },
    close: async () => {
      isClosed = true;
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
