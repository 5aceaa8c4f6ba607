import type { Database, DatabaseLog } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { askServer, checkServer, describeUrl } from './foreign-server.ts';

export type ForeignDatabaseOptions = {
  dataFolder: string;
  log: DatabaseLog;
  /** DATABASE_URL: the role that serves. */
  databaseUrl: string;
  /** RAPPORT_OWNER_DATABASE_URL: the role that migrates. Without it the serving role migrates too. */
  ownerDatabaseUrl?: string | undefined;
  /** RAPPORT_WITHOUT_ROW_SECURITY=yes: the operator knows that PostgreSQL will not keep workspaces apart. */
  withoutRowSecurity?: boolean | undefined;
};

/**
 * Connects to a PostgreSQL that somebody else runs and checks that Rapport can trust it.
 *
 * One URL: its role migrates and serves. It then owns the tables, and row-level security still holds for it because the
 * tables FORCE it; but a fault in the serving code could switch it off. Two URLs (owner and serving role apart) close
 * that gap and are the better choice.
 *
 * @throws DatabaseError `url_unreadable`, `unreachable`, `version_too_old`, `encoding_not_utf8`, `row_security_off`,
 *   `different_databases`
 */
export async function useForeignDatabase(options: ForeignDatabaseOptions): Promise<Database> {
  const { databaseUrl, ownerDatabaseUrl = databaseUrl, withoutRowSecurity = false, log } = options;
  const serving = await askServer(databaseUrl, 'DATABASE_URL');
  const owner =
    ownerDatabaseUrl === databaseUrl ? serving : await askServer(ownerDatabaseUrl, 'RAPPORT_OWNER_DATABASE_URL');
  const place = describeUrl(databaseUrl);
  checkServer(serving, { place, withoutRowSecurity });
  if (owner.identity !== serving.identity) {
    throw new DatabaseError('different_databases', {
      what: `DATABASE_URL (${place}) and RAPPORT_OWNER_DATABASE_URL (${describeUrl(ownerDatabaseUrl)}) lead to two databases.`,
      why: 'The second prepares the tables that the first reads and writes.',
      wayOut: 'Let both name the same server and database, with different roles.',
    });
  }
  if (serving.bypassesRowSecurity) {
    log.warn(
      `Row-level security is OFF: the role "${serving.role}" bypasses it. Only Rapport's own checks keep workspaces apart.`,
    );
  }
  log.info(`PostgreSQL ${serving.version} at ${place}`);
  return {
    ownerUrl: ownerDatabaseUrl,
    appUrl: databaseUrl,
    ownerRole: owner.role,
    appRole: serving.role,
    kind: 'foreign',
    attached: true,
    rowSecurity: !serving.bypassesRowSecurity,
    dataFolder: options.dataFolder,
    serverVersion: serving.version,
    stop: async () => {},
  };
}
