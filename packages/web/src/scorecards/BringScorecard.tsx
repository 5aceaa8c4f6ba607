/** A scorecard from a CSV file: group, category, scale, weight, critical. Rows it cannot use are told, none is dropped unseen. */
import type { PastReviewProblem } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { ProblemTable } from '../past-reviews/ProblemTable.tsx';
import { useBringScorecard } from './use-scorecards.ts';

export function BringScorecard() {
  const bring = useBringScorecard();
  const navigate = useNavigate();
  const [left, setLeft] = useState<{ card: string; problems: readonly PastReviewProblem[] } | null>(null);
  const open = (card: string) => void navigate({ to: '.', search: { card } });
  return (
    <>
      <label className={buttonClass({ kind: 'quiet', size: 'small' })}>
        Bring one as CSV
        <input
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,text/csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (!file) return;
            bring.mutate(file, {
              onSuccess: ({ scorecard, problems }) =>
                problems.length > 0 ? setLeft({ card: scorecard.id, problems }) : open(scorecard.id),
            });
          }}
        />
      </label>
      {bring.error ? <ErrorState error={bring.error} /> : null}
      {left === null ? null : (
        <Dialog open onClose={() => open(left.card)} title="Rows that are not in the draft" kind="wide">
          <ProblemTable problems={left.problems} />
          <p>
            <Button kind="primary" onClick={() => open(left.card)}>
              Open the draft
            </Button>
          </p>
        </Dialog>
      )}
    </>
  );
}
