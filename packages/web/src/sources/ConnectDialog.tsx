/** The form of one kind of source. What works is asked before anything is stored, and the answer is plain. */
import type { Connection, ConnectionTrial, SourceOffer } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useToast } from '../design/Toast.tsx';
import { draftOf, emptyForm, type FormValues, formOf, historyChoices } from './connect-form.ts';
import { FormField } from './FormField.tsx';
import { useConnectionForm } from './use-sources.ts';

interface ConnectDialogProps {
  offer: SourceOffer;
  /** The connection that is changed; null: a new one. */
  changed: Connection | null;
  onClose: () => void;
}

export function ConnectDialog({ offer, changed, onClose }: ConnectDialogProps) {
  const [values, setValues] = useState<FormValues>(changed === null ? emptyForm(offer) : formOf(changed));
  const { trial, save } = useConnectionForm(changed?.id ?? null);
  const say = useToast();
  const set = (change: Partial<FormValues>) => {
    trial.reset();
    save.reset();
    setValues((last) => ({ ...last, ...change }));
  };
  const draft = draftOf(offer, values);
  const isBusy = trial.isPending || save.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trial.reset();
    save.mutate(draft, {
      onSuccess: ({ saved }) => {
        if (saved === null) return;
        say({
          text:
            changed === null
              ? `${saved.name} is connected; its conversations are on their way.`
              : `${saved.name} is changed.`,
        });
        onClose();
      },
    });
  };
  const answer = save.data?.trial ?? trial.data;
  const error = save.error ?? trial.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title={changed === null ? `Connect ${offer.name}` : `Change ${changed.name}`}
      kind="wide"
    >
      <form className="connect-form" onSubmit={submit}>
        <div className="connect-what">
          <p className="second">{offer.needs}</p>
          <details>
            <summary>What is read, and what cannot be</summary>
            <p className="second">{offer.reads}</p>
            <p className="second">{offer.limits}</p>
          </details>
        </div>
        <FormField
          label="Name"
          hint="As it is shown here."
          value={values.name}
          onValue={(name) => set({ name })}
          required
        />
        <FormField
          label="Address"
          hint={offer.addressHint}
          example="https://helpdesk.example.org"
          value={values.address}
          onValue={(address) => set({ address })}
          required
        />
        {offer.fields.map((field) => (
          <FormField
            key={field.name}
            label={field.label}
            hint={
              changed !== null && field.secret
                ? `${field.hint} Left empty, the stored one stays, as long as the address leads to the same host.`
                : field.hint
            }
            example={field.example}
            value={values.fields[field.name] ?? ''}
            onValue={(value) => set({ fields: { ...values.fields, [field.name]: value } })}
            isSecret={field.secret}
            required={changed === null || !field.secret}
          />
        ))}
        {changed === null ? (
          <>
            <label className="form-field">
              <span className="bold">How far back</span>
              <select value={values.history} onChange={(event) => set({ history: event.target.value })}>
                {historyChoices.map(({ value, words }) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
              <span className="caption">What is new goes before the past, so long reading holds nothing up.</span>
            </label>
            <details>
              <summary>Go on with an earlier import</summary>
              <FormField
                label="Origin"
                hint="The source you named when you brought in a file of this helpdesk. Its conversations are then gone on with, not doubled. Empty: a new origin."
                value={values.origin}
                onValue={(origin) => set({ origin })}
              />
            </details>
          </>
        ) : null}
        <div className="connect-answer" role="status">
          {isBusy ? <p className="second">Asking the other side …</p> : null}
          {answer && !isBusy ? <TrialAnswer trial={answer} /> : null}
          {error && !isBusy ? <p className="attention">{error.message}</p> : null}
        </div>
        <div className="connect-buttons">
          <Button type="submit" kind="primary" blocked={isBusy ? 'The other side is being asked' : undefined}>
            {changed === null ? 'Connect' : 'Save'}
          </Button>
          <Button onClick={() => trial.mutate(draft)} blocked={isBusy ? 'The other side is being asked' : undefined}>
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

function TrialAnswer({ trial: { works, account, remarks, reason } }: { trial: ConnectionTrial }) {
  if (!works) {
    return (
      <>
        <p className="bold attention">{reason?.what ?? 'It does not work.'}</p>
        <p>{reason?.wayOut}</p>
      </>
    );
  }
  return (
    <>
      <p className="bold">It works{account ? `: ${account}` : ''}.</p>
      {remarks.map((remark) => (
        <p key={remark} className="attention">
          {remark}
        </p>
      ))}
    </>
  );
}
