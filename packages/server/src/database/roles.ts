/** The fixed names inside a cluster of our own. With a foreign DATABASE_URL the names are the operator's. */
export const adminRole = 'postgres';
export const ownerRole = 'rapport_owner';
export const appRole = 'rapport_app';
export const databaseName = 'rapport';

/** Secrets of a cluster of our own; 24 random bytes each, in the URL-safe alphabet. */
export type Passwords = { admin: string; owner: string; app: string };

/**
 * The statements that give a new cluster its two roles and its database, one per line, for single-user mode.
 *
 * Two roles, because row-level security does nothing for a superuser or BYPASSRLS: `rapport_owner` owns the database
 * and migrates; `rapport_app` serves, owns nothing and may only what the migrations grant it. No default privileges are
 * given: a table is closed to `rapport_app` until its migration opens it, and a migration that runs against a foreign
 * server has to say its grants anyway.
 */
export function roleStatements(passwords: Passwords): string[] {
  const plain = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  return [
    `ALTER ROLE ${adminRole} PASSWORD ${quoteText(passwords.admin)}`,
    `CREATE ROLE ${ownerRole} ${plain} PASSWORD ${quoteText(passwords.owner)}`,
    `CREATE ROLE ${appRole} ${plain} PASSWORD ${quoteText(passwords.app)}`,
    // Full text search cannot use its index below row-level security unless the match itself is known to tell nothing of
    // rows it refuses; it raises no error about them, so it is. Said in template1, of which the database is a copy.
    'ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF',
    `CREATE DATABASE ${databaseName} OWNER ${ownerRole}`,
    ...databaseGrants(databaseName),
  ];
}

/** Who may enter a database; not copied by CREATE DATABASE … TEMPLATE, so a clone needs them again. */
export function databaseGrants(database: string): string[] {
  return [
    `REVOKE ALL ON DATABASE ${quoteName(database)} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${quoteName(database)} TO ${appRole}`,
  ];
}

/** The address of a database of our own cluster for one of its roles. */
export function localUrl(at: { role: string; password: string; port: number; database: string }): string {
  return `postgresql://${at.role}:${encodeURIComponent(at.password)}@127.0.0.1:${at.port}/${at.database}`;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
