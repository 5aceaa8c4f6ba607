/** Asks for the work of every connection for which it is time; the database says when, so no wake-up can be lost. */
import type { JobContext } from '../jobs/job.ts';
import { listDueConnections } from '../store/connections.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { syncConnection } from './sync-connection.ts';

export async function wakeConnections({ store, jobs }: Pick<JobContext, 'store' | 'jobs'>): Promise<void> {
  const workspaces = await store.db.selectFrom('workspaces').select('id').orderBy('id').execute();
  for (const { id: workspaceId } of workspaces) {
    await inWorkspace(store, workspaceId, async (db) => {
      for (const connectionId of await listDueConnections(db, workspaceId)) {
        await jobs.sendUnlessWaiting(db, syncConnection, { workspaceId, connectionId });
      }
    });
  }
}
