/**
 * Life signs of long jobs. The job engine knows only a fixed time after which a job counts as lost; a long job holds a
 * lock on a connection of its own instead, and PostgreSQL lets go of it the moment the worker is gone.
 */
import type { Pool } from 'pg';
import type PgBoss from 'pg-boss';
import { jobSchema } from './open-jobs.ts';

/** Runs `work` while holding the lock of this job. A second run of the same job waits for the first. */
export async function holdJob(pool: Pool, jobId: string, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [jobId]);
    await work();
  } finally {
    // Closing the connection is what frees the lock, whatever state it is in.
    client.release(true);
  }
}

/** A worker fetches a job and takes its lock a moment later; before that it must not be taken for dead. */
const graceSeconds = 15;

/** Gives jobs back to their queues whose worker is gone. @returns how many */
export async function freeDeadJobs(pool: Pool, engine: PgBoss, queues: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    `SELECT id, name FROM ${jobSchema}.job
     WHERE name = ANY($1) AND state = 'active' AND started_on < now() - make_interval(secs => $2)`,
    [queues, graceSeconds],
  );
  let freed = 0;
  for (const { id, name } of rows) {
    const client = await pool.connect();
    try {
      const { rows: locks } = await client.query<{ got: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got',
        [id],
      );
      if (locks[0]?.got !== true) continue;
      await engine.fail(name, id, new Error('the worker is gone'));
      freed += 1;
    } finally {
      client.release(true);
    }
  }
  return freed;
}
