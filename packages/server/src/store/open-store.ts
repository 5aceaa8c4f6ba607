import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import type { Tables } from './tables.ts';

/** Everything in the store: hand it to `inWorkspace`, which opens the rows of one workspace. */
export interface Store {
  db: Kysely<Tables>;
  /** The pool beneath, for COPY and LISTEN, which the query builder does not speak. */
  pool: Pool;
  close(): Promise<void>;
}

/** What every store function takes first: a transaction made by `inWorkspace`. */
export type Db = Transaction<Tables>;

export interface StoreOptions {
  appUrl: string;
  /** Connections at most; 10 unless said. */
  connections?: number;
  /** Told when an idle connection breaks, as at every restart of the database. */
  onError?: (error: Error) => void;
}

/** Opens the store as the serving role. No connection is made until the first query. */
export function openStore({ appUrl, connections = 10, onError = () => {} }: StoreOptions): Store {
  const pool = new Pool({ connectionString: appUrl, max: connections, types: storeTypes, application_name: 'rapport' });
  // Without a listener a database stop would end this process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

const bigint = 20;

/** Ids and byte counts are far below 2^53; they become numbers at this door and stay numbers. */
export const storeTypes: NonNullable<PoolConfig['types']> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === bigint) return parseWholeNumber;
    if (oid === bigintArray) return parseWholeNumbers;
    return types.getTypeParser(oid, format);
  }) as typeof types.getTypeParser, // pg types one overload per oid; this keeps its contract for all of them
};

function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large a whole number for this program`);
  return value;
}

const bigintArray = 1016;

function parseWholeNumbers(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(parseWholeNumber);
}
