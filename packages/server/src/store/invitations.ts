/** One-time links: for an owner, for a new member, for a new password. Only the hash of a link is kept. */
import { type Invitation, RapportError, type Role } from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';
import type { Invitations } from './tables.ts';

export type NewInvitation = { tokenHash: Buffer; madeBy: string; now: Date; expiresAt: Date } & (
  | { kind: 'owner' }
  | { kind: 'member'; email: string; role: Role; teamIds: readonly number[] }
  | { kind: 'password'; userId: string; email: string }
);

export async function saveInvitation(db: Db, workspace: number, made: NewInvitation): Promise<number> {
  const { id } = await db
    .insertInto('invitations')
    .values({
      ...{ workspace_id: workspace, kind: made.kind, token_hash: made.tokenHash, made_by: made.madeBy },
      ...{ made_at: made.now, expires_at: made.expiresAt, email: made.kind === 'owner' ? null : made.email },
      role: made.kind === 'owner' ? 'owner' : made.kind === 'member' ? made.role : null,
      user_id: made.kind === 'password' ? made.userId : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const teamIds = made.kind === 'member' ? [...new Set(made.teamIds)] : [];
  if (teamIds.length > 0) {
    const teams = await db
      .selectFrom('teams')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('id', 'in', teamIds)
      .execute();
    if (teams.length < teamIds.length) throw noSuch('team');
    const held = teamIds.map((team_id) => ({ workspace_id: workspace, invitation_id: id, team_id }));
    await db.insertInto('invitation_teams').values(held).execute();
  }
  return id;
}

export type OpenInvitation = Selectable<Invitations>;

/** Locked until the transaction ends, so that a link works once. Null: used, cancelled, over, or never made. */
export async function lockInvitation(
  db: Db,
  workspace: number,
  { tokenHash, now }: { tokenHash: Buffer; now: Date },
): Promise<OpenInvitation | null> {
  return lockOpen(db, workspace, sql`token_hash = ${tokenHash}`, now);
}

/** The open invitation for an address that a single sign-on has proved; the newest. */
export async function lockInvitationFor(
  db: Db,
  workspace: number,
  { email, now }: { email: string; now: Date },
): Promise<OpenInvitation | null> {
  return lockOpen(db, workspace, sql`kind = 'member' AND email = ${email}`, now);
}

async function lockOpen(
  db: Db,
  workspace: number,
  which: ReturnType<typeof sql>,
  now: Date,
): Promise<OpenInvitation | null> {
  const { rows } = await sql<OpenInvitation>`
    SELECT * FROM invitations WHERE workspace_id = ${workspace} AND ${which}
      AND used_at IS NULL AND cancelled_at IS NULL AND expires_at > ${now}
    ORDER BY id DESC LIMIT 1 FOR UPDATE`.execute(db);
  return rows[0] ?? null;
}

export async function listInvitationTeams(db: Db, workspace: number, id: number): Promise<number[]> {
  const rows = await db
    .selectFrom('invitation_teams')
    .select('team_id')
    .where('workspace_id', '=', workspace)
    .where('invitation_id', '=', id)
    .execute();
  return rows.map(({ team_id }) => team_id);
}

export async function markUsed(db: Db, workspace: number, { id, now }: { id: number; now: Date }): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ used_at: now })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** @throws RapportError `not-found` when there is no such open one */
export async function cancelInvitation(
  db: Db,
  workspace: number,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  const cancelled = await db
    .updateTable('invitations')
    .set({ cancelled_at: now })
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(id))
    .where('used_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (cancelled.numUpdatedRows === 0n) throw noSuch('open invitation');
}

export async function listInvitations(db: Db, workspace: number, now: Date): Promise<Invitation[]> {
  const { rows } = await sql<OpenInvitation & { teams: Invitation['teams'] }>`
    SELECT i.*, coalesce((SELECT json_agg(json_build_object('id', t.id::text, 'name', t.name) ORDER BY t.name)
      FROM invitation_teams h JOIN teams t ON t.workspace_id = h.workspace_id AND t.id = h.team_id
      WHERE h.workspace_id = i.workspace_id AND h.invitation_id = i.id), '[]') AS teams
    FROM invitations i WHERE i.workspace_id = ${workspace} ORDER BY i.id DESC LIMIT 200`.execute(db);
  return rows.map((row) => ({
    ...{ id: String(row.id), kind: row.kind as Invitation['kind'], email: row.email, role: row.role as Role | null },
    ...{ teams: row.teams, madeAt: row.made_at.toISOString(), expiresAt: row.expires_at.toISOString() },
    state: stateOf(row, now),
  }));
}

function stateOf({ used_at, cancelled_at, expires_at }: OpenInvitation, now: Date): Invitation['state'] {
  if (used_at !== null) return 'used';
  if (cancelled_at !== null) return 'cancelled';
  return expires_at <= now ? 'expired' : 'open';
}

const noSuch = (what: string): RapportError =>
  new RapportError('not-found', { what: `There is no such ${what}.`, wayOut: 'The list shows what there is.' });
