/** One's own account: password, second factor, where one is signed in, and going out. */
import { call, changePassword, endSession, shortestPassword, signOut } from '@rapport/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { MyDataSection } from '../privacy/MyDataSection.tsx';
import { roleWords } from './account-words.ts';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { NoticesSection } from './NoticesSection.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { TwoFactorSection } from './TwoFactorSection.tsx';
import { useChange, useSessions } from './use-accounts.ts';
import { useForgetEverything, useMe } from './use-me.ts';
import { WorkspacesSection } from './WorkspacesSection.tsx';

export function MyAccountPage() {
  const me = useMe();
  const forget = useForgetEverything();
  const leaving = useMutation({ mutationFn: () => call(signOut, {}), onSuccess: forget });
  const person = me.data?.person;
  if (me.data?.mode === 'local' || person === undefined || person === null || person.role === 'key') {
    return (
      <SettingsFrame name="My account" title="You need no account here.">
        <p className="second">Rapport answers on this machine alone. Accounts begin with an owner: see People.</p>
      </SettingsFrame>
    );
  }
  return (
    <SettingsFrame
      name="My account"
      title={
        <>
          You are signed in as <span className="marker">{person.name}</span>.
        </>
      }
      lead={`${person.email}. ${roleWords[person.role].name}: you can ${roleWords[person.role].may}.`}
    >
      <p>
        <Button kind="primary" onClick={() => leaving.mutate()}>
          Sign out
        </Button>
      </p>
      {leaving.error ? <ErrorState error={leaving.error} /> : null}
      <TwoFactorSection isOn={person.twoFactor} />
      <NoticesSection role={person.role} />
      <PasswordSection />
      <SessionsSection />
      <WorkspacesSection workspaces={me.data?.workspaces ?? []} />
      <MyDataSection />
    </SettingsFrame>
  );
}

function PasswordSection() {
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const changing = useChange(() => call(changePassword, { body: { current, next } }));
  return (
    <Section title="Password">
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate(undefined, {
            onSuccess: () => {
              setCurrent('');
              setNext('');
              toast({ text: 'The password is changed; every other session of yours has ended.' });
            },
          });
        }}
      >
        <TypedField
          label="Password now"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={setCurrent}
        />
        <TypedField
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          minLength={shortestPassword}
          maxLength={128}
          hint={`At least ${shortestPassword} characters.`}
          value={next}
          onChange={setNext}
        />
        <Refusal>{changing.error ? wordsOf(changing.error) : null}</Refusal>
        <div className="settings-buttons">
          <Button type="submit">Change the password</Button>
        </div>
      </form>
    </Section>
  );
}

function SessionsSection() {
  const sessions = useSessions();
  const ending = useChange((sessionId: string) => call(endSession, { params: { sessionId } }));
  return (
    <Section title="Where you are signed in">
      {sessions.error ? <ErrorState error={sessions.error} retry={() => void sessions.refetch()} /> : null}
      {ending.error ? <ErrorState error={ending.error} /> : null}
      <ul className="row-list">
        {(sessions.data?.sessions ?? []).map(({ id, current, userAgent, createdAt, expiresAt }) => (
          <li key={id}>
            <span>
              {current ? <b>This browser</b> : (userAgent ?? 'An unnamed browser')}
              <br />
              <span className="caption">
                since {dayAndTimeWords(createdAt)}, until {dayAndTimeWords(expiresAt)}
              </span>
            </span>
            {current ? null : (
              <Button size="small" onClick={() => ending.mutate(id)}>
                End it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
