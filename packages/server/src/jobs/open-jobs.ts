/** Asking for work: a job is written in the transaction of the data it is about, so neither exists without the other. */
import { RapportError } from '@rapport/contract';
import { CompiledQuery, sql } from 'kysely';
import PgBoss from 'pg-boss';
import type { Db } from '../store/open-store.ts';
import type { JobDeclaration } from './job.ts';

/** The schema of the job engine's own tables. */
export const jobSchema = 'jobs';

export interface Jobs {
  /** @param spoolId the folder that holds the file, for jobs that read one */
  send<P extends object>(
    db: Db,
    job: JobDeclaration<P>,
    payload: P,
    spoolId?: string,
    wish?: { inSeconds?: number },
  ): Promise<void>;
  /** As `send`, unless the very same work waits already: that one will see what this transaction has written. */
  sendUnlessWaiting<P extends object>(
    db: Db,
    job: JobDeclaration<P>,
    payload: P,
    wish?: { inSeconds?: number },
  ): Promise<void>;
  /**
   * As `sendUnlessWaiting`, without holding what waits: it may be begun before this transaction is seen. Only for work
   * that is looked for from time to time anyway; in exchange any number of transactions ask for it side by side.
   */
  sendUnlessAsked<P extends object>(db: Db, job: JobDeclaration<P>, payload: P): Promise<void>;
}

export const queueOf = (job: Pick<JobDeclaration<never>, 'name' | 'place'>, spoolId: string): string =>
  job.place === 'spool' ? `${job.name}-${spoolId}` : job.name;

export function openJobs(): Jobs {
  // Never started: it only knows how a job is written. Every call brings its own transaction.
  const engine = new PgBoss({ db: { executeSql: refuse }, schema: jobSchema });
  const jobs: Jobs = {
    async send(db, job, payload, spoolId = '', { inSeconds = 0 } = {}) {
      const queue = queueOf(job, spoolId);
      const executeSql = async (text: string, values: unknown[] = []) => {
        const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
        return { rows };
      };
      const wish = { db: { executeSql }, startAfter: inSeconds };
      const id = await engine.send(queue, job.payload.parse(payload) as object, wish);
      if (id === null) throw queueMissing(queue);
    },
    async sendUnlessWaiting(db, job, payload, wish) {
      const data = JSON.stringify(job.payload.parse(payload));
      // Held until this transaction ends, so that it is not begun before what is written here can be seen.
      const { rows } = await sql`
        SELECT id FROM ${sql.table(`${jobSchema}.job`)} WHERE name = ${queueOf(job, '')} AND state = 'created'
          AND data = ${data}::jsonb LIMIT 1 FOR UPDATE SKIP LOCKED
      `.execute(db);
      if (rows.length === 0) await jobs.send(db, job, payload, '', wish);
    },
    async sendUnlessAsked(db, job, payload) {
      const data = JSON.stringify(job.payload.parse(payload));
      const { rows } = await sql`
        SELECT id FROM ${sql.table(`${jobSchema}.job`)} WHERE name = ${queueOf(job, '')} AND state = 'created'
          AND data = ${data}::jsonb LIMIT 1
      `.execute(db);
      if (rows.length === 0) await jobs.send(db, job, payload);
    },
  };
  return jobs;
}

const refuse = (): Promise<never> => Promise.reject(new Error('a job is sent within a transaction'));

const queueMissing = (queue: string): RapportError =>
  new RapportError('unavailable', {
    what: `The work queue ${queue} does not exist.`,
    why: 'Nothing would ever take up this work, so nothing was begun.',
    wayOut: 'Start Rapport once on the machine that holds the data folder: starting makes its queues.',
  });
