import type { Database, DatabaseLog } from './database.ts';
import { useForeignDatabase } from './foreign-database.ts';
import { startOwnDatabase } from './own-database.ts';

export type DatabaseOptions = {
  /** Where a cluster of our own lives; created when missing. See `findDataFolder`. */
  dataFolder: string;
  /** DATABASE_URL: a PostgreSQL 15 or newer that somebody else runs. Without it Rapport runs its own. */
  databaseUrl?: string | undefined;
  /** RAPPORT_OWNER_DATABASE_URL: the migrating role of that server; see `useForeignDatabase`. */
  ownerDatabaseUrl?: string | undefined;
  /** RAPPORT_WITHOUT_ROW_SECURITY: serve with a role that bypasses row-level security all the same. */
  withoutRowSecurity?: boolean | undefined;
  /** RAPPORT_PG_USER: who runs PostgreSQL when Rapport runs as root. */
  systemUser?: string | undefined;
  /** RAPPORT_PG_BIN: the `bin` folder of an installed PostgreSQL to run instead of the one npm brings. */
  binFolder?: string | undefined;
  log: DatabaseLog;
  /** False gives up every promise about power cuts for speed. For tests alone. */
  durable?: boolean;
};

/**
 * Turns settings into a ready PostgreSQL: the server named by `databaseUrl`, checked, or our own cluster in
 * `dataFolder`, created, started or joined as needed.
 *
 * @example
 * const database = await startDatabase({ ...(await readDatabaseOptions(process.env, checkoutFolder)), log });
 * await migrate(database.ownerUrl);
 * const pool = new Pool({ connectionString: database.appUrl });
 *
 * @throws DatabaseError with a reason and a message in three sentences: what happened, why it matters, the way out
 */
export async function startDatabase({ durable = true, databaseUrl, ...options }: DatabaseOptions): Promise<Database> {
  if (databaseUrl !== undefined && databaseUrl !== '') return useForeignDatabase({ ...options, databaseUrl });
  return startOwnDatabase({ ...options, durable });
}
