/** Address and password, then the second factor where there is one; or the organisation's own single sign-on. */
import { call, proveSecondFactor, signIn, startSingleSignOn, type WhoIsHere } from '@rapport/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { EnterFrame, Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { useForgetEverything } from './use-me.ts';

export function SignInPage({ me }: { me: WhoIsHere }) {
  const [half, setHalf] = useState(false);
  if (me.signInRefused !== null)
    return (
      <EnterFrame title="Nobody can sign in over this connection" lead={me.signInRefused}>
        {null}
      </EnterFrame>
    );
  if (me.mode === 'needs-owner') {
    return (
      <EnterFrame
        title="Nobody has an account here yet"
        lead={
          <>
            Open the link that was printed where Rapport was started: it makes the owner. The command{' '}
            <code>rapport owner</code> prints a new one.
          </>
        }
      >
        {null}
      </EnterFrame>
    );
  }
  return half ? <SecondStep onBack={() => setHalf(false)} /> : <FirstStep me={me} onHalf={() => setHalf(true)} />;
}

function FirstStep({ me, onHalf }: { me: WhoIsHere; onHalf: () => void }) {
  const forget = useForgetEverything();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: () => call(signIn, { body: { email, password } }),
    onSuccess: ({ state }) => (state === 'signed-in' ? forget() : onHalf()),
  });
  const elsewhere = useMutation({
    mutationFn: () => call(startSingleSignOn, {}),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  const failed = entering.error ?? elsewhere.error;
  const returned = new URLSearchParams(window.location.search).get('error');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!entering.isPending) entering.mutate();
  };
  return (
    <EnterFrame title="Sign in">
      <form onSubmit={submit}>
        <TypedField
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={setEmail}
        />
        <TypedField
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          hint="Forgotten? An administrator can make a link for a new one."
        />
        <Refusal>{failed ? wordsOf(failed) : returned ? returnedWords(returned) : null}</Refusal>
        <div className="enter-choices">
          <Button type="submit" kind="primary">
            Sign in
          </Button>
          {me.singleSignOn ? (
            <Button onClick={() => elsewhere.mutate()}>{`Sign in with ${me.singleSignOn.name}`}</Button>
          ) : null}
        </div>
      </form>
    </EnterFrame>
  );
}

/** What the provider's way back came with, in words. */
function returnedWords(error: string): string {
  if (error === 'signup_disabled')
    return 'Nobody with this address was invited. Ask an administrator for an invitation.';
  if (error === 'access_denied') return 'The provider did not let you in, or you stopped there.';
  return 'Single sign-on did not come to an end. Try again, or sign in with a password.';
}

function SecondStep({ onBack }: { onBack: () => void }) {
  const forget = useForgetEverything();
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<'totp' | 'backup'>('totp');
  const proving = useMutation({
    mutationFn: () => call(proveSecondFactor, { body: { code, kind } }),
    onSuccess: () => forget(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!proving.isPending) proving.mutate();
  };
  return (
    <EnterFrame title="Prove that it is you">
      <form onSubmit={submit}>
        <TypedField
          key={kind}
          label={kind === 'totp' ? 'Six digits from your authenticator' : 'One of your backup codes'}
          autoComplete="one-time-code"
          inputMode={kind === 'totp' ? 'numeric' : 'text'}
          required
          autoFocus
          value={code}
          onChange={setCode}
        />
        <Refusal>{proving.error ? wordsOf(proving.error) : null}</Refusal>
        <div className="enter-choices">
          <Button type="submit" kind="primary">
            Go on
          </Button>
          <Button
            onClick={() => {
              setKind(kind === 'totp' ? 'backup' : 'totp');
              setCode('');
            }}
          >
            {kind === 'totp' ? 'Use a backup code' : 'Use the authenticator'}
          </Button>
          <Button kind="quiet" onClick={onBack}>
            Start again
          </Button>
        </div>
      </form>
    </EnterFrame>
  );
}
