/** One review: written blind, then set beside the machine; later read by whom it is about. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CompareReview } from './CompareReview.tsx';
import { QueueList } from './QueueList.tsx';
import { useMyTasks, useOpenReview, useReview } from './use-reviews.ts';
import { WriteReview } from './WriteReview.tsx';
import './ReviewPage.css';

export function ReviewPage() {
  const { reviewId = '' }: { reviewId?: string } = useParams({ strict: false });
  const query = useReview(reviewId);
  const review = query.data;
  usePageTitle(review ? `Review of ${review.conversation.customer}` : 'Review');
  const mine = useMyTasks();
  const open = useOpenReview();
  const navigate = useNavigate();
  const openTask = (assignmentId: string) =>
    open.mutate(assignmentId, {
      onSuccess: ({ review: opened }) => void navigate({ to: `/reviews/${opened.id}` }),
    });
  const next = mine.data?.tasks.find(({ state, reviewId: of }) => state === 'open' && of !== reviewId);
  const goOn = () => {
    if (next === undefined) void navigate({ to: '/reviews' });
    else openTask(next.assignmentId);
  };
  const where = (
    <>
      <Link to="/reviews">Reviews</Link> / <b>{review?.conversation.customer ?? 'Review'}</b>
    </>
  );
  if (review === undefined) {
    return (
      <Frame where={where}>
        <h1 className="review-title">{query.isError ? 'This review cannot be shown.' : 'Review'}</h1>
        {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
        {query.isPending ? <LoadingState bars={6}>Fetching the conversation.</LoadingState> : null}
      </Frame>
    );
  }
  const queue =
    mine.data && review.mine && mine.data.tasks.length > 0 ? (
      <QueueList
        tasks={mine.data.tasks}
        progress={mine.data.progress}
        current={review.assignmentId}
        onOpen={openTask}
      />
    ) : null;
  const parts = { review, queue, onNext: goOn, hasNext: next !== undefined };
  return (
    <Frame where={where}>
      {open.error ? <ErrorState error={open.error} /> : null}
      {review.state === 'draft' ? (
        <WriteReview key={`${review.id} draft`} {...parts} />
      ) : (
        <CompareReview key={review.id} {...parts} />
      )}
    </Frame>
  );
}

function Frame({ where, children }: { where: ReactNode; children: ReactNode }) {
  return (
    <>
      <TopStrip where={where} />
      {children}
    </>
  );
}
