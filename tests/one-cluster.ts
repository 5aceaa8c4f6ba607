import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { TestCluster } from '../packages/server/src/database/test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the template of its database; see `openTestDatabase`. */
    clusterDoor: string;
  }
}

/** One PostgreSQL for a whole run, started when the first test file asks for it: most runs of one file never do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<TestCluster> | undefined;
  const path = `/${randomUUID()}`;
  const door = createServer(async (asked, answer) => {
    if (asked.url !== path) return void answer.writeHead(404).end();
    try {
      cluster ??= startCluster();
      answer.end(JSON.stringify((await cluster).template));
    } catch (error) {
      answer.writeHead(500).end(String(error));
    }
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  project.provide('clusterDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}${path}`);
  return async () => {
    door.closeAllConnections();
    door.close();
    await (await cluster?.catch(() => undefined))?.stop();
  };
}

async function startCluster(): Promise<TestCluster> {
  const { startTestCluster } = await import('../packages/server/src/database/test-database.ts');
  const { appRole, ownerRole } = await import('../packages/server/src/database/roles.ts');
  const { migrate } = await import('../packages/server/src/store/migrate.ts');
  const { prepareJobs } = await import('../packages/server/src/jobs/prepare-jobs.ts');
  return startTestCluster({
    migrate: async (ownerUrl) => {
      const owner = { ownerUrl, ownerRole, appRole };
      await migrate(owner);
      // Thirty tables of queues that half of the files need.
      await prepareJobs(owner, 'template');
    },
  });
}
