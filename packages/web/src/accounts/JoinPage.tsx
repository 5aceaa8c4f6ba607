/** Where a one-time link leads: become the owner, accept an invitation, or set a new password. */
import { call, type OpenedLink, openLink, shortestPassword, takeLink } from '@rapport/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { roleWords } from './account-words.ts';
import { EnterFrame, Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { useForgetEverything, useMe } from './use-me.ts';

export function JoinPage() {
  // Read once: behind the # it never reached the server, and it is taken off the address once it was used.
  const [token] = useState(() => window.location.hash.slice(1));
  const me = useMe();
  const opened = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => call(openLink, { body: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (me.data?.signInRefused) {
    return (
      <EnterFrame title="Nobody can sign in over this connection" lead={me.data.signInRefused}>
        {null}
      </EnterFrame>
    );
  }
  if (opened.error)
    return (
      <EnterFrame title="This link opens nothing" lead={wordsOf(opened.error)}>
        {/* A new document: whoever is signed in lands on the first page, everybody else where one signs in. */}
        <p>
          <a href="/">Go to the start</a>
        </p>
      </EnterFrame>
    );
  if (!opened.data) return <LoadingState>Looking what this link is for.</LoadingState>;
  return <JoinForm link={opened.data} token={token} />;
}

const titles: Record<OpenedLink['kind'], string> = {
  owner: 'Become the owner of this Rapport',
  member: 'Join Rapport',
  password: 'Set a new password',
};

function JoinForm({ link, token }: { link: OpenedLink; token: string }) {
  const forget = useForgetEverything();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(link.email ?? '');
  const [password, setPassword] = useState('');
  const isNew = link.kind !== 'password' && !link.hasAccount;
  const taking = useMutation({
    mutationFn: () =>
      call(takeLink, {
        body: { token, password, ...(isNew ? { name } : {}), ...(link.kind === 'owner' ? { email } : {}) },
      }),
    onSuccess: async () => {
      await navigate({ to: '/', replace: true });
      await forget();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!taking.isPending) taking.mutate();
  };
  return (
    <EnterFrame title={titles[link.kind]} lead={leadOf(link)}>
      <form onSubmit={submit}>
        {isNew ? (
          <TypedField label="Your name" autoComplete="name" required maxLength={100} value={name} onChange={setName} />
        ) : null}
        <TypedField
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          readOnly={link.kind !== 'owner'}
          value={email}
          onChange={setEmail}
        />
        <TypedField
          label="Password"
          type="password"
          autoComplete={link.hasAccount ? 'current-password' : 'new-password'}
          required
          minLength={shortestPassword}
          maxLength={128}
          value={password}
          onChange={setPassword}
          hint={
            link.hasAccount
              ? 'The one of your account here, as it is.'
              : `At least ${shortestPassword} characters. A few words in a row are easy to keep and hard to guess.`
          }
        />
        <Refusal>{taking.error ? wordsOf(taking.error) : null}</Refusal>
        <div className="enter-choices">
          <Button type="submit" kind="primary">
            {link.hasAccount ? 'Join' : isNew ? 'Make my account' : 'Set the password'}
          </Button>
        </div>
      </form>
    </EnterFrame>
  );
}

function leadOf({ kind, role, workspace, hasAccount }: OpenedLink): string {
  if (kind === 'owner') return 'From then on everybody signs in, and you say who else comes in.';
  if (kind === 'password') return 'Every session of this account ends, wherever it is open.';
  if (role === null) return '';
  const invited = `You were invited${workspace === 'Rapport' ? '' : ` to ${workspace}`} as ${roleWords[role].name.toLowerCase()}: ${roleWords[role].may}.`;
  return hasAccount ? `${invited} You have an account already, and join with it.` : invited;
}
