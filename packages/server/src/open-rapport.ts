/** Environment → a ready store: database running and migrated, queues made, spool open. Server, worker and tools share it. */
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
  /** Closes the store and stops the database if this process started it. */
  close(): Promise<void>;
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
    const close = async () => {
      await store.close();
      await database.stop();
    };
    return { database, store, spool, jobs: openJobs(), workspace: firstWorkspace, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
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
