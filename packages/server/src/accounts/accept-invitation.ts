/** From a one-time link, or an address that a provider has proved, to an account. */
import { RapportError, type Role } from '@rapport/contract';
import { writeAudit } from '../store/audit.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import {
  listInvitationTeams,
  lockInvitation,
  lockInvitationFor,
  markUsed,
  type OpenInvitation,
} from '../store/invitations.ts';
import { saveMember, savePassword } from '../store/members.ts';
import type { Db, Store } from '../store/open-store.ts';
import { endSessions, findUserByEmail, loadAddress } from '../store/sessions.ts';
import { listMemberships, listWorkspaces } from '../store/workspaces.ts';
import { readLinkToken } from './one-time-secrets.ts';

export interface AcceptParts {
  store: Pick<Store, 'db'>;
  newId: () => string;
  now: () => Date;
}

export interface TakenLink {
  token: string;
  name: string | undefined;
  email: string | undefined;
  /** Null: the password of the account that is there was proved. */
  passwordHash: string | null;
}

/**
 * Uses a link: makes the account, or sets the new password and ends every session of that person.
 *
 * @returns the address to sign in with
 * @throws RapportError `not-found` when the link opens nothing any more, `bad-request` when a name or address is missing
 */
export async function acceptLink(parts: AcceptParts, taken: TakenLink): Promise<string> {
  return withOpenLink(parts, taken.token, async (db, workspace, invitation) => {
    const now = parts.now();
    await markUsed(db, workspace, { id: invitation.id, now });
    if (invitation.kind === 'password') {
      if (taken.passwordHash === null) throw new Error('a link for a new password came without one');
      const userId = invitation.user_id ?? '';
      await savePassword(db, { userId, hash: taken.passwordHash, newId: parts.newId });
      await endSessions({ db }, userId);
      await writeAudit(db, { id: userId, workspace }, { what: 'password-changed', object: userId });
      return loadAddress(db, userId);
    }
    const email = invitation.kind === 'owner' ? taken.email : (invitation.email ?? undefined);
    // An account that is there keeps its name.
    const name = taken.name ?? (taken.passwordHash === null ? email : undefined);
    if (email === undefined || name === undefined) {
      throw new RapportError('bad-request', { what: 'A name or an address is missing.', wayOut: 'Fill in both.' });
    }
    await join(parts, db, workspace, { invitation, email, name, passwordHash: taken.passwordHash });
    return email;
  });
}

/** Looks at a link, or uses it, in one transaction that holds it. @throws RapportError `not-found` */
export async function withOpenLink<T>(
  { store, now }: Pick<AcceptParts, 'store' | 'now'>,
  token: string,
  work: (db: Db, workspace: number, invitation: OpenInvitation) => Promise<T>,
): Promise<T> {
  const read = readLinkToken(token);
  if (read === null) throw linkIsOver();
  const { workspace, hash: tokenHash } = read;
  return inWorkspace(store, workspace, async (db) => {
    const invitation = await lockInvitation(db, workspace, { tokenHash, now: now() });
    if (invitation === null) throw linkIsOver();
    return work(db, workspace, invitation);
  });
}

/** Whether an address has an account that opens any workspace. */
export async function hasOpenAccount(store: Pick<Store, 'db'>, email: string): Promise<boolean> {
  const user = await findUserByEmail(store, email);
  return user !== null && (await listMemberships(store, user.id)).length > 0;
}

/** Accepts what is open for this address, in any workspace; does nothing where it was not invited. */
export async function acceptBySingleSignOn(
  parts: AcceptParts,
  { email, name }: { email: string; name: string },
): Promise<void> {
  for (const { id: workspace } of await listWorkspaces(parts.store)) {
    await inWorkspace(parts.store, workspace, async (db) => {
      const now = parts.now();
      const invitation = await lockInvitationFor(db, workspace, { email, now });
      if (invitation === null) return;
      await markUsed(db, workspace, { id: invitation.id, now });
      await join(parts, db, workspace, { invitation, email, name, passwordHash: null, by: 'single-sign-on' });
    });
  }
}

async function join(
  { newId }: AcceptParts,
  db: Db,
  workspace: number,
  given: {
    invitation: OpenInvitation;
    email: string;
    name: string;
    passwordHash: string | null;
    by?: 'single-sign-on';
  },
): Promise<void> {
  const { invitation, ...who } = given;
  const role = invitation.role as Role; // the table's check wants one for these kinds
  const teamIds = await listInvitationTeams(db, workspace, invitation.id);
  const userId = await saveMember(db, workspace, { ...who, role, teamIds, newId });
  const what = invitation.kind === 'owner' ? 'owner-made' : 'invitation-accepted';
  const detail = { invitation: invitation.id, role, by: who.by ?? 'password' };
  await writeAudit(db, { id: userId, workspace }, { what, object: userId, detail });
}

const linkIsOver = (): RapportError =>
  new RapportError('not-found', {
    what: 'This link opens nothing.',
    why: 'It may have been used, cancelled, or it is too old.',
    wayOut: 'Ask for a new one. An owner’s link is printed by: rapport owner.',
  });
