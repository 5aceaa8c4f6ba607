import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/**
 * For the rest of this transaction rows are found by index. A batch touches a few thousand rows of tables that may hold
 * millions; while an import fills an empty database the planner still believes them to be empty and would walk through
 * all of them, again and again, also in the look-ups behind foreign keys, whose plans a connection keeps for its life.
 */
export async function useIndexes(db: Db): Promise<void> {
  await sql`SELECT set_config('enable_seqscan', 'off', true)`.execute(db);
}
