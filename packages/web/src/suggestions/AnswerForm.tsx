/** A lead says who sees to a suggestion, what became of it, and why. */
import { type Suggestion, type SuggestionState, suggestionStates } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { stateWords } from './suggestion-words.ts';
import { useAnswer } from './use-suggestions.ts';

export function AnswerForm({ suggestion, onDone }: { suggestion: Suggestion; onDone: () => void }) {
  const [owner, setOwner] = useState(suggestion.owner ?? '');
  const [state, setState] = useState<SuggestionState>(suggestion.state);
  const [answer, setAnswer] = useState(suggestion.answer ?? '');
  const [failure, setFailure] = useState<string | null>(null);
  const save = useAnswer(suggestion.id);
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (owner.trim() === '') return setFailure('Somebody has to see to it: who?');
    if (state !== 'open' && answer.trim() === '') return setFailure('An answer needs words.');
    setFailure(null);
    save.mutate(
      { owner: owner.trim(), state, answer: answer.trim() || null },
      {
        onSuccess: () => {
          toast({ text: 'Saved. Whoever proposed it can read it.' });
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="suggestion-form">
      <Field label="Who sees to it">
        {(id) => <input id={id} value={owner} maxLength={120} onChange={({ target }) => setOwner(target.value)} />}
      </Field>
      <Field label="State">
        {(id) => (
          <select
            id={id}
            value={state}
            onChange={({ target }) => setState(suggestionStates.find((one) => one === target.value) ?? 'open')}
          >
            {suggestionStates.map((one) => (
              <option key={one} value={one}>
                {stateWords[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Your answer">
        {(id) => (
          <textarea id={id} value={answer} maxLength={4000} onChange={({ target }) => setAnswer(target.value)} />
        )}
      </Field>
      <p role="status" className="attention">
        {failure}
      </p>
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className="suggestion-buttons">
        <Button type="submit" kind="primary" size="small">
          Save
        </Button>
        <Button size="small" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
