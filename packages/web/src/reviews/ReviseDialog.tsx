/** A finished review is never changed; a new revision says why it stands in its place. */
import type { ReviewDetail } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Field } from '../design/Field.tsx';
import { FormDialog } from '../design/FormDialog.tsx';
import { useReviewChanges } from './use-reviews.ts';
import './ReviewDialog.css';

export function ReviseDialog({ review, onClose }: { review: ReviewDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const { revise } = useReviewChanges(review.id);
  const navigate = useNavigate();
  const isShort = reason.trim().length < 3;
  const begin = () =>
    revise.mutate(reason, {
      onSuccess: ({ review: revision }) => {
        onClose();
        void navigate({ to: `/reviews/${revision.id}` });
      },
    });
  return (
    <FormDialog
      title="Revise this review"
      className="review-dialog"
      submit={{ words: 'Begin the revision', blocked: isShort ? 'Say why first' : undefined }}
      error={revise.error}
      onSubmit={begin}
      onClose={onClose}
    >
      <p className="second">
        This one stays on record and counts until the revision is finished. {review.agent} sees both and the reason.
      </p>
      <Field label="Why it has to change">
        {(id) => (
          <textarea
            id={id}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
