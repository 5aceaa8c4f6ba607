/** The scorecard to fill, with the machine's view hidden until it is done. */
import type { Category, Evidence, ReviewContent } from '@rapport/contract';
import type { RefObject } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Icon } from '../design/Icon.tsx';
import { RatingRow } from './RatingRow.tsx';
import { type RatingChange, ratingOf, type Tally } from './review-draft.ts';
import { SideSheet } from './SideSheet.tsx';
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
  /** To the next category, or the one before. */
  onMove: (step: number) => void;
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
    <SideSheet
      label="Your ratings"
      allWords={`All ${tally.all}`}
      onBack={() => props.onMove(-1)}
      onNext={() => props.onMove(1)}
      more={
        <Button size="small" onClick={props.onQuote}>
          Quote
        </Button>
      }
    >
      <p className="blind-strip">
        <Icon name="lock" /> {props.hiddenWords}
      </p>
      <div className="ratings sheet-rows sheet-keeps">
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
      <p className="caption sheet-keeps" aria-live="polite">
        {tally.rated} of {tally.all} rated
        {tally.quotes > 0 ? ` · ${tally.quotes} ${tally.quotes === 1 ? 'quote' : 'quotes'} attached` : ''} · {saving}
      </p>
      {error ? <ErrorState error={error} /> : null}
      <p className={tally.open === null ? 'review-buttons sheet-keeps' : 'review-buttons'}>
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
    </SideSheet>
  );
}
