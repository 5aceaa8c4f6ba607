/** For tests: the real app with a worker beside it, so that what comes in is stored and scored. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFocus } from '@rapport/insight';
import { keepImports, startTestApp, type TestApp, testSecret } from '../api/test-app.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { languageOf } from '../detect-language.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { startWorker } from '../jobs/run-worker.ts';
import { openSpool } from '../jobs/spool.ts';
import { openOutside } from '../outbound/open-outside.ts';
import type { Environment } from '../serve-settings.ts';
import { verifyStore } from '../store/verify/verify-store.ts';

export interface LiveApp extends TestApp {
  /** Errors and warnings of the worker. */
  troubles: string[];
  /** Waits until `look` says so. */
  until(look: () => Promise<boolean>, milliseconds?: number): Promise<void>;
  /** Broken promises about the stored data. */
  broken(): Promise<string[]>;
}

/** @param environment as of the worker, such as private hosts that may be asked */
export async function startLiveApp(label: string, environment: Environment = {}): Promise<LiveApp> {
  const app = await startTestApp(label, keepImports);
  const dataFolder = await mkdtemp(join(tmpdir(), 'rapport-live-'));
  const spool = await openSpool(dataFolder);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, spool.id);
  const troubles: string[] = [];
  const note = (facts: object, message: string) => void troubles.push(`${message} ${JSON.stringify(facts)}`);
  const worker = await startWorker({
    ...{ appUrl: app.database.appUrl, dataFolder, languageOf, findFocus, pollSeconds: 0.5 },
    environment: { ...testSecret, ...environment },
    log: { info: () => {}, warn: note, error: note },
  });
  const outside = openOutside({ environment: { ...testSecret, ...environment }, dataFolder, now: () => Date.now() });
  return {
    ...app,
    http: await app.rebuild({ outside }),
    troubles,
    until: async (look, milliseconds = 20_000) => {
      for (let tries = 0; tries < milliseconds / 50; tries++) {
        if (await look()) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`it did not happen; ${troubles.join('\n')}`);
    },
    broken: async () =>
      (await verifyStore(app.store, { now: () => 0 })).flatMap(({ name, violations }) =>
        violations.map((one) => `${name}: ${one}`),
      ),
    end: async () => {
      await worker.stop();
      await app.end();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
