import { RapportError } from '@rapport/contract';
import { CompiledQuery, Kysely, type MigrationProvider, Migrator, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { allMigrations, type Migration } from './migrations/all-migrations.ts';

/** Which database, and the names of the role that owns its objects and of the one that serves from it. */
export interface MigrateOptions {
  ownerUrl: string;
  ownerRole: string;
  appRole: string;
}

/** One lock for all of Rapport's processes in this database: two that start at once migrate one after the other. */
const migrationLock = 0x5261_7070;

/**
 * Brings the database to this version's schema. Safe to call from any number of processes at once.
 *
 * @returns names of the migrations that ran now
 * @throws RapportError `database-newer` when a newer Rapport has been here, `database-unusable` when a step fails
 */
export async function migrate(options: MigrateOptions, migrations = allMigrations): Promise<string[]> {
  const pool = new Pool({ connectionString: options.ownerUrl, max: 1, application_name: 'rapport migrate' });
  pool.on('error', () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`SELECT pg_advisory_lock(${migrationLock})`.execute(db);
    await refuseNewer(db, migrations);
    const ran = await runMigrations(db, migrations);
    await grantToApp(db, options);
    return ran;
  } finally {
    await db.destroy();
  }
}

/** Names of the migrations this database has, oldest first; none in an empty database. */
async function listMigrations(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ found: string | null }>`SELECT to_regclass('public.schema_migrations') AS found`.execute(
    db,
  );
  if (rows[0]?.found == null) return [];
  const names = await sql<{
    name: string;
  }>`SELECT name FROM public.schema_migrations ORDER BY name COLLATE "C"`.execute(db);
  return names.rows.map(({ name }) => name);
}

async function refuseNewer(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = (await listMigrations(db)).find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new RapportError('database-newer', {
    what: `This database was changed by a newer version of Rapport (step ${unknown}).`,
    why: 'An older version would misread it, so nothing was touched.',
    wayOut: 'Start the newer version, or restore the backup that was made before the upgrade.',
  });
}

async function runMigrations(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<string[]> {
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries(
        migrations.map(({ name, sql: text }) => [
          name,
          { up: async (one: Kysely<unknown>) => void (await one.executeQuery(CompiledQuery.raw(text))) },
        ]),
      ),
  };
  const migrator = new Migrator({
    db,
    provider,
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const step = results?.find(({ status }) => status === 'Error')?.migrationName;
    throw new RapportError(
      'database-unusable',
      {
        what: `The database could not be brought up to date${step === undefined ? '' : ` (step ${step})`}: ${error instanceof Error ? error.message : String(error)}`,
        why: 'Every step is one transaction: nothing was half done.',
        wayOut: 'Check free space and the rights of the owner role, then start again.',
      },
      { cause: error },
    );
  }
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

/**
 * Opens the tables to the serving role: rows, never definitions. Said again at every start, because a foreign server
 * may be given another serving role at any time.
 */
async function grantToApp(db: Kysely<unknown>, { ownerRole, appRole }: MigrateOptions): Promise<void> {
  if (ownerRole === appRole) return;
  const app = sql.raw(quoteName(appRole));
  const { rows } = await sql<{ name: string; version: string }>`
    SELECT current_database() AS name, current_setting('server_version_num') AS version`.execute(db);
  await sql`GRANT CONNECT ON DATABASE ${sql.id(rows[0]?.name ?? '')} TO ${app}`.execute(db);
  await sql`GRANT USAGE ON SCHEMA public TO ${app}`.execute(db);
  await sql`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app}`.execute(db);
  // From PostgreSQL 17 on the serving role may refresh the planner's statistics; before, autovacuum does it in a minute.
  if (Number(rows[0]?.version) >= 170_000)
    await sql`GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO ${app}`.execute(db);
  // The log of what was done is appended to, by whoever serves; an older schema has none.
  const log = await sql<{ found: string | null }>`SELECT to_regclass('public.audit_entries') AS found`.execute(db);
  if (log.rows[0]?.found != null) await sql`REVOKE UPDATE, DELETE ON audit_entries FROM ${app}`.execute(db);
  await sql`REVOKE INSERT, UPDATE, DELETE ON workspaces, schema_migrations, schema_migrations_lock FROM ${app}`.execute(
    db,
  );
}

/** A name as SQL writes it, whatever letters it holds. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
