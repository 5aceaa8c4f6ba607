/** Host, port, encryption, sign-in and sender of the mail server, and a mail to oneself that proves them. */
import {
  call,
  type getMailSettings,
  mailTls,
  type ResponseOf,
  removeMailSettings,
  setMailSettings,
  testMail,
} from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { Refusal } from './EnterFrame.tsx';
import { wordsOf } from './form-words.ts';
import { useChange } from './use-accounts.ts';
import { useMe } from './use-me.ts';

const tlsWords: Record<(typeof mailTls)[number], string> = {
  tls: 'TLS from the start (usually port 465)',
  starttls: 'STARTTLS (usually port 587)',
  none: 'No encryption, for a host of your own network',
};
const usualPorts: Record<(typeof mailTls)[number], string> = { tls: '465', starttls: '587', none: '25' };

export function MailServerForm({ mail }: { mail: ResponseOf<typeof getMailSettings> }) {
  const stored = mail.settings;
  const toast = useToast();
  const address = useMe().data?.person?.email ?? null;
  const [given, setGiven] = useState({
    ...{ host: stored?.host ?? '', port: String(stored?.port ?? usualPorts.tls), tls: stored?.tls ?? mailTls[0] },
    ...{ user: stored?.user ?? '', from: stored?.from ?? '', password: '' },
  });
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const keepsPassword =
    given.password === '' && stored?.hasPassword === true && stored.host === given.host && stored.user === given.user;
  const saving = useChange(() => {
    const { host, port, tls, user, from, password } = given;
    const body = { host, port: Number(port), tls, user, from, ...(keepsPassword ? {} : { password }) };
    return call(setMailSettings, { body });
  });
  const testing = useChange(() => call(testMail, {}));
  const removing = useChange(() => call(removeMailSettings, {}));
  const failed = saving.error ?? testing.error ?? removing.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    testing.reset();
    saving.mutate(undefined, {
      onSuccess: () => {
        set({ password: '' });
        toast({ text: 'The mail server is saved. Send a test to yourself to see whether it works.' });
      },
    });
  };
  const test = () => {
    saving.reset();
    testing.mutate(undefined, { onSuccess: ({ sentTo }) => toast({ text: `A mail is on its way to ${sentTo}.` }) });
  };
  return (
    <form className="settings-form" onSubmit={submit}>
      {mail.setBy === 'environment' ? null : (
        <>
          <TypedField
            label="Host"
            required
            placeholder="mail.example.org"
            autoComplete="off"
            value={given.host}
            onChange={(value) => set({ host: value })}
          />
          <div className="field">
            <label htmlFor="mail-tls">Encryption</label>
            <select
              id="mail-tls"
              value={given.tls}
              onChange={(event) => {
                const tls = mailTls.find((one) => one === event.target.value) ?? given.tls;
                // A port that was typed stays; the usual one of the former kind follows.
                set({ tls, ...(given.port === usualPorts[given.tls] ? { port: usualPorts[tls] } : {}) });
              }}
            >
              {mailTls.map((one) => (
                <option key={one} value={one}>
                  {tlsWords[one]}
                </option>
              ))}
            </select>
          </div>
          <TypedField
            label="Port"
            type="number"
            min={1}
            max={65535}
            required
            value={given.port}
            onChange={(value) => set({ port: value })}
          />
          <TypedField
            label="User"
            autoComplete="off"
            hint="Leave it empty where the server asks for none."
            value={given.user}
            onChange={(value) => set({ user: value })}
          />
          <TypedField
            label="Password"
            type="password"
            autoComplete="new-password"
            hint={
              keepsPassword
                ? 'One is stored, sealed for this host and user; leave it empty to keep it.'
                : 'Stored sealed, for this host and user alone, and never shown.'
            }
            value={given.password}
            onChange={(value) => set({ password: value })}
          />
          <TypedField
            label="Mails come from"
            type="email"
            required
            placeholder="rapport@example.org"
            value={given.from}
            onChange={(value) => set({ from: value })}
          />
        </>
      )}
      <Refusal>{failed ? wordsOf(failed) : null}</Refusal>
      <div className="settings-buttons">
        {mail.setBy === 'environment' ? null : (
          <Button type="submit" kind="primary">
            Save the mail server
          </Button>
        )}
        {mail.setBy === 'nobody' ? null : (
          <Button onClick={test} blocked={address === null ? 'you have no address of your own here' : undefined}>
            Send a test to me
          </Button>
        )}
        {mail.setBy === 'page' ? <Button onClick={() => removing.mutate()}>Send no mail any more</Button> : null}
      </div>
    </form>
  );
}
