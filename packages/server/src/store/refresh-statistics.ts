import { sql } from 'kysely';
import type { Store } from './open-store.ts';
import type { Tables } from './tables.ts';

/**
 * Tells the planner how large tables have become after a flood of new rows: until then it plans for the empty ones.
 * Where the serving role may not (PostgreSQL before 17), the server says so in its log, skips it, and its autovacuum does
 * the same a little later.
 */
export async function refreshStatistics({ db }: Pick<Store, 'db'>, tables: readonly (keyof Tables)[]): Promise<void> {
  for (const table of tables) await sql`ANALYZE ${sql.table(table)}`.execute(db);
}
