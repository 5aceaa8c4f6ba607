/** The form of one kind of source. What works is asked before anything is stored, and the answer is plain. */
import type { Connection, ConnectionTrial, SourceOffer } from '@rapport/contract';
import { useState } from 'react';
import { useToast } from '../design/Toast.tsx';
import { draftOf, emptyForm, type FormValues, formOf, historyChoices } from './connect-form.ts';
import { FormField } from './FormField.tsx';
import { TriedDialog } from './TriedDialog.tsx';
import { useConnectionForm } from './use-sources.ts';

interface ConnectDialogProps {
  offer: SourceOffer;
  /** The connection that is changed; null: a new one. */
  changed: Connection | null;
  onClose: () => void;
}

export function ConnectDialog({ offer, changed, onClose }: ConnectDialogProps) {
  const [values, setValues] = useState<FormValues>(changed === null ? emptyForm(offer) : formOf(changed));
  const form = useConnectionForm(changed?.id ?? null);
  const say = useToast();
  const set = (change: Partial<FormValues>) => {
    form.forget();
    setValues((last) => ({ ...last, ...change }));
  };
  const draft = draftOf(offer, values);
  const save = () =>
    form.save(draft, ({ name }) => {
      say({
        text: changed === null ? `${name} is connected; its conversations are on their way.` : `${name} is changed.`,
      });
      onClose();
    });
  return (
    <TriedDialog
      title={changed === null ? `Connect ${offer.name}` : `Change ${changed.name}`}
      saveWords={changed === null ? 'Connect' : 'Save'}
      asking={{ words: 'Asking the other side …', blocked: 'The other side is being asked' }}
      form={form}
      worksWords={(trial) => <Works {...trial} />}
      onTry={() => form.tryIt(draft)}
      onSave={save}
      onClose={onClose}
    >
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
    </TriedDialog>
  );
}

function Works({ account, remarks }: ConnectionTrial) {
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
