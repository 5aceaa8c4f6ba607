/** A conversation that cannot be reviewed goes out with its reason, and another comes in by chance. */
import { type ReplaceReason, replaceReasons, replaceReasonWords } from '@rapport/contract';
import { useState } from 'react';
import { Field } from '../design/Field.tsx';
import { FormDialog } from '../design/FormDialog.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { useReplaceTask } from './use-reviews.ts';
import './ReviewDialog.css';

interface TakeOutDialogProps {
  assignmentId: string;
  isRandom: boolean;
  onDone: () => void;
  onClose: () => void;
}

export function TakeOutDialog({ assignmentId, isRandom, onDone, onClose }: TakeOutDialogProps) {
  const [reason, setReason] = useState<ReplaceReason>('not-service');
  const [words, setWords] = useState('');
  const replace = useReplaceTask();
  const take = () =>
    replace.mutate(
      { assignmentId, reason, words },
      {
        onSuccess: () => {
          onClose();
          onDone();
        },
      },
    );
  return (
    <FormDialog
      title="Take this conversation out"
      className="review-dialog"
      submit={{ words: 'Take it out', blocked: replace.isPending ? 'It is being taken out' : undefined }}
      error={replace.error}
      onSubmit={take}
      onClose={onClose}
    >
      <p className="second">
        {isRandom
          ? 'Another one of the same agent is drawn by chance in its place. That it was taken out stays on record.'
          : 'That it was taken out stays on record.'}{' '}
        What you have written on it goes with it.
      </p>
      <Field label="Because it is">
        {(id) => (
          <select
            id={id}
            value={reason}
            onChange={({ target }) => setReason(replaceReasons.find((one) => one === target.value) ?? 'other')}
          >
            {replaceReasons.map((one) => (
              <option key={one} value={one}>
                {replaceReasonWords[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TypedField label="In your words" maxLength={500} value={words} onChange={setWords} />
    </FormDialog>
  );
}
