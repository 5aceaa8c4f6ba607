import { Client } from 'pg';
import { readVersion } from './attach.ts';
import { codeOf, DatabaseError } from './database-error.ts';

/** What a server says about itself and about the role that asks. */
export type ServerFacts = {
  versionNumber: number;
  version: string;
  encoding: string;
  role: string;
  bypassesRowSecurity: boolean;
  /** The same for two connections exactly when they reach the same database of the same running server. */
  identity: string;
};

/** Refuses what would later fail quietly. Pure, so that versions which are not at hand can be tested too. */
export function checkServer(
  facts: ServerFacts,
  { place, withoutRowSecurity }: { place: string; withoutRowSecurity: boolean },
): void {
  if (facts.versionNumber < 150_000) {
    throw new DatabaseError('version_too_old', {
      what: `The PostgreSQL at ${place} is version ${facts.version}; Rapport needs 15 or newer.`,
      why: 'Older ones let every user create objects in the public schema and lack statements that Rapport uses.',
      wayOut: 'Upgrade that server, or unset DATABASE_URL to let Rapport run its own PostgreSQL.',
    });
  }
  if (facts.encoding !== 'UTF8') {
    throw new DatabaseError('encoding_not_utf8', {
      what: `The database at ${place} stores text as ${facts.encoding}.`,
      why: 'Customers write in every script, and in another encoding some of their words could not be stored.',
      wayOut: "Create it with: CREATE DATABASE rapport ENCODING 'UTF8' TEMPLATE template0.",
    });
  }
  if (facts.bypassesRowSecurity && !withoutRowSecurity) {
    throw new DatabaseError('row_security_off', {
      what: `DATABASE_URL names the role "${facts.role}", which is a superuser or may bypass row-level security.`,
      why: 'Row-level security, by which PostgreSQL itself keeps workspaces apart, would be off.',
      wayOut:
        'Serve with a plain role (CREATE ROLE rapport_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD …) and put the other ' +
        'one into RAPPORT_OWNER_DATABASE_URL, or accept it with RAPPORT_WITHOUT_ROW_SECURITY=yes.',
    });
  }
}

/** Host, port and database of an address, without user, password and options. */
export function describeUrl(url: string): string {
  const parsed = parseUrl(url);
  return parsed === null ? 'an unreadable address' : `${parsed.host || 'localhost'}${parsed.pathname}`;
}

/**
 * Asks the server at an address who it is.
 *
 * @param variable the name under which the operator knows this address, for the message
 * @throws DatabaseError `url_unreadable`, `unreachable`
 */
export async function askServer(url: string, variable: string): Promise<ServerFacts> {
  if (parseUrl(url) === null) {
    throw new DatabaseError('url_unreadable', {
      what: `${variable} is not a PostgreSQL address.`,
      why: 'Rapport cannot tell which server and database are meant.',
      wayOut: 'Write it as postgresql://user:password@host:5432/database, with special characters percent-encoded.',
    });
  }
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
    client.on('error', () => {});
    await client.connect();
    try {
      const { rows } = await client.query<ServerFacts>(factsQuery);
      const [facts] = rows;
      if (facts === undefined) throw new Error('the server gave no answer');
      return { ...facts, version: readVersion(facts.version) };
    } finally {
      await client.end().catch(() => {});
    }
  } catch (cause) {
    throw unreachable(variable, url, cause);
  }
}

const factsQuery = `
  SELECT current_setting('server_version_num')::int AS "versionNumber",
         current_setting('server_version') AS "version",
         current_setting('server_encoding') AS "encoding",
         current_user::text AS "role",
         (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS "bypassesRowSecurity",
         (SELECT concat(oid, ' ', extract(epoch FROM pg_postmaster_start_time())) FROM pg_database
           WHERE datname = current_database()) AS "identity"`;

function unreachable(variable: string, url: string, cause: unknown): DatabaseError {
  const code = codeOf(cause);
  const reason = code.startsWith('28')
    ? 'it does not accept this user and password'
    : code === '3D000'
      ? 'it has no such database'
      : code || (cause instanceof Error ? cause.message : 'no reason given');
  return new DatabaseError('unreachable', {
    what: `The PostgreSQL that ${variable} names (${describeUrl(url)}) cannot be used: ${reason}.`,
    why: 'Rapport keeps everything there and cannot start without it.',
    wayOut: `Check that it runs, and the user, password and database in ${variable}; or unset it to let Rapport run its own.`,
    cause,
  });
}

function parseUrl(url: string): URL | null {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) return null;
  return new URL(url);
}
