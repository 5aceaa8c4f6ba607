/** The scorecard to fill, with the machine's view hidden until it is done. */
import type { Category, Evidence, ReviewContent } from '@rapport/contract';
import type { RefObject } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Icon } from '../design/Icon.tsx';
import { RatingRow } from './RatingRow.tsx';
import { type RatingChange, ratingOf, type Tally } from './review-draft.ts';
import './BlindPanel.css';

interface BlindPanelProps {
  categories: readonly Category[];
  content: ReviewContent;
  tally: Tally;
  current: string | null;
  comment: RefObject<HTMLTextAreaElement | null>;
  saving: string;
  isFinishing: boolean;
  error: unknown;
  /** What Finish leads to. */
  finishWords: string;
  hiddenWords: string;
  /** Absent where the conversation cannot be taken out. */
  onSkip?: (() => void) | undefined;
  onOpen: (categoryId: string) => void;
  onRate: (categoryId: string, chosen: number | null) => void;
  onDescribe: (categoryId: string, change: RatingChange) => void;
  onQuote: () => void;
  onRemoveQuote: (categoryId: string, quote: Evidence) => void;
  onFinish: () => void;
  onComment: () => void;
}

export function BlindPanel(props: BlindPanelProps) {
  const { categories, content, tally, current, saving, isFinishing, error } = props;
  return (
    <aside className="review-side" aria-label="Your ratings">
      <p className="blind-strip">
        <Icon name="lock" /> {props.hiddenWords}
      </p>
      <div className="ratings">
        {categories.map((category) => (
          <RatingRow
            key={category.id}
            category={category}
            rating={ratingOf(content, category.id)}
            current={category.id === current}
            comment={props.comment}
            onOpen={() => props.onOpen(category.id)}
            onRate={(chosen) => props.onRate(category.id, chosen)}
            onDescribe={(change) => props.onDescribe(category.id, change)}
            onQuote={props.onQuote}
            onRemoveQuote={(quote) => props.onRemoveQuote(category.id, quote)}
          />
        ))}
      </div>
      <p className="caption" aria-live="polite">
        {tally.rated} of {tally.all} rated
        {tally.quotes > 0 ? ` · ${tally.quotes} ${tally.quotes === 1 ? 'quote' : 'quotes'} attached` : ''} · {saving}
      </p>
      {error ? <ErrorState error={error} /> : null}
      <p className="review-buttons">
        <Button
          kind="primary"
          shortcut="Enter"
          onClick={props.onFinish}
          blocked={isFinishing ? 'It is being finished' : undefined}
        >
          {props.finishWords}
        </Button>
        <Button shortcut="C" onClick={props.onComment}>
          Comment
        </Button>
        {props.onSkip ? (
          <Button kind="quiet" onClick={props.onSkip}>
            Take it out
          </Button>
        ) : null}
      </p>
    </aside>
  );
}
