/** Environment → a ready store: database running and migrated, queues made, spool open. Server, worker and tools share it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RapportError } from '@rapport/contract';
import type { Database } from './database/database.ts';
import { readDatabaseOptions } from './database/read-database-options.ts';
import { startDatabase } from './database/start-database.ts';
import { type Jobs, openJobs } from './jobs/open-jobs.ts';
import { prepareJobs } from './jobs/prepare-jobs.ts';
import { openSpool, type Spool } from './jobs/spool.ts';
import type { Environment } from './serve-settings.ts';
import { firstWorkspace } from './store/in-workspace.ts';
import { migrate } from './store/migrate.ts';
import { openStore, type Store } from './store/open-store.ts';
import { listWorkspaces } from './store/workspaces.ts';

export interface OpenOptions {
  environment: Environment;
  /** The folder Rapport was checked out or unpacked into. */
  rootFolder: string;
  log: RapportLog;
  /** Database connections at most. */
  connections?: number;
}

/** What pino offers, and as much of it as is needed below the web. */
export interface RapportLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface OpenRapport {
  database: Database;
  store: Store;
  spool: Spool;
  jobs: Jobs;
  workspace: number;
  /**
   * Closes the store and stops the database if this process started it and nobody else uses it.
   *
   * @param options.lastOneOut also stop a cluster of ours that a killed process left running, if nobody else uses it
   */
  close(options?: { lastOneOut?: boolean }): Promise<void>;
}

/** @throws RapportError `database-unusable` or `database-newer`, with the way out */
export async function openRapport({ environment, rootFolder, log, connections }: OpenOptions): Promise<OpenRapport> {
  const database = await startDatabaseOf(environment, rootFolder, log);
  try {
    await migrate(database);
    const spool = await openSpool(database.dataFolder);
    await prepareJobs(database, spool.id);
    const store = openStore({
      appUrl: database.appUrl,
      ...(connections === undefined ? {} : { connections }),
      onError: (error) => log.warn({ error: error.name }, 'a database connection broke; it is made anew when needed'),
    });
    const close = async ({ lastOneOut = false } = {}) => {
      // When it cannot be asked it is gone, or in trouble that is not ours to end.
      const isUsed = await isUsedByOthers(store).catch(() => null);
      await store.close();
      await database.stop({ evenIfAttached: lastOneOut && isUsed === false, leaveRunning: isUsed === true });
    };
    const workspace = await chooseWorkspace(store, environment);
    return { database, store, spool, jobs: openJobs(), workspace, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The first one, or the one that a command was told by RAPPORT_WORKSPACE. @throws RapportError `bad-request` */
async function chooseWorkspace(store: Store, environment: Environment): Promise<number> {
  const wanted = environment.RAPPORT_WORKSPACE?.trim();
  if (!wanted) return firstWorkspace;
  const known = await listWorkspaces(store);
  const found = known.find(({ id }) => String(id) === wanted);
  if (found !== undefined) return found.id;
  throw new RapportError('bad-request', {
    what: `RAPPORT_WORKSPACE is "${wanted}", and there is no workspace of that number.`,
    why: 'Nothing was read or changed.',
    wayOut: `Set it to one of ${known.map(({ id, name }) => `${id} (${name})`).join(', ')}, or leave it out.`,
  });
}

async function startDatabaseOf(environment: Environment, rootFolder: string, log: RapportLog): Promise<Database> {
  const options = await readDatabaseOptions(environment, rootFolder);
  return startDatabase({
    ...options,
    log: {
      info: (message) => log.info({}, message),
      warn: (message) => log.warn({}, message),
      error: (message) => log.error({}, message),
    },
  });
}

/** Is anybody else connected? What has just hung up may be seen for a moment longer, so it is asked a few times. */
async function isUsedByOthers({ pool }: Store): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend'`,
    );
    if ((rows[0]?.n ?? 0) <= pool.totalCount) return false;
    await sleep(50);
  }
  return true;
}
