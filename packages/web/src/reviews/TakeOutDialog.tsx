/** A conversation that cannot be reviewed goes out with its reason, and another comes in by chance. */
import { type ReplaceReason, replaceReasons, replaceReasonWords } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
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
    <Dialog open onClose={onClose} title="Take this conversation out">
      <form
        className="review-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <p className="second">
          {isRandom
            ? 'Another one of the same agent is drawn by chance in its place. That it was taken out stays on record.'
            : 'That it was taken out stays on record.'}{' '}
          What you have written on it goes with it.
        </p>
        <label>
          Because it is
          <select
            className="review-field"
            value={reason}
            onChange={(event) => setReason(replaceReasons.find((one) => one === event.target.value) ?? 'other')}
          >
            {replaceReasons.map((one) => (
              <option key={one} value={one}>
                {replaceReasonWords[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          In your words
          <input
            className="review-field"
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {replace.error ? <ErrorState error={replace.error} /> : null}
        <p>
          <Button kind="primary" type="submit" blocked={replace.isPending ? 'It is being taken out' : undefined}>
            Take it out
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
