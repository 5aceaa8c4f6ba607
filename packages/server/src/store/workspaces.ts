/** The workspaces somebody belongs to; making one, naming one, and in which a session is. */
import type { Role } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db, Store } from './open-store.ts';

export interface Membership {
  workspace: number;
  name: string;
  role: Role;
}

/** Where somebody is an active member, oldest workspace first. Works before it is known whose workspace it is. */
export async function listMemberships({ db }: Pick<Store, 'db'>, userId: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`SELECT workspace, name, role FROM list_memberships(${userId})`.execute(db);
  return rows;
}

export async function listWorkspaces({ db }: Pick<Store, 'db'>): Promise<{ id: number; name: string }[]> {
  return db.selectFrom('workspaces').select(['id', 'name']).orderBy('id').execute();
}

/** @returns its id; it is empty, and nobody is a member yet */
export async function makeWorkspace(db: Db, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`SELECT make_workspace(${name}) AS id`.execute(db);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the workspace was not made');
  return id;
}

/** Renames the workspace the transaction is in. */
export async function renameWorkspace(db: Db, name: string): Promise<void> {
  await sql`SELECT rename_workspace(${name})`.execute(db);
}

/** The same transaction goes on in another workspace: what is made there and what is told here stand or fall together. */
export async function goOnIn(db: Db, workspace: number): Promise<void> {
  await sql`SELECT set_config('app.workspace', ${String(workspace)}, true)`.execute(db);
}

export async function moveSession(
  { db }: Pick<Store, 'db'>,
  { sessionId, workspace }: { sessionId: string; workspace: number },
): Promise<void> {
  await db.updateTable('sessions').set({ in_workspace: workspace }).where('id', '=', sessionId).execute();
}
