/** Other words for a category: the question, what each point means, and when it does not apply. */
import type { Category } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useCalibrationChanges } from './use-calibration.ts';
import '../reviews/ReviewDialog.css';

interface WordingDialogProps {
  calibrationId: string;
  category: Category | undefined;
  /** The conversation it came up in. */
  partId: string | undefined;
  onClose: () => void;
}

export function WordingDialog({ calibrationId, category, partId, onClose }: WordingDialogProps) {
  const { propose } = useCalibrationChanges(calibrationId);
  const toast = useToast();
  const [said, setSaid] = useState(category?.said ?? '');
  const [naWhen, setNaWhen] = useState(category?.naWhen ?? '');
  const [guidance, setGuidance] = useState<string[]>(
    category?.scale.labels.map((_, point) => category.guidance[point] ?? '') ?? [],
  );
  const [words, setWords] = useState('');
  if (category === undefined) return null;
  const send = () => {
    if (propose.isPending) return;
    propose.mutate(
      { categoryId: category.id, partId, wording: { said, naWhen, guidance }, words },
      {
        onSuccess: () => {
          toast({ text: 'The words stand in the draft of the scorecard; nothing is published yet.' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={`Other words for ${category.name.toLowerCase()}`} kind="wide">
      <form
        className="review-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="second">
          They go into the draft of the scorecard. What was rated here stays with the words it was rated by.
        </p>
        <label>
          Question
          <textarea
            className="review-field"
            rows={2}
            maxLength={300}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        </label>
        {category.scale.labels.map((label, point) => (
          <label key={label}>
            {label} means
            <textarea
              className="review-field"
              rows={2}
              maxLength={600}
              value={guidance[point] ?? ''}
              onChange={(event) => setGuidance(guidance.map((one, at) => (at === point ? event.target.value : one)))}
            />
          </label>
        ))}
        {category.allowNa ? (
          <label>
            N/A when
            <textarea
              className="review-field"
              rows={2}
              maxLength={300}
              value={naWhen}
              onChange={(event) => setNaWhen(event.target.value)}
            />
          </label>
        ) : null}
        <label>
          Why
          <input
            className="review-field"
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {propose.error ? <ErrorState error={propose.error} /> : null}
        <p>
          <Button kind="primary" type="submit">
            Put into the draft
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
