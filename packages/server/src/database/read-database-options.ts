import { findDataFolder } from './find-data-folder.ts';
import type { DatabaseOptions } from './start-database.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads everything the database wants to know from the environment: DATABASE_URL, RAPPORT_OWNER_DATABASE_URL,
 * RAPPORT_WITHOUT_ROW_SECURITY (`yes`), RAPPORT_DATA, RAPPORT_PG_USER, RAPPORT_PG_BIN. An empty value counts as unset.
 */
export async function readDatabaseOptions(
  environment: Environment,
  checkoutFolder: string,
): Promise<Omit<DatabaseOptions, 'log' | 'durable'>> {
  const read = (name: string) => environment[name]?.trim() || undefined;
  return {
    dataFolder: await findDataFolder({ checkoutFolder, wanted: read('RAPPORT_DATA'), callerFolder: read('INIT_CWD') }),
    databaseUrl: read('DATABASE_URL'),
    ownerDatabaseUrl: read('RAPPORT_OWNER_DATABASE_URL'),
    withoutRowSecurity: read('RAPPORT_WITHOUT_ROW_SECURITY')?.toLowerCase() === 'yes',
    systemUser: read('RAPPORT_PG_USER'),
    binFolder: read('RAPPORT_PG_BIN'),
  };
}
