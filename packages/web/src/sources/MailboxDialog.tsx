/** The form of a mailbox: what to do at its provider first, then the fields; tried before anything is stored. */
import type { Mailbox } from '@rapport/contract';
import { useState } from 'react';
import { useToast } from '../design/Toast.tsx';
import { FormField } from './FormField.tsx';
import { MailboxSecretFields } from './MailboxSecretFields.tsx';
import { draftOf, type MailboxValues, valuesFor, valuesOf } from './mailbox-form.ts';
import type { MailboxProvider } from './mailbox-providers.ts';
import { trialWords } from './mailbox-words.ts';
import { TriedDialog } from './TriedDialog.tsx';
import { useMailboxForm } from './use-mailboxes.ts';

interface MailboxDialogProps {
  provider: MailboxProvider;
  /** The mailbox that is changed; null: a new one. */
  changed: Mailbox | null;
  onClose: () => void;
}

export function MailboxDialog({ provider, changed, onClose }: MailboxDialogProps) {
  const [values, setValues] = useState<MailboxValues>(changed === null ? valuesFor(provider) : valuesOf(changed));
  const form = useMailboxForm(changed?.id ?? null);
  const say = useToast();
  const set = (change: Partial<MailboxValues>) => {
    form.forget();
    setValues((last) => ({ ...last, ...change }));
  };
  const draft = draftOf(provider.signIn, values);
  const save = () =>
    form.save(draft, ({ name }) => {
      say({ text: changed === null ? `${name} is being read.` : `${name} is changed.` });
      onClose();
    });
  return (
    <TriedDialog
      title={changed === null ? `Read a mailbox: ${provider.name}` : `Change ${changed.name}`}
      saveWords={changed === null ? 'Read it' : 'Save'}
      asking={{ words: 'Signing in there …', blocked: 'The mail server is being asked' }}
      form={form}
      worksWords={(trial) => <p className="bold">{trialWords(trial)}</p>}
      onTry={() => form.tryIt(draft)}
      onSave={save}
      onClose={onClose}
    >
      <details open={changed === null}>
        <summary>What to do there first</summary>
        <ol className="steps">
          {provider.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {provider.commands?.map((command) => (
          <code key={command} className="command-line">
            {command}
          </code>
        ))}
      </details>
      <FormField
        label="Name"
        hint="As it is shown here."
        value={values.name}
        onValue={(name) => set({ name })}
        required
      />
      <FormField
        label="Mailbox"
        hint="The user name at the mail server, mostly the address itself."
        example="support@example.org"
        value={values.user}
        onValue={(user) => set({ user })}
        required
      />
      <MailboxSecretFields signIn={provider.signIn} values={values} set={set} isNew={changed === null} />
      <label className="form-field">
        <span className="bold">The team’s own addresses</span>
        <textarea
          rows={3}
          value={values.ownAddresses}
          onChange={(event) => set({ ownAddresses: event.target.value })}
          spellCheck={false}
        />
        <span className="caption">
          One a line. Who writes from these is the team, everybody else a customer. Left empty: the mailbox itself.
        </span>
      </label>
      <details open={provider.host === ''}>
        <summary>Mail server</summary>
        <FormField
          label="Host"
          hint="Its name, without imap://."
          value={values.host}
          onValue={(host) => set({ host })}
          required
        />
        <FormField
          label="Port"
          hint="993 with TLS, 143 with STARTTLS."
          value={values.port}
          onValue={(port) => set({ port })}
          required
        />
        <label className="form-field">
          <span className="bold">Encryption</span>
          <select
            value={values.tls}
            onChange={(event) =>
              set({
                tls: event.target.value === 'starttls' || event.target.value === 'none' ? event.target.value : 'tls',
              })
            }
          >
            <option value="tls">TLS</option>
            <option value="starttls">STARTTLS</option>
            <option value="none">None: only for a host named in RAPPORT_PRIVATE_HOSTS</option>
          </select>
        </label>
      </details>
    </TriedDialog>
  );
}
