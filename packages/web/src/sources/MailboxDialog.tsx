/** The form of a mailbox: what to do at its provider first, then the fields; tried before anything is stored. */
import type { Mailbox } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useToast } from '../design/Toast.tsx';
import { FormField } from './FormField.tsx';
import { MailboxSecretFields } from './MailboxSecretFields.tsx';
import { draftOf, type MailboxValues, valuesFor, valuesOf } from './mailbox-form.ts';
import type { MailboxProvider } from './mailbox-providers.ts';
import { trialWords } from './mailbox-words.ts';
import { useMailboxForm } from './use-mailboxes.ts';

interface MailboxDialogProps {
  provider: MailboxProvider;
  /** The mailbox that is changed; null: a new one. */
  changed: Mailbox | null;
  onClose: () => void;
}

export function MailboxDialog({ provider, changed, onClose }: MailboxDialogProps) {
  const [values, setValues] = useState<MailboxValues>(changed === null ? valuesFor(provider) : valuesOf(changed));
  const { trial, save } = useMailboxForm(changed?.id ?? null);
  const say = useToast();
  const set = (change: Partial<MailboxValues>) => {
    trial.reset();
    save.reset();
    setValues((last) => ({ ...last, ...change }));
  };
  const draft = draftOf(provider.signIn, values);
  const isBusy = trial.isPending || save.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trial.reset();
    save.mutate(draft, {
      onSuccess: ({ saved }) => {
        if (saved === null) return;
        say({ text: changed === null ? `${saved.name} is being read.` : `${saved.name} is changed.` });
        onClose();
      },
    });
  };
  const answer = save.data?.trial ?? trial.data;
  const error = save.error ?? trial.error;
  const asking = isBusy ? 'The mail server is being asked' : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={changed === null ? `Read a mailbox: ${provider.name}` : `Change ${changed.name}`}
      kind="wide"
    >
      <form className="connect-form" onSubmit={submit}>
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
        <div className="connect-answer" role="status">
          {isBusy ? <p className="second">Signing in there …</p> : null}
          {answer && !isBusy ? (
            answer.works ? (
              <p className="bold">{trialWords(answer)}</p>
            ) : (
              <>
                <p className="bold attention">{answer.reason?.what ?? 'It does not work.'}</p>
                <p>{answer.reason?.wayOut}</p>
              </>
            )
          ) : null}
          {error && !isBusy ? <p className="attention">{error.message}</p> : null}
        </div>
        <div className="connect-buttons">
          <Button type="submit" kind="primary" blocked={asking}>
            {changed === null ? 'Read it' : 'Save'}
          </Button>
          <Button onClick={() => trial.mutate(draft)} blocked={asking}>
            Test it
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Not now
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
