/** Closes a plan with a word on what was learned. */
import type { CoachingPlan } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useClosePlan } from './use-coaching.ts';
import './SessionDialog.css';

export function CloseDialog({ plan, onClose }: { plan: CoachingPlan; onClose: () => void }) {
  const [words, setWords] = useState('');
  const close = useClosePlan(plan.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '') close.mutate(words.trim(), { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} title="Close the plan">
      <form onSubmit={submit} className="session-form">
        <p className="second">
          It stays readable, with everything that was agreed. No session can be added after that.
        </p>
        <Field label="What was learned">
          {(id) => (
            <textarea id={id} value={words} maxLength={4000} onChange={({ target }) => setWords(target.value)} />
          )}
        </Field>
        {close.error ? <ErrorState error={close.error} /> : null}
        <div className="session-buttons">
          <Button type="submit" kind="primary" blocked={words.trim() === '' ? 'Write what was learned' : undefined}>
            Close it
          </Button>
          <Button onClick={onClose}>Keep going</Button>
        </div>
      </form>
    </Dialog>
  );
}
