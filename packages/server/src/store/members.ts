/** Who works here, in which role, and which imported authors they are. */
import { type Member, member, RapportError, type Role } from '@rapport/contract';
import { sql } from 'kysely';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';
import { listMemberships } from './workspaces.ts';

export async function listMembers(db: Db, workspace: number): Promise<Member[]> {
  return selectMembers(db, workspace, sql`true`);
}

/** @throws RapportError `not-found` */
export async function loadMember(db: Db, workspace: number, userId: string): Promise<Member> {
  const [found] = await selectMembers(db, workspace, sql`m.user_id = ${userId}`);
  if (found === undefined) throw noSuchMember();
  return found;
}

async function selectMembers(db: Db, workspace: number, which: ReturnType<typeof sql>): Promise<Member[]> {
  const { rows } = await sql<Record<string, unknown> & { joined_at: Date }>`
    SELECT m.user_id AS id, u.name, u.email, m.role, m.state, u.two_factor_enabled AS "twoFactor", m.joined_at,
      coalesce((SELECT json_agg(json_build_object('id', t.id::text, 'name', t.name) ORDER BY t.name)
        FROM team_members h JOIN teams t ON t.workspace_id = h.workspace_id AND t.id = h.team_id
        WHERE h.workspace_id = m.workspace_id AND h.user_id = m.user_id), '[]') AS teams,
      coalesce((SELECT json_agg(json_build_object('id', a.id::text, 'name', a.name, 'source', a.source) ORDER BY a.id)
        FROM member_authors h JOIN authors a ON a.workspace_id = h.workspace_id AND a.id = h.author_id
        WHERE h.workspace_id = m.workspace_id AND h.user_id = m.user_id AND a.merged_into IS NULL), '[]') AS authors
    FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspace} AND ${which}
    ORDER BY m.state, lower(u.name) COLLATE "C", m.user_id`.execute(db);
  return rows.map(({ joined_at, ...row }) => member.parse({ ...row, joinedAt: joined_at.toISOString() }));
}

export interface NewMember {
  email: string;
  name: string;
  role: Role;
  teamIds: readonly number[];
  /** Null: comes in by single sign-on, or has proved the password of an account that is there. */
  passwordHash: string | null;
  newId: () => string;
}

/**
 * Makes a member, or takes somebody back who was removed.
 *
 * @returns the user's id
 * @throws RapportError `conflict` when the address has an account already
 */
export async function saveMember(db: Db, workspace: number, made: NewMember): Promise<string> {
  const { email, name, role } = made;
  const known = await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst();
  const memberships = known === undefined ? [] : await listMemberships({ db }, known.id);
  // A link is for whoever holds it; an account that opens other workspaces is only for who knows its password.
  const isTaken = memberships.length > 0 && made.passwordHash !== null;
  if (isTaken || memberships.some((one) => one.workspace === workspace)) {
    throw new RapportError('conflict', {
      what: 'Somebody with this address has an account already.',
      wayOut: 'Sign in, or take another address.',
    });
  }
  const id = known?.id ?? made.newId();
  if (known !== undefined) await moveHome(db, { userId: id, workspace });
  if (memberships.length === 0) {
    await sql`
      INSERT INTO users (id, home_workspace, name, email, email_verified)
      VALUES (${id}, ${workspace}, ${name}, ${email}, true)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, two_factor_enabled = false, updated_at = now()`.execute(db);
  }
  await saveMembership(db, workspace, { userId: id, role });
  if (made.passwordHash !== null) await savePassword(db, { userId: id, hash: made.passwordHash, newId: made.newId });
  const teams = made.teamIds.map((team_id) => ({ workspace_id: workspace, team_id, user_id: id }));
  if (teams.length > 0) {
    await db
      .insertInto('team_members')
      .values(teams)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return id;
}

export async function saveMembership(
  db: Db,
  workspace: number,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  await sql`
    INSERT INTO members (workspace_id, user_id, role) VALUES (${workspace}, ${userId}, ${role})
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = excluded.role, state = 'active', removed_at = NULL`.execute(
    db,
  );
}

/** New sessions begin there; those that are open stay where they are. */
async function moveHome(db: Db, { userId, workspace }: { userId: string; workspace: number }): Promise<void> {
  await sql`
    UPDATE sessions s SET in_workspace = u.home_workspace FROM users u
    WHERE u.id = ${userId} AND s.user_id = u.id AND s.in_workspace IS NULL`.execute(db);
  await db.updateTable('users').set({ home_workspace: workspace }).where('id', '=', userId).execute();
}

export async function savePassword(
  db: Db,
  { userId, hash, newId }: { userId: string; hash: string; newId: () => string },
): Promise<void> {
  await sql`
    INSERT INTO sign_ins (id, user_id, provider_id, account_id, password)
    VALUES (${newId()}, ${userId}, 'credential', ${userId}, ${hash})
    ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = now()`.execute(db);
}

/** @throws RapportError `not-found`, or `conflict` when nobody would be left as owner */
export async function changeRole(
  db: Db,
  workspace: number,
  { userId, role }: { userId: string; role: Role },
): Promise<{ from: Role; changed: boolean }> {
  const from = await lockRole(db, workspace, userId);
  if (from === role) return { from, changed: false };
  if (from === 'owner') await refuseLastOwner(db, workspace, userId);
  await db
    .updateTable('members')
    .set({ role })
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', userId)
    .execute();
  return { from, changed: true };
}

/**
 * Every way in goes, unless the account belongs to other workspaces too; the name stays beside what the person did.
 *
 * @throws RapportError `not-found`, or `conflict` when nobody would be left as owner
 */
export async function removeMember(db: Db, workspace: number, userId: string): Promise<Role> {
  const role = await lockRole(db, workspace, userId);
  if (role === 'owner') await refuseLastOwner(db, workspace, userId);
  await db
    .updateTable('members')
    .set({ state: 'removed', removed_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', userId)
    .execute();
  await sql`
    DELETE FROM sessions s USING users u
    WHERE s.user_id = ${userId} AND u.id = s.user_id AND coalesce(s.in_workspace, u.home_workspace) = ${workspace}
  `.execute(db);
  const [elsewhere] = await listMemberships({ db }, userId);
  if (elsewhere !== undefined) await moveHome(db, { userId, workspace: elsewhere.workspace });
  else await removeSignIns(db, userId);
  for (const table of ['team_members', 'member_authors'] as const) {
    await db.deleteFrom(table).where('workspace_id', '=', workspace).where('user_id', '=', userId).execute();
  }
  return role;
}

async function removeSignIns(db: Db, userId: string): Promise<void> {
  for (const table of ['sessions', 'sign_ins', 'two_factors'] as const) {
    await db.deleteFrom(table).where('user_id', '=', userId).execute();
  }
}

async function lockRole(db: Db, workspace: number, userId: string): Promise<Role> {
  // One change of roles at a time: two owners that remove each other at once would leave none.
  await sql`SELECT pg_advisory_xact_lock(hashtext('roles'), ${workspace})`.execute(db);
  const found = await db
    .selectFrom('members')
    .select('role')
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', userId)
    .where('state', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw noSuchMember();
  return found.role as Role; // the table's check allows these words only
}

async function refuseLastOwner(db: Db, workspace: number, userId: string): Promise<void> {
  const other = await db
    .selectFrom('members')
    .select('user_id')
    .where('workspace_id', '=', workspace)
    .where('role', '=', 'owner')
    .where('state', '=', 'active')
    .where('user_id', '<>', userId)
    .executeTakeFirst();
  if (other !== undefined) return;
  throw new RapportError('conflict', {
    what: 'This is the last owner.',
    why: 'Without one nobody could give rights any more.',
    wayOut: 'Make somebody else an owner first.',
  });
}

/** @throws RapportError `not-found` for an author that is none, `conflict` for one who is somebody else */
export async function setMemberAuthors(
  db: Db,
  workspace: number,
  given: { userId: string; authorIds: readonly string[]; confirmedBy: string },
): Promise<void> {
  const wanted = [...new Set(given.authorIds.map(numberOf))];
  const { rows } = await sql<{ id: number; user_id: string | null }>`
    SELECT a.id, h.user_id FROM authors a
    LEFT JOIN member_authors h ON h.workspace_id = a.workspace_id AND h.author_id = a.id
    WHERE a.workspace_id = ${workspace} AND a.role = 'agent' AND a.id = ANY(${wanted}::bigint[])`.execute(db);
  if (rows.length < wanted.length) {
    throw new RapportError('not-found', { what: 'There is no such author.', wayOut: 'The list of authors shows all.' });
  }
  if (rows.some(({ user_id }) => user_id !== null && user_id !== given.userId)) {
    throw new RapportError('conflict', {
      what: 'One of these authors is somebody else already.',
      wayOut: 'Take it from them first.',
    });
  }
  // A name that is merged into one of these stays theirs, for when they are split.
  await sql`DELETE FROM member_authors h USING authors a WHERE h.workspace_id = ${workspace}
    AND h.user_id = ${given.userId} AND a.workspace_id = ${workspace} AND a.id = h.author_id
    AND (a.merged_into IS NULL OR a.merged_into <> ALL(${wanted}::bigint[]))`.execute(db);
  if (wanted.length === 0) return;
  const { userId: user_id, confirmedBy: confirmed_by } = given;
  const held = wanted.map((author_id) => ({ workspace_id: workspace, author_id, user_id, confirmed_by }));
  await db.insertInto('member_authors').values(held).execute();
}

const noSuchMember = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such person.', wayOut: 'The list of people shows all.' });
