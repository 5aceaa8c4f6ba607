/** A finished review: person and machine side by side for its reviewer, the words and the rubric for whom it is about. */
import type { ReadingThatFits, ReviewDetail } from '@rapport/contract';
import { type ReactNode, useState } from 'react';
import { useKeys } from '../keys/KeyProvider.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { ReviewTalk } from './ReviewTalk.tsx';
import { ReviewTranscript } from './ReviewTranscript.tsx';
import { ReviseDialog } from './ReviseDialog.tsx';
import { askedOf } from './review-draft.ts';
import { compareCategories, drawnWords, stateWords, worthWords } from './review-words.ts';
import { useReviewChanges } from './use-reviews.ts';

interface CompareReviewProps {
  review: ReviewDetail;
  queue: ReactNode;
  hasNext: boolean;
  onNext: () => void;
}

export function CompareReview({ review, queue, hasNext, onNext }: CompareReviewProps) {
  const rows = compareCategories(review, askedOf(review));
  const apart = rows.filter(({ differs }) => differs);
  const [at, setAt] = useState<string | null>((apart[0] ?? rows[0])?.category.id ?? null);
  const [revising, setRevising] = useState(false);
  const { say, acknowledge } = useReviewChanges(review.id);
  const row = rows.find(({ category }) => category.id === at);

  const move = (step: number) => {
    const list = apart.length > 0 ? apart : rows;
    const place = list.findIndex(({ category }) => category.id === at) + step;
    const next = list[Math.min(list.length - 1, Math.max(0, place))];
    if (next) setAt(next.category.id);
  };
  const fits = (reading: ReadingThatFits) => {
    if (!review.mine || row?.differs !== true) return;
    say.mutate({ categoryId: row.category.id, fits: reading });
    move(1);
  };
  useKeys({
    next: () => move(1),
    back: () => move(-1),
    ...(review.mine
      ? {
          'machine-fits': () => fits('machine'),
          'mine-fits': () => fits('mine'),
          'rule-unclear': () => fits('rule-unclear'),
          'go-on': onNext,
        }
      : {}),
  });

  const compared = review.comparison;
  const worth = compared?.worth ?? null;
  const quality = rows.find(({ machine }) => machine?.quality === worth?.quality)?.category.name ?? '';
  return (
    <>
      <h1 className="review-title">
        <Headline review={review} apart={apart.length} />
      </h1>
      <div className={queue === null ? 'review without-queue' : 'review'}>
        {queue}
        <div className="review-middle">
          {worth !== null ? (
            <p className="review-why">
              <b>What this review did.</b> {worthWords(worth, quality.toLowerCase())}
            </p>
          ) : (
            <p className="review-why">
              <b>{review.why}.</b> {stateWords[review.state].replace(/^./, (first) => first.toUpperCase())}
              {review.state === 'finished' ? `, ${drawnWords[review.drawn]}` : ''}.
            </p>
          )}
          <ReviewTranscript
            read={{ conversation: review.conversation, agent: review.agent, categories: askedOf(review) }}
            content={review.content}
            current={at}
            machine={row?.machine?.quote ?? null}
            onSelect={setAt}
          />
          {review.content.note === '' ? null : (
            <p className="review-said">
              <b>
                {review.mine ? 'You' : review.reviewer} to {review.aboutMe ? 'you' : review.agent}:
              </b>{' '}
              {review.content.note}
            </p>
          )}
          <ReviewTalk review={review} />
        </div>
        <ComparePanel
          review={review}
          rows={rows}
          current={at}
          onOpen={setAt}
          onMove={move}
          onFits={fits}
          onNext={onNext}
          hasNext={hasNext}
          onRevise={() => setRevising(true)}
          onAcknowledge={() => acknowledge.mutate()}
          error={say.error ?? acknowledge.error}
        />
      </div>
      {revising ? <ReviseDialog review={review} onClose={() => setRevising(false)} /> : null}
    </>
  );
}

function Headline({ review, apart }: { review: ReviewDetail; apart: number }) {
  const { comparison, mine, aboutMe, reviewer, agent } = review;
  if (!mine) {
    return aboutMe
      ? `What ${reviewer.toLowerCase() === 'a reviewer' ? 'a reviewer' : reviewer} saw in your replies.`
      : `${reviewer} on ${agent}.`;
  }
  if (comparison === null || comparison.compared === 0) return 'Your review is saved.';
  const look = ['All is seen alike.', 'One is worth a look.', 'Two are worth a look.'][apart];
  return (
    <>
      You and the machine agree on{' '}
      <span className="marker">
        {comparison.alike} of {comparison.compared}
      </span>
      . {look ?? `${apart} are worth a look.`}
    </>
  );
}
