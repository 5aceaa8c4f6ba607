/** A finished review is never changed; a new revision says why it stands in its place. */
import type { ReviewDetail } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { useReviewChanges } from './use-reviews.ts';
import './ReviewDialog.css';

export function ReviseDialog({ review, onClose }: { review: ReviewDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const { revise } = useReviewChanges(review.id);
  const navigate = useNavigate();
  const isShort = reason.trim().length < 3;
  const begin = () => {
    if (isShort) return;
    revise.mutate(reason, {
      onSuccess: ({ review: revision }) => {
        onClose();
        void navigate({ to: `/reviews/${revision.id}` });
      },
    });
  };
  return (
    <Dialog open onClose={onClose} title="Revise this review">
      <form
        className="review-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <p className="second">
          This one stays on record and counts until the revision is finished. {review.agent} sees both and the reason.
        </p>
        <label>
          Why it has to change
          <textarea
            className="review-field"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {revise.error ? <ErrorState error={revise.error} /> : null}
        <p>
          <Button kind="primary" type="submit" blocked={isShort ? 'Say why first' : undefined}>
            Begin the revision
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
