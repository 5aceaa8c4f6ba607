import { Client } from 'pg';
import PgBoss from 'pg-boss';
import { type MigrateOptions, quoteName } from '../store/migrate.ts';
import { allJobs, failedJobs } from './all-jobs.ts';
import { jobSchema, queueOf } from './open-jobs.ts';

/**
 * Makes the job engine's tables and this data folder's queues, as the owner: a queue is a table, and the serving role
 * makes none. Safe to call at every start, by any number of processes.
 */
export async function prepareJobs({ ownerUrl, ownerRole, appRole }: MigrateOptions, spoolId: string): Promise<void> {
  const lock = new Client({ connectionString: ownerUrl, application_name: 'rapport jobs' });
  lock.on('error', () => {});
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [prepareLock]);
    await makeQueues(ownerUrl, spoolId);
    if (ownerRole === appRole) return;
    const app = quoteName(appRole);
    await lock.query(`GRANT USAGE ON SCHEMA ${jobSchema} TO ${app}`);
    await lock.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobSchema} TO ${app}`);
  } finally {
    await lock.end();
  }
}

const prepareLock = 0x6a6f_6273;

async function makeQueues(ownerUrl: string, spoolId: string): Promise<void> {
  const engine = new PgBoss({
    connectionString: ownerUrl,
    schema: jobSchema,
    supervise: false,
    schedule: false,
    max: 1,
  });
  engine.on('error', () => {});
  await engine.start();
  try {
    const existing = new Set((await engine.getQueues()).map(({ name }) => name));
    for (const job of [failedJobs, ...allJobs]) {
      const name = queueOf(job, spoolId);
      const options = {
        name,
        policy: 'standard' as const,
        retryLimit: (job.tries ?? 20) - 1,
        retryDelay: 1,
        retryBackoff: false,
        expireInSeconds: job.length === 'piece' ? 20 : 15 * 60,
        ...(job === failedJobs ? {} : { deadLetter: failedJobs.name }),
      };
      if (existing.has(name)) await engine.updateQueue(name, options);
      else await engine.createQueue(name, options);
    }
  } finally {
    await engine.stop({ graceful: false });
  }
}
