/** A contact in half a minute: topic and outcome, and where there was one a promise, goodwill or an open question. */
import type { Contact } from '@rapport/contract';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Choice } from '../design/Choice.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { type ContactDraft, draftOf, emptyDraft, readDraft } from './contact-draft.ts';
import { channelWords, outcomeWords } from './contact-words.ts';
import { useSaveContact } from './use-contacts.ts';

interface ContactFormProps {
  /** The one to change; null: a new one. */
  contact: Contact | null;
  /** Of the last goodwill, so that it need not be written again. */
  currency: string;
  onDone: () => void;
}

export function ContactForm({ contact, currency, onDone }: ContactFormProps) {
  const fresh = () => (contact === null ? emptyDraft(new Date()) : draftOf(contact));
  const [draft, setDraft] = useState<ContactDraft>(fresh);
  const [missing, setMissing] = useState<string | null>(null);
  const topic = useRef<HTMLInputElement>(null);
  const save = useSaveContact(contact?.id ?? null);
  const toast = useToast();
  const set = (changes: Partial<ContactDraft>) => setDraft((before) => ({ ...before, ...changes }));
  // Whoever comes here comes to write it down.
  useEffect(() => topic.current?.focus(), []);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (save.isPending) return;
    const read = readDraft({ ...draft, currency: draft.currency || currency }, new Date());
    if ('missing' in read) return setMissing(read.missing);
    setMissing(null);
    save.mutate(read.given, {
      onSuccess: () => {
        toast({ text: contact === null ? 'Written down.' : 'Changed.' });
        setDraft(emptyDraft(new Date()));
        topic.current?.focus();
        onDone();
      },
    });
  };
  useKeys({ 'save-contact': () => submit() });
  return (
    <form className="contact-form" onSubmit={submit} aria-label={contact === null ? 'New contact' : 'Change a contact'}>
      <Choice
        name="channel"
        label="How"
        words={channelWords}
        value={draft.channel}
        onChoose={(channel) => set({ channel })}
      />
      <Field label="What was it about?">
        {(id) => (
          <input
            id={id}
            ref={topic}
            maxLength={200}
            value={draft.topic}
            onChange={({ target }) => set({ topic: target.value })}
          />
        )}
      </Field>
      <Choice
        name="resolved"
        label="Outcome"
        words={outcomeWords}
        value={draft.resolved}
        onChoose={(resolved) => set({ resolved })}
      />
      <Text label="Customer, if you like" field="customer" limit={120} draft={draft} set={set} />
      <Moment label="When" field="at" draft={draft} set={set} />
      <Field label="A few words, if you like">
        {(id) => (
          <textarea
            id={id}
            maxLength={4000}
            value={draft.words}
            onChange={({ target }) => set({ words: target.value })}
          />
        )}
      </Field>
      <Text label="Promised" field="promise" limit={500} draft={draft} set={set} />
      <Moment label="Until" field="dueAt" draft={draft} set={set} />
      <Text label="Goodwill given" field="amount" placeholder="12.50" limit={10} draft={draft} set={set} />
      <Text label="Currency" field="currency" placeholder={currency} limit={3} draft={draft} set={set} />
      <Text label="Question left open" field="question" limit={1000} draft={draft} set={set} />
      <p role="status" className="attention contact-wide">
        {missing}
      </p>
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className="contact-buttons contact-wide">
        <Button
          type="submit"
          kind="primary"
          shortcut="Ctrl Enter"
          blocked={save.isPending ? 'It is being sent' : undefined}
        >
          {contact === null ? 'Write it down' : 'Change it'}
        </Button>
        {contact === null ? null : <Button onClick={onDone}>Leave it as it was</Button>}
      </div>
    </form>
  );
}

interface PartProps {
  label: string;
  draft: ContactDraft;
  set: (changes: Partial<ContactDraft>) => void;
}

interface TextProps extends PartProps {
  field: 'customer' | 'promise' | 'amount' | 'currency' | 'question';
  limit: number;
  placeholder?: string;
}

function Text({ label, field, limit, placeholder, draft, set }: TextProps) {
  return (
    <div className={`contact-${field}`}>
      <Field label={label}>
        {(id) => (
          <input
            id={id}
            maxLength={limit}
            inputMode={field === 'amount' ? 'decimal' : undefined}
            placeholder={placeholder}
            value={draft[field]}
            onChange={({ target }) => set({ [field]: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function Moment({ label, field, draft, set }: PartProps & { field: 'at' | 'dueAt' }) {
  return (
    <div className={`contact-${field}`}>
      <Field label={label}>
        {(id) => (
          <input
            id={id}
            type="datetime-local"
            value={draft[field]}
            onChange={({ target }) => set({ [field]: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
