/** For tests: a store of its own, the queues, and a worker in this process. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportRun } from '@rapport/contract';
import { findFocus } from '@rapport/insight';
import { openTestDatabase } from '../database/open-test-database.fixture.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import type { TestDatabase, TestTemplate } from '../database/test-database.ts';
import { languageOf } from '../detect-language.ts';
import { loadImport, type SaidMapping } from '../store/imports.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { loadRescore } from '../store/rescores.ts';
import { createImportActions, type ImportActions } from './import-actions.ts';
import type { JobLog } from './job.ts';
import { openJobs } from './open-jobs.ts';
import { prepareJobs } from './prepare-jobs.ts';
import { createRescoreActions } from './rescore-actions.ts';
import { startWorker, type Worker } from './run-worker.ts';
import type { Scorer } from './scorer.ts';
import { openSpool } from './spool.ts';

export interface ImportBench {
  store: Store;
  database: TestDatabase;
  /** For further databases in the same cluster. */
  template: TestTemplate;
  dataFolder: string;
  actions: ImportActions;
  /** Errors and warnings of the jobs. */
  troubles: string[];
  startWorker(scorer?: Scorer): Promise<Worker>;
  send(
    fileName: string,
    text: string | Uint8Array,
    options?: { source?: string; autoConfirm?: boolean; said?: SaidMapping },
  ): Promise<number>;
  /** Waits until the import is in one of these states. */
  until(importId: number, ...states: ImportRun['state'][]): Promise<ImportRun>;
  /** Makes 20 seconds pass for the jobs under way: a piece that was begun so long ago is given to another worker. */
  letPiecesExpire(): Promise<void>;
  /** Scores everything again with this version; needs a worker that scores with it. */
  rescore(scorerVersion: string): Promise<void>;
  end(): Promise<void>;
}

export async function openImportBench(label: string): Promise<ImportBench> {
  const database = await openTestDatabase(label);
  const dataFolder = await mkdtemp(join(tmpdir(), 'rapport-import-'));
  const store = openStore({ appUrl: database.appUrl });
  const spool = await openSpool(dataFolder);
  await prepareJobs({ ownerUrl: database.ownerUrl, ownerRole, appRole }, spool.id);
  const troubles: string[] = [];
  const note = (facts: object, message: string) => void troubles.push(`${message} ${JSON.stringify(facts)}`);
  const log: JobLog = { info: () => {}, warn: note, error: note };
  const actions = createImportActions({ store, spool, jobs: openJobs(), workspace: firstWorkspace, log });
  const workers: Worker[] = [];
  const load = (importId: number) =>
    inWorkspace(store, firstWorkspace, (db) => loadImport(db, firstWorkspace, importId));
  return {
    store,
    database,
    template: database.template,
    dataFolder,
    actions,
    troubles,
    startWorker: async (scorer) => {
      const worker = await startWorker({
        appUrl: database.appUrl,
        dataFolder,
        log,
        languageOf,
        findFocus,
        pollSeconds: 0.5,
        ...(scorer === undefined ? {} : { scorer }),
      });
      workers.push(worker);
      return worker;
    },
    send: async (fileName, text, { source, autoConfirm = true, said } = {}) => {
      const bytes = (async function* () {
        yield typeof text === 'string' ? Buffer.from(text) : text;
      })();
      const laid = said === undefined ? {} : { said };
      const given = { fileName, bytes, limitBytes: 2 ** 30, autoConfirm, isSample: false, ...laid };
      const run = await actions.receive(source === undefined ? given : { ...given, source });
      return Number(run.id);
    },
    until: async (importId, ...states) => {
      for (let tries = 0; tries < 600; tries++) {
        const run = await load(importId);
        if (run !== null && states.includes(run.state)) return run;
        if (run?.state === 'failed') throw new Error(`import failed: ${run.failure} ${troubles.join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`import ${importId} is ${(await load(importId))?.state}; ${troubles.join('\n')}`);
    },
    letPiecesExpire: async () => {
      await store.pool.query(
        "UPDATE jobs.job SET started_on = started_on - interval '20 seconds' WHERE state = 'active'",
      );
    },
    rescore: async (scorerVersion) => {
      const rescores = createRescoreActions({ store, jobs: openJobs(), workspace: firstWorkspace, scorerVersion });
      const begun = await rescores.start();
      for (let tries = 0; begun !== null && tries < 600; tries++) {
        const run = await inWorkspace(store, firstWorkspace, (db) => loadRescore(db, firstWorkspace, Number(begun.id)));
        if (run?.state === 'done') return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`nothing was scored again with ${scorerVersion}; ${troubles.join('\n')}`);
    },
    end: async () => {
      for (const worker of workers) await worker.stop();
      await store.close();
      await rm(dataFolder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
