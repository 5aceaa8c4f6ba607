/** Reading blind: the conversation as it was, the scorecard beside it, everything by keys. */
import type { Evidence, ReviewDetail } from '@rapport/contract';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { readSelection } from '../conversation/selected-words.ts';
import { useToast } from '../design/Toast.tsx';
import { type KeyHandlers, useKeys } from '../keys/KeyProvider.tsx';
import type { KeyActionId } from '../keys/key-actions.ts';
import { BlindPanel } from './BlindPanel.tsx';
import { QuoteDialog } from './QuoteDialog.tsx';
import { ReviewTranscript } from './ReviewTranscript.tsx';
import { addQuote, askedOf, describeRating, rate, ratingOf, removeQuote, tallyOf } from './review-draft.ts';
import { TakeOutDialog } from './TakeOutDialog.tsx';
import { useReviewDraft } from './use-review-draft.ts';
import { useReviewChanges, useReviewSettings } from './use-reviews.ts';

interface WriteReviewProps {
  review: ReviewDetail;
  queue: ReactNode;
  onNext: () => void;
}

const savingWords = { saved: 'saved as you go', saving: 'saving', failed: 'not saved yet' } as const;

/** Keys 1 to 5 by the place of the point; on three points they are the three levels. */
const pointKeys: Record<number, KeyActionId> = { 1: 'missed', 2: 'partly', 3: 'met', 4: 'point-4', 5: 'point-5' };
const plainPointKeys: Record<number, KeyActionId> = { ...pointKeys, 1: 'point-1', 2: 'point-2', 3: 'point-3' };

export function WriteReview({ review, queue, onNext }: WriteReviewProps) {
  const draft = useReviewDraft(review);
  const { finish } = useReviewChanges(review.id);
  const settings = useReviewSettings();
  const toast = useToast();
  const [current, setCurrent] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'quote' | 'take-out' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [announced, setAnnounced] = useState('');
  const comment = useRef<HTMLTextAreaElement>(null);
  const categories = askedOf(review);
  const tally = tallyOf(draft.content, categories);
  const at = current ?? tally.open ?? categories[0]?.id ?? null;
  const category = categories.find(({ id }) => id === at);

  const move = (step: number) => {
    const place = categories.findIndex(({ id }) => id === at) + step;
    const next = categories[Math.min(categories.length - 1, Math.max(0, place))];
    if (next) setCurrent(next.id);
  };
  const say = (categoryId: string, chosen: number | null) => {
    setCurrent(categoryId);
    draft.change((content) => rate(content, categoryId, chosen));
  };
  const quote = (words: Evidence | null) => {
    if (words === null) setDialog('quote');
    else if (at !== null) {
      draft.change((content) => addQuote(content, at, words));
      setAnnounced(`Quoted under ${category?.name ?? ''}: ${words.quote}`);
      window.getSelection()?.removeAllRanges();
    }
  };
  const quoteSelection = () => quote(readSelection(review.conversation.messages));
  const end = () => {
    if (finish.isPending) return;
    if (tally.open !== null) {
      setCurrent(tally.open);
      toast({ text: `${tally.all - tally.rated} still open. Rate them, or say N/A.` });
      return;
    }
    setFailure(null);
    draft
      .flush()
      .then(() => finish.mutateAsync(draft.seconds()))
      .catch(setFailure);
  };

  const points = category?.scale.labels.length ?? 0;
  const keys = points === 3 ? pointKeys : plainPointKeys;
  const rateKeys: KeyHandlers = {};
  for (let point = 1; point <= points && at !== null; point += 1) {
    const key = keys[point];
    if (key) rateKeys[key] = () => say(at, point);
  }
  if (category?.allowNa && at !== null) rateKeys['not-called-for'] = () => say(at, null);
  const focusComment = () => {
    setCurrent(at);
    // After the row is open.
    requestAnimationFrame(() => comment.current?.focus());
  };
  useKeys({
    next: () => move(1),
    back: () => move(-1),
    ...rateKeys,
    quote: quoteSelection,
    comment: focusComment,
    finish: end,
  });
  // Only after a move of the person's own: a page that opens must not jump past the conversation.
  useEffect(() => {
    if (current !== null) document.querySelector('.rating.current')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const agent = review.agent;
  return (
    <>
      <h1 className="review-title">Read it fresh. The machine’s view stays hidden until you finish.</h1>
      <div className={queue === null ? 'review without-queue' : 'review'}>
        {queue}
        <div className="review-middle">
          <p className="review-why">
            <b>Why this one.</b> {review.why}.
            {review.revisionReason === null ? null : ` Revised because: ${review.revisionReason}`}
          </p>
          <ReviewTranscript review={review} content={draft.content} current={at} onSelect={setCurrent} />
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
        </div>
        <BlindPanel
          categories={categories}
          content={draft.content}
          tally={tally}
          current={at}
          comment={comment}
          saving={savingWords[draft.saving]}
          isFinishing={finish.isPending}
          error={failure ?? draft.error}
          canSkip={review.assignmentId !== null}
          onOpen={setCurrent}
          onRate={say}
          onDescribe={(id, change) => draft.change((content) => describeRating(content, id, change))}
          onQuote={quoteSelection}
          onRemoveQuote={(id, words) => draft.change((content) => removeQuote(content, id, words))}
          onFinish={end}
          onComment={focusComment}
          onSkip={() => setDialog('take-out')}
        />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {announced}
      </p>
      {dialog === 'quote' && category ? (
        <QuoteDialog
          review={review}
          category={category.name}
          chosen={ratingOf(draft.content, category.id).quotes}
          onChoose={(words) => {
            setDialog(null);
            quote(words);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'take-out' && review.assignmentId !== null ? (
        <TakeOutDialog
          assignmentId={review.assignmentId}
          isRandom={review.drawn === 'random'}
          onDone={onNext}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}
