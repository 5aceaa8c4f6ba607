/** Asking for work: a job is written in the transaction of the data it is about, so neither exists without the other. */
import { RapportError } from '@rapport/contract';
import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import type { Db } from '../store/open-store.ts';
import type { JobDeclaration } from './job.ts';

/** The schema of the job engine's own tables. */
export const jobSchema = 'jobs';

export interface Jobs {
  /** @param spoolId the folder that holds the file, for jobs that read one */
  send<P extends object>(db: Db, job: JobDeclaration<P>, payload: P, spoolId?: string): Promise<void>;
}

export const queueOf = (job: Pick<JobDeclaration<never>, 'name' | 'place'>, spoolId: string): string =>
  job.place === 'spool' ? `${job.name}-${spoolId}` : job.name;

export function openJobs(): Jobs {
  // Never started: it only knows how a job is written. Every call brings its own transaction.
  const engine = new PgBoss({ db: { executeSql: refuse }, schema: jobSchema });
  return {
    async send(db, job, payload, spoolId = '') {
      const queue = queueOf(job, spoolId);
      const executeSql = async (text: string, values: unknown[] = []) => {
        const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
        return { rows };
      };
      const id = await engine.send(queue, job.payload.parse(payload) as object, { db: { executeSql } });
      if (id === null) throw queueMissing(queue);
    },
  };
}

const refuse = (): Promise<never> => Promise.reject(new Error('a job is sent within a transaction'));

const queueMissing = (queue: string): RapportError =>
  new RapportError('unavailable', {
    what: `The work queue ${queue} does not exist.`,
    why: 'Nothing would ever take up this work, so nothing was begun.',
    wayOut: 'Start Rapport once on the machine that holds the data folder: starting makes its queues.',
  });
