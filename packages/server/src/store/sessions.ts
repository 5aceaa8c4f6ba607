/** Who holds a session or a key, and ending sessions. Look-ups come before it is known whose workspace it is. */
import type { Role } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db, Store } from './open-store.ts';

export interface FoundSession {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  workspace: number;
  role: Role;
  twoFactor: boolean;
  /** Whether the person leads or reviews any team. */
  inTeams: boolean;
  /** Authors of those teams. */
  teamAuthors: number[];
  ownAuthors: number[];
  /** Whether per-agent views are switched on. */
  viewsOn: boolean;
}

type Open = Pick<Store, 'db'>;

/** One round trip; null when it has ended, never was, or its person was removed. */
export async function findSession({ db }: Open, tokenHash: string): Promise<FoundSession | null> {
  const { rows } = await sql<FoundSession>`
    SELECT session_id AS "sessionId", user_id AS "userId", name, email, workspace, role, two_factor AS "twoFactor",
      in_teams AS "inTeams", team_authors AS "teamAuthors", own_authors AS "ownAuthors", views_on AS "viewsOn"
    FROM find_session(${tokenHash})`.execute(db);
  return rows[0] ?? null;
}

export async function findKey(
  { db }: Open,
  workspace: number,
  keyHash: Buffer,
): Promise<{ id: number; name: string; scope: 'ingest' | 'read' | 'write' } | null> {
  const { rows } = await sql<{ id: number; name: string; scope: 'ingest' | 'read' | 'write' }>`
    SELECT id, name, scope FROM find_key(${workspace}, ${keyHash})`.execute(db);
  return rows[0] ?? null;
}

/** Whether anybody has an account: the first one is always an owner. */
export async function hasAccounts({ db }: Open): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM users LIMIT 1`.execute(db);
  return rows.length > 0;
}

export interface StoredSession {
  id: string;
  user_agent: string | null;
  created_at: Date;
  expires_at: Date;
}

export function listSessions({ db }: Open, userId: string): Promise<StoredSession[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'user_agent', 'created_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .execute();
}

/** At once, in every process: nobody keeps a session in memory. @returns how many ended */
export async function endSessions(
  { db }: Open,
  userId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  let ending = db.deleteFrom('sessions').where('user_id', '=', userId);
  if (which.only !== undefined) ending = ending.where('id', '=', which.only);
  if (which.except !== undefined) ending = ending.where('id', '<>', which.except);
  return Number((await ending.executeTakeFirst()).numDeletedRows);
}

/** Who has this address, also somebody who was removed. */
export async function findUserByEmail({ db }: Open, email: string): Promise<{ id: string; workspace: number } | null> {
  const user = await db
    .selectFrom('users')
    .select(['id', 'home_workspace as workspace'])
    .where('email', '=', email)
    .executeTakeFirst();
  return user ?? null;
}

/** @throws when there is no such user */
export async function loadAddress(db: Db, userId: string): Promise<string> {
  const { email } = await db.selectFrom('users').select('email').where('id', '=', userId).executeTakeFirstOrThrow();
  return email;
}

/** Null: the account has none, because it comes in by single sign-on alone. */
export async function loadPasswordHash({ db }: Open, email: string): Promise<string | null> {
  const found = await db
    .selectFrom('sign_ins')
    .innerJoin('users', 'users.id', 'sign_ins.user_id')
    .select('sign_ins.password')
    .where('users.email', '=', email)
    .where('sign_ins.provider_id', '=', 'credential')
    .executeTakeFirst();
  return found?.password ?? null;
}
