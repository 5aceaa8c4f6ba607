/** A lead says who sees to a suggestion, what became of it, and why. */
import { type Suggestion, type SuggestionState, suggestionStates } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { stateWords } from './suggestion-words.ts';
import { useAnswer } from './use-suggestions.ts';

interface AnswerFormProps {
  suggestion: Suggestion;
  owners: readonly { id: string; name: string }[];
  onDone: () => void;
}

export function AnswerForm({ suggestion, owners, onDone }: AnswerFormProps) {
  const [ownerId, setOwnerId] = useState(suggestion.ownerId ?? '');
  const [state, setState] = useState<SuggestionState>(suggestion.state);
  const [answer, setAnswer] = useState(suggestion.answer ?? '');
  const [failure, setFailure] = useState<string | null>(null);
  const save = useAnswer(suggestion.id);
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ownerId === '') return setFailure('Somebody has to see to it: who?');
    if (state !== 'open' && answer.trim() === '') return setFailure('An answer needs words.');
    setFailure(null);
    save.mutate(
      { ownerId, state, answer: answer.trim() || null },
      {
        onSuccess: () => {
          toast({ text: 'Saved. Whoever proposed it can read it.' });
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="answer-form">
      <Field label="Who sees to it">
        {(id) => (
          <select id={id} value={ownerId} onChange={({ target }) => setOwnerId(target.value)}>
            <option value="" disabled>
              {suggestion.owner !== null && suggestion.ownerId === null ? `${suggestion.owner}, as typed` : 'Choose …'}
            </option>
            {owners.map(({ id: one, name }) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        )}
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
      <div className="answer-buttons">
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
