import { sql } from 'kysely';
import type { Db, Store } from './open-store.ts';

/** The workspace that every database has from the start; the only one until there are accounts. */
export const firstWorkspace = 1;

/**
 * Runs `work` in one transaction that sees and writes the rows of one workspace and of no other. The setting is local
 * to the transaction, so a connection goes back to the pool without it.
 */
export function inWorkspace<T>(
  store: Pick<Store, 'db'>,
  workspace: number,
  work: (db: Db) => Promise<T>,
  isolation?: 'repeatable read',
): Promise<T> {
  const transaction = store.db.transaction();
  const wanted = isolation === undefined ? transaction : transaction.setIsolationLevel(isolation);
  return wanted.execute(async (db) => {
    await sql`SELECT set_config('app.workspace', ${String(workspace)}, true)`.execute(db);
    return work(db);
  });
}
