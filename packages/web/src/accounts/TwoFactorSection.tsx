/** The second factor: a secret for the authenticator, a first code that proves it, and backup codes shown once. */
import { call, confirmTwoFactor, startTwoFactor, stopTwoFactor } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { QrPicture } from './qr/QrPicture.tsx';
import { useChange } from './use-accounts.ts';

export function TwoFactorSection({ isOn }: { isOn: boolean }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const starting = useChange(() => call(startTwoFactor, { body: { password } }));
  const stopping = useChange(() => call(stopTwoFactor, { body: { password } }));
  const confirming = useChange(() => call(confirmTwoFactor, { body: { code } }));
  const made = starting.data;
  const failed = starting.error ?? stopping.error ?? confirming.error;
  const isWaiting = made !== undefined && !isOn && !confirming.isSuccess;
  return (
    <Section title="Second factor" beside={isOn ? 'on' : 'off'}>
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWaiting) confirming.mutate();
          else if (isOn) stopping.mutate(undefined, { onSuccess: () => setPassword('') });
          else starting.mutate(undefined, { onSuccess: () => setPassword('') });
        }}
      >
        {isWaiting ? (
          <>
            <p className="second">
              Scan this with your authenticator, then type the first code it shows. Nothing leaves this page: the
              picture is drawn in your browser.
            </p>
            <QrPicture text={made.uri} name="QR code with the secret for your authenticator" />
            <p className="second">
              Or type the secret: <code className="secret-code">{made.secret}</code>{' '}
              <a href={made.uri}>Open in an authenticator on this device</a>
            </p>
            <p className="second">
              Keep these backup codes where your telephone is not: each opens once, and they are not shown again.
            </p>
            <ul className="codes" aria-label="Backup codes">
              {made.backupCodes.map((one) => (
                <li key={one}>
                  <code>{one}</code>
                </li>
              ))}
            </ul>
            <TypedField
              label="Six digits from your authenticator"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              value={code}
              onChange={setCode}
            />
          </>
        ) : (
          <TypedField
            label="Your password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={setPassword}
            hint={isOn ? 'Asked for before it is switched off.' : 'With it a stolen password alone opens nothing.'}
          />
        )}
        <Refusal>{failed ? wordsOf(failed) : null}</Refusal>
        <div className="settings-buttons">
          <Button type="submit">
            {isWaiting ? 'Switch it on' : isOn ? 'Switch it off' : 'Set up a second factor'}
          </Button>
        </div>
      </form>
    </Section>
  );
}
