/** Reading blind: the conversation as it was, the scorecard beside it, everything by keys. Of a review or a calibration. */
import type { Evidence } from '@rapport/contract';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { readSelection } from '../conversation/selected-words.ts';
import { useToast } from '../design/Toast.tsx';
import { type KeyHandlers, useKeys } from '../keys/KeyProvider.tsx';
import type { KeyActionId } from '../keys/key-actions.ts';
import { BlindPanel } from './BlindPanel.tsx';
import { QuoteDialog } from './QuoteDialog.tsx';
import { type ReadConversation, ReviewTranscript } from './ReviewTranscript.tsx';
import { addQuote, describeRating, rate, ratingOf, removeQuote, tallyOf } from './review-draft.ts';
import type { ReviewDraft } from './use-review-draft.ts';

interface BlindReadingProps {
  read: ReadConversation;
  draft: ReviewDraft;
  title: ReactNode;
  /** Above the conversation: why this one. */
  why: ReactNode;
  /** Below it: what is said to whom. */
  note?: ReactNode;
  queue: ReactNode;
  finishWords: string;
  hiddenWords: string;
  canPin?: boolean;
  isFinishing: boolean;
  /** Everything is saved; ends it. */
  onFinish: (seconds: number) => Promise<unknown>;
  onSkip?: (() => void) | undefined;
}

const savingWords = { saved: 'saved as you go', saving: 'saving', failed: 'not saved yet' } as const;

/** Keys 1 to 5 by the place of the point; on three points they are the three levels. */
const pointKeys: Record<number, KeyActionId> = { 1: 'missed', 2: 'partly', 3: 'met', 4: 'point-4', 5: 'point-5' };
const plainPointKeys: Record<number, KeyActionId> = { ...pointKeys, 1: 'point-1', 2: 'point-2', 3: 'point-3' };

/** Which key gives which point of a scale. */
export const keysOfScale = (points: number): Record<number, KeyActionId> => (points === 3 ? pointKeys : plainPointKeys);

export function BlindReading(props: BlindReadingProps) {
  const { read, draft, queue, isFinishing, onFinish } = props;
  const { categories } = read;
  const toast = useToast();
  const [current, setCurrent] = useState<string | null>(null);
  const [isQuoting, setIsQuoting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [announced, setAnnounced] = useState('');
  const comment = useRef<HTMLTextAreaElement>(null);
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
    if (words === null) setIsQuoting(true);
    else if (at !== null) {
      draft.change((content) => addQuote(content, at, words));
      setAnnounced(`Quoted under ${category?.name ?? ''}: ${words.quote}`);
      window.getSelection()?.removeAllRanges();
    }
  };
  const quoteSelection = () => quote(readSelection(read.conversation.messages));
  const end = () => {
    if (isFinishing) return;
    if (tally.open !== null) {
      setCurrent(tally.open);
      toast({ text: `${tally.all - tally.rated} still open. Rate them, or say N/A.` });
      return;
    }
    setFailure(null);
    draft
      .flush()
      .then(() => onFinish(draft.seconds()))
      .catch(setFailure);
  };

  const points = category?.scale.labels.length ?? 0;
  const keys = keysOfScale(points);
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

  return (
    <>
      <h1 className="review-title">{props.title}</h1>
      <div className={queue === null ? 'review without-queue' : 'review'}>
        {queue}
        <div className="review-middle">
          <p className="review-why">{props.why}</p>
          <ReviewTranscript
            read={read}
            content={draft.content}
            current={at}
            canPin={props.canPin ?? true}
            onSelect={setCurrent}
          />
          {props.note}
        </div>
        <BlindPanel
          categories={categories}
          content={draft.content}
          tally={tally}
          current={at}
          comment={comment}
          saving={savingWords[draft.saving]}
          isFinishing={isFinishing}
          error={failure ?? draft.error}
          finishWords={props.finishWords}
          hiddenWords={props.hiddenWords}
          onOpen={setCurrent}
          onMove={move}
          onRate={say}
          onDescribe={(id, change) => draft.change((content) => describeRating(content, id, change))}
          onQuote={quoteSelection}
          onRemoveQuote={(id, words) => draft.change((content) => removeQuote(content, id, words))}
          onFinish={end}
          onComment={focusComment}
          onSkip={props.onSkip}
        />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {announced}
      </p>
      {isQuoting && category ? (
        <QuoteDialog
          messages={read.conversation.messages}
          category={category.name}
          chosen={ratingOf(draft.content, category.id).quotes}
          onChoose={(words) => {
            setIsQuoting(false);
            quote(words);
          }}
          onClose={() => setIsQuoting(false)}
        />
      ) : null}
    </>
  );
}
