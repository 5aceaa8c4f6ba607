/** Another person decides: the proposed reading, one between, or the one that stood; with words to the agent. */
import type { Dispute } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { fewestLetters } from './dispute-words.ts';
import { useDecide } from './use-disputes.ts';

export function DecisionForm({ dispute, onDone }: { dispute: Dispute; onDone: () => void }) {
  const { id, stood, proposed, choices } = dispute;
  const [decided, setDecided] = useState(proposed.value);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const decide = useDecide(id);
  const toast = useToast();
  const state = decided === proposed.value ? 'accepted' : decided === stood.value ? 'rejected' : 'partly';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim().length < fewestLetters) return setFailure('The agent should learn why: write a sentence.');
    setFailure(null);
    // A promise, because this form goes away with its dispute, and what hangs on the form would go with it unsaid.
    decide.mutateAsync({ state, words: words.trim(), ...(state === 'partly' ? { decided } : {}) }).then(
      () => {
        toast({ text: 'Decided. The agent can read it now.' });
        onDone();
      },
      () => undefined,
    );
  };
  return (
    <form onSubmit={submit} className="answer-form">
      <Field label="It is read as">
        {(field) => (
          <select id={field} value={decided} onChange={({ target }) => setDecided(target.value)}>
            {choices.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
                {value === proposed.value ? ', as proposed' : value === stood.value ? ', as it stood' : ''}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Why, to the agent">
        {(field) => (
          <textarea id={field} value={words} maxLength={4000} onChange={({ target }) => setWords(target.value)} />
        )}
      </Field>
      <p role="status" className="attention">
        {failure}
      </p>
      {decide.error ? <ErrorState error={decide.error} /> : null}
      <div className="answer-buttons">
        <Button type="submit" kind="primary" size="small" blocked={decide.isPending ? 'It is being sent' : undefined}>
          {state === 'rejected' ? 'Keep it' : 'Change it'}
        </Button>
        <Button size="small" onClick={onDone}>
          Leave it open
        </Button>
      </div>
    </form>
  );
}
