/** Who works here and in which role; inviting somebody, and the links that are still open. */
import { call, cancelInvitation, makeOwnerLink } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { roleWords } from './account-words.ts';
import { InviteForm } from './InviteForm.tsx';
import { MemberRow } from './MemberRow.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { useChange, useInvitations, useMembers } from './use-accounts.ts';
import { useHolds, useMe } from './use-me.ts';

export function PeoplePage() {
  const me = useMe();
  const members = useMembers();
  const active = members.data?.members.filter(({ state }) => state === 'active') ?? [];
  if (me.data?.mode === 'local') return <NoAccountsYet />;
  return (
    <SettingsFrame
      name="People"
      title={
        members.data ? (
          <>
            <span className="marker">{active.length === 1 ? 'One person' : `${active.length} people`}</span>{' '}
            {active.length === 1 ? 'has' : 'have'} an account here.
          </>
        ) : (
          'Who has an account here?'
        )
      }
      lead="Leads and reviewers see the authors of their teams; without a team, everybody’s. Agents see what is about them."
    >
      {members.error ? <ErrorState error={members.error} retry={() => void members.refetch()} /> : null}
      {members.isPending ? <LoadingState>Looking who is here.</LoadingState> : null}
      <Section title="Members">
        <ul className="row-list">
          {active.map((one) => (
            <MemberRow key={one.id} member={one} isMe={one.id === me.data?.person?.id} />
          ))}
        </ul>
      </Section>
      <Section title="Invite somebody">
        <InviteForm />
      </Section>
      <OpenLinks />
    </SettingsFrame>
  );
}

function OpenLinks() {
  const invitations = useInvitations();
  const cancelling = useChange((invitationId: string) => call(cancelInvitation, { params: { invitationId } }));
  const open = invitations.data?.invitations.filter(({ state }) => state === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <Section title="Open links" beside={open.length}>
      {cancelling.error ? <ErrorState error={cancelling.error} /> : null}
      <ul className="row-list">
        {open.map(({ id, kind, email, role, expiresAt }) => (
          <li key={id}>
            <span>
              {kind === 'owner' ? 'A new owner' : email}{' '}
              <span className="caption">
                {kind === 'password' ? 'new password' : role === null ? '' : roleWords[role].name} · until{' '}
                {dayAndTimeWords(expiresAt)}
              </span>
            </span>
            <Button size="small" onClick={() => cancelling.mutate(id)}>
              Cancel the link
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** On a server without accounts there is one step: the link that makes the owner. */
function NoAccountsYet() {
  const mayMake = useHolds('owner');
  const [link, setLink] = useState<string | null>(null);
  const making = useChange(() => call(makeOwnerLink, {}));
  return (
    <SettingsFrame
      name="People"
      title="You are the only one here, and need no account."
      lead="Rapport answers on this machine alone. Once there is an owner, everybody signs in, and others can be invited."
    >
      {making.error ? <ErrorState error={making.error} /> : null}
      {link === null ? (
        <p>
          <Button
            kind="primary"
            blocked={mayMake ? undefined : 'only an owner can'}
            onClick={() => making.mutate(undefined, { onSuccess: (made) => setLink(made.link) })}
          >
            Make the owner’s link
          </Button>
        </p>
      ) : (
        <ShownOnce
          text={link}
          words="Open this link, once and within a day, to become the owner. It is not shown again."
          onDone={() => setLink(null)}
        />
      )}
    </SettingsFrame>
  );
}
