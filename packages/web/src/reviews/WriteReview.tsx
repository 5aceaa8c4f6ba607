/** A review while it is written: read blind, kept as it grows, taken out where it cannot be judged. */
import { call, type ReviewDetail, saveReviewDraft } from '@rapport/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { BlindReading } from './BlindReading.tsx';
import { askedOf } from './review-draft.ts';
import { TakeOutDialog } from './TakeOutDialog.tsx';
import { type DraftToSave, useReviewDraft } from './use-review-draft.ts';
import { useReviewChanges, useReviewSettings } from './use-reviews.ts';

interface WriteReviewProps {
  review: ReviewDetail;
  queue: ReactNode;
  onNext: () => void;
}

export function WriteReview({ review, queue, onNext }: WriteReviewProps) {
  const queries = useQueryClient();
  const reviewId = review.id;
  const send = useCallback(
    async (body: DraftToSave) => {
      const { saves } = await call(saveReviewDraft, { params: { reviewId }, body });
      queries.setQueryData<ReviewDetail>(['reviews', 'one', reviewId], (known) =>
        known === undefined ? known : { ...known, content: body.content, saves, seconds: body.seconds },
      );
      return saves;
    },
    [queries, reviewId],
  );
  const draft = useReviewDraft(review, send);
  const { finish } = useReviewChanges(reviewId);
  const settings = useReviewSettings();
  const [takingOut, setTakingOut] = useState(false);
  const { agent, assignmentId } = review;
  return (
    <>
      <BlindReading
        read={{ conversation: review.conversation, agent, categories: askedOf(review) }}
        draft={draft}
        title="Read it fresh. The machine’s view stays hidden until you finish."
        why={
          <>
            <b>Why this one.</b> {review.why}.
            {review.revisionReason === null ? null : ` Revised because: ${review.revisionReason}`}
          </>
        }
        note={
          <div className="review-note">
            <label className="caption" htmlFor="review-note">
              What would help {agent} most? {agent} reads this{' '}
              {settings.data?.anonymous ? 'without your name' : 'with your name'}.
            </label>
            <textarea
              id="review-note"
              maxLength={8000}
              value={draft.content.note}
              onChange={(event) => draft.change((content) => ({ ...content, note: event.target.value }))}
            />
          </div>
        }
        queue={queue}
        finishWords="Finish and compare"
        hiddenWords="Machine scores and the rating are hidden for now."
        isFinishing={finish.isPending}
        onFinish={(seconds) => finish.mutateAsync(seconds)}
        onSkip={assignmentId === null ? undefined : () => setTakingOut(true)}
      />
      {takingOut && assignmentId !== null ? (
        <TakeOutDialog
          assignmentId={assignmentId}
          isRandom={review.drawn === 'random'}
          onDone={onNext}
          onClose={() => setTakingOut(false)}
        />
      ) : null}
    </>
  );
}
