/** An agent contests a reading of their own service: another reading, and why. */
import type { DisputeOf } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { fewestLetters } from './dispute-words.ts';
import { useContest } from './use-disputes.ts';
import '../design/answered-list.css';

export interface Contestable {
  of: DisputeOf;
  name: string;
  /** The reading that stands, and every other there is. */
  stands: string;
  choices: readonly { value: string; name: string }[];
}

export function ContestDialog({ what, onClose }: { what: Contestable; onClose: () => void }) {
  const [proposed, setProposed] = useState(what.choices[0]?.value ?? '');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const contest = useContest();
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length < fewestLetters) return setFailure('Say in a sentence why it should be read otherwise.');
    setFailure(null);
    contest.mutate(
      { of: what.of, proposed, reason: reason.trim() },
      {
        onSuccess: () => {
          toast({ text: 'Contested. It is in no average until another person has decided.' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={`Contest ${what.name.toLowerCase()}`} kind="wide">
      <form onSubmit={submit} className="answer-form">
        <p className="second">It was read as “{what.stands}”. Another person than whoever read it decides.</p>
        <Field label="It should be read as">
          {(id) => (
            <select id={id} value={proposed} onChange={({ target }) => setProposed(target.value)}>
              {what.choices.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Because">
          {(id) => (
            <textarea id={id} value={reason} maxLength={4000} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
        <p role="status" className="attention">
          {failure}
        </p>
        {contest.error ? <ErrorState error={contest.error} /> : null}
        <div className="answer-buttons">
          <Button type="submit" kind="primary" blocked={contest.isPending ? 'It is being sent' : undefined}>
            Contest it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </div>
      </form>
    </Dialog>
  );
}
