/** A worker: takes jobs one after the other from every queue it can serve. Any number of them may run, anywhere. */

import type { Focus } from '@rapport/contract';
import type { FocusInput } from '@rapport/insight';
import PgBoss from 'pg-boss';
import { storeForgotten } from '../arrivals/store-arrivals.ts';
import { wakeConnections } from '../connectors/wake-connections.ts';
import { wakeHooks } from '../hooks/deliver-hooks.ts';
import { wakeMailboxes } from '../mailbox/read-mailbox.ts';
import { openMailDoors } from '../notify/open-mail.ts';
import { wakeNotices } from '../notify/send-notices.ts';
import { openOutside } from '../outbound/open-outside.ts';
import type { Environment } from '../serve-settings.ts';
import { openStore } from '../store/open-store.ts';
import { allJobs, failedJobs } from './all-jobs.ts';
import { wakeRetention } from './apply-retention.ts';
import { wakeErasures } from './erase-person.ts';
import { createErasedFile } from './erased-file.ts';
import { freeDeadJobs, holdJob } from './hold-job.ts';
import type { JobContext, JobDeclaration, JobLog } from './job.ts';
import { jobSchema, openJobs, queueOf } from './open-jobs.ts';
import { openPatientConnection } from './patient-connection.ts';
import { type Scorer, shippedScorer } from './scorer.ts';
import { openSpool } from './spool.ts';

export interface WorkerOptions {
  appUrl: string;
  dataFolder: string;
  log: JobLog;
  languageOf: (text: string) => string | null;
  findFocus: (input: FocusInput) => Focus;
  /** The one this copy of Rapport comes with, unless another is handed in. */
  scorer?: Scorer;
  /** Where private hosts and the key of secrets are named; nothing of it where it is left out. */
  environment?: Environment;
  /** Seconds between two looks at an empty queue. */
  pollSeconds?: number;
}

export interface Worker {
  /** Lets the pieces under way end, then closes everything. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts a worker on a database that `migrate` and `prepareJobs` have made ready.
 *
 * A job whose worker was killed is taken up again: a piece 20 seconds after it was begun, a long job as soon as the
 * killed worker's connection is seen to be gone.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { appUrl, dataFolder, log, languageOf, findFocus, scorer = shippedScorer, pollSeconds = 1 } = options;
  const now = () => Date.now();
  const outside = openOutside({ environment: options.environment ?? {}, dataFolder, now });
  const onError = (error: Error) => log.warn({ error: error.message }, 'a connection of the worker broke');
  const store = openStore({ appUrl, onError });
  const mail = openMailDoors({ environment: options.environment ?? {}, store, outside });
  const spool = await openSpool(dataFolder);
  const connection = openPatientConnection(appUrl, onError);
  const engine = new PgBoss({
    db: connection,
    schema: jobSchema,
    migrate: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 5,
  });
  engine.on('error', onError);
  await engine.start();
  const jobs = openJobs();
  const context: JobContext = { store, spool, jobs, log, scorer, languageOf, findFocus, outside, mail, now };

  let isStopping = false;
  const workers: string[] = [];
  const lookAgain = () => {
    for (const id of workers) engine.notifyWorker(id);
  };
  for (const job of [...allJobs, failedJobs]) {
    const handle = async ([one]: PgBoss.Job<object>[]) => {
      if (one === undefined) return;
      // It was on its way here when the stop came: it goes back at once.
      if (isStopping) throw new Error(`${job.name}: the worker stops; another one takes this up`);
      await runJob(context, job, one);
      // The next piece usually lies ready, in this queue or in another one.
      lookAgain();
    };
    workers.push(await engine.work(queueOf(job, spool.id), { pollingIntervalSeconds: pollSeconds }, handle));
  }
  const keepErasedFile = createErasedFile(store, dataFolder);
  const longQueues = allJobs.filter(({ length }) => length === 'long').map((job) => queueOf(job, spool.id));
  const freeing = setInterval(() => {
    freeDeadJobs(store.pool, engine, longQueues).catch(onError);
    storeForgotten(context).catch(onError);
    wakeMailboxes(context).catch(onError);
    wakeHooks(context).catch(onError);
    wakeNotices(context).catch(onError);
    wakeRetention(context).catch(onError);
    wakeErasures(context).catch(onError);
    keepErasedFile().catch(onError);
  }, 5_000);
  // One at a time: a slow database must not gather them.
  let waking: Promise<void> | null = null;
  const wake = setInterval(() => {
    waking ??= wakeConnections(context)
      .catch(onError)
      .finally(() => {
        waking = null;
      });
  }, pollSeconds * 2_000);
  const stop = async (): Promise<void> => {
    isStopping = true;
    clearInterval(freeing);
    clearInterval(wake);
    await waking;
    await engine.stop({ graceful: true, timeout: 15_000 });
    await connection.close();
    await store.close();
  };
  let stopped: Promise<void> | undefined;
  return {
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function runJob(
  context: JobContext,
  job: JobDeclaration<object>,
  { id, data }: PgBoss.Job<object>,
): Promise<void> {
  const { log } = context;
  const began = context.now();
  try {
    const payload = job.payload.parse(data);
    if (job.length === 'long') await holdJob(context.store.pool, id, () => job.handle(context, payload));
    else await job.handle(context, payload);
    log.info({ job: job.name, ...ids(data), milliseconds: context.now() - began }, 'job done');
  } catch (error) {
    // The message of a database error may quote a row: its code and place are enough to find the cause.
    log.error({ job: job.name, ...ids(data), error: describe(error) }, 'job failed; it is tried again');
    throw new Error(`${job.name}: ${describe(error)}`);
  }
}

function ids(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'number'));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }; // of a pg error
  const isOfDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  if (isOfDatabase)
    return `database error ${code}${constraint ? ` at ${constraint}` : ''}${table ? ` in ${table}` : ''}`;
  return `${error.name}: ${error.message} ${(error.stack ?? '').split('\n').slice(1, 4).join(' ').trim()}`;
}
