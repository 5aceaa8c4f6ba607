/** People, their roles, and the links by which they come in. */
import {
  cancelInvitation as cancelInvitationEndpoint,
  changeMember,
  inviteMember,
  listInvitations as listInvitationsEndpoint,
  listMembers as listMembersEndpoint,
  makePasswordLink,
  RapportError,
  type Role,
  removeMember as removeMemberEndpoint,
} from '@rapport/contract';
import { linkAddress } from '../accounts/make-owner-link.ts';
import { makeLinkToken } from '../accounts/one-time-secrets.ts';
import { mailInvitation } from '../notify/mail-invitation.ts';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { firstWorkspace } from '../store/in-workspace.ts';
import { cancelInvitation, listInvitations, type NewInvitation, saveInvitation } from '../store/invitations.ts';
import { changeRole, listMembers, loadMember, removeMember, setMemberAuthors } from '../store/members.ts';
import type { Db } from '../store/open-store.ts';
import { endSessions } from '../store/sessions.ts';
import { listMemberships } from '../store/workspaces.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, type Exchange, serve } from './serve.ts';

const invitationDays = 7;
const passwordLinkDays = 1;
const dayMilliseconds = 86_400_000;

export function serveMembers(api: Api, parts: AppParts): void {
  const { accounts } = parts;
  const now = () => accounts.now();

  type Wanted =
    | { kind: 'member'; email: string; role: Role; teamIds: number[] }
    | { kind: 'password'; userId: string; email: string };
  const makeLink = async (db: Db, person: Person, { request }: Exchange, wanted: Wanted) => {
    const { token, hash: tokenHash } = makeLinkToken(person.workspace);
    const days = wanted.kind === 'member' ? invitationDays : passwordLinkDays;
    const expiresAt = new Date(now().getTime() + days * dayMilliseconds);
    const made: NewInvitation = { ...wanted, tokenHash, madeBy: person.id, now: now(), expiresAt };
    const id = await saveInvitation(db, person.workspace, made);
    const detail = wanted.kind === 'member' ? { role: wanted.role } : { member: wanted.userId };
    const what = wanted.kind === 'member' ? 'invited' : 'password-link-made';
    await writeAudit(db, person, { what, object: String(id), detail });
    return { link: linkAddress(accounts.originOf(request), token), expiresAt: expiresAt.toISOString() };
  };

  serve(api, listMembersEndpoint, async (_given, person) => ({ members: await ask(parts, person, listMembers) }));

  serve(api, changeMember, ({ params: { memberId: userId }, body: { role, authorIds } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const before = await loadMember(db, workspace, userId);
      if (role !== undefined) {
        refuseAbove(person, before.role, role);
        const { from, changed } = await changeRole(db, workspace, { userId, role });
        if (changed) {
          // In the same transaction: no session outlives the rights it was made with.
          await endSessions({ db }, userId);
          await writeAudit(db, person, { what: 'role-changed', object: userId, detail: { from, to: role } });
        }
      }
      if (authorIds !== undefined) {
        await setMemberAuthors(db, workspace, { userId, authorIds, confirmedBy: person.id });
        const detail = { authors: authorIds.join(' ') };
        await writeAudit(db, person, { what: 'authors-changed', object: userId, detail });
      }
      return loadMember(db, workspace, userId);
    }),
  );

  serve(api, removeMemberEndpoint, ({ params: { memberId: userId } }, person) =>
    ask(parts, person, async (db, workspace) => {
      refuseAbove(person, (await loadMember(db, workspace, userId)).role, null);
      const role = await removeMember(db, workspace, userId);
      await writeAudit(db, person, { what: 'member-removed', object: userId, detail: { role } });
      return { done: true };
    }),
  );

  serve(api, makePasswordLink, ({ params: { memberId: userId } }, person, exchange) =>
    ask(parts, person, async (db, workspace) => {
      const { role, state, email } = await loadMember(db, workspace, userId);
      refuseAbove(person, role, null);
      if (state === 'removed')
        throw new RapportError('conflict', { what: 'This person was removed.', wayOut: 'Invite them again.' });
      await refuseForeignAccount({ db }, person, userId);
      return makeLink(db, person, exchange, { kind: 'password', userId, email });
    }),
  );

  serve(api, listInvitationsEndpoint, async (_given, person) => ({
    invitations: await ask(parts, person, (db, workspace) => listInvitations(db, workspace, now())),
  }));

  serve(api, inviteMember, async ({ body: { email, role, teamIds = [] } }, person, exchange) => {
    const made = await ask(parts, person, (db) => {
      refuseAbove(person, role, null);
      return makeLink(db, person, exchange, { kind: 'member', email, role, teamIds: teamIds.map(numberOf) });
    });
    const invitation = { to: email, link: made.link, by: person.name, days: invitationDays };
    const { mail } = parts;
    return { ...made, mail: await mailInvitation({ mail, log: exchange.request.log }, person.workspace, invitation) };
  });

  serve(api, cancelInvitationEndpoint, ({ params: { invitationId: id } }, person) =>
    ask(parts, person, async (db, workspace) => {
      await cancelInvitation(db, workspace, { id, now: now() });
      await writeAudit(db, person, { what: 'invitation-cancelled', object: id });
      return { done: true };
    }),
  );
}

/** A new password opens every workspace of an account, so an administrator of one of them cannot set it. */
async function refuseForeignAccount(store: { db: Db }, { workspace, role }: Person, userId: string): Promise<void> {
  const isElsewhere = (await listMemberships(store, userId)).some((one) => one.workspace !== workspace);
  if (!isElsewhere || (workspace === firstWorkspace && role === 'owner')) return;
  throw new RapportError('conflict', {
    what: 'This account belongs to other workspaces, too.',
    why: 'A new password would open those as well.',
    wayOut: 'Ask an owner of the first workspace for the link.',
  });
}

/** Owners are made and unmade by owners: an admin who could would be one. @throws RapportError `not-allowed` */
function refuseAbove({ holds }: Person, role: Role, next: Role | null): void {
  if ((role !== 'owner' && next !== 'owner') || holds.includes('owner')) return;
  throw new RapportError('not-allowed', {
    what: 'This needs the right "owner".',
    why: 'Nothing was changed.',
    wayOut: 'Ask an owner for it.',
  });
}
