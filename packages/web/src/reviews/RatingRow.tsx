/** One category: its points to choose from; the open one shows what each point means, its quotes, reasons and words. */
import type { Category, Evidence, ReviewRating, RootCause } from '@rapport/contract';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { Button } from '../design/Button.tsx';
import type { RatingChange } from './review-draft.ts';
import './RatingRow.css';

interface RatingRowProps {
  category: Category;
  rating: ReviewRating;
  current: boolean;
  comment: RefObject<HTMLTextAreaElement | null>;
  onOpen: () => void;
  onRate: (chosen: number | null) => void;
  onDescribe: (change: RatingChange) => void;
  onQuote: () => void;
  onRemoveQuote: (quote: Evidence) => void;
}

export function RatingRow(props: RatingRowProps) {
  const { category, rating, current, onOpen, onRate } = props;
  const name = useId();
  const points = category.scale.labels.map((label, place) => ({ label, chosen: place + 1 }));
  const choices = category.allowNa ? [...points, { label: 'N/A', chosen: null }] : points;
  const stop = Math.max(
    0,
    choices.findIndex(({ chosen }) => chosen === rating.chosen),
  );
  return (
    <div className={current ? 'rating current' : 'rating'} data-category={category.id}>
      <div className="rating-line">
        <button type="button" className="rating-name" id={name} aria-expanded={current} onClick={onOpen}>
          {category.name}
        </button>
        <div className="rating-points" role="radiogroup" aria-labelledby={name}>
          {choices.map(({ label, chosen }, place) => (
            // biome-ignore lint/a11y/useSemanticElements: a radio input could not be taken back by choosing it again
            <button
              key={label}
              type="button"
              role="radio"
              aria-checked={rating.chosen === chosen}
              tabIndex={place === stop ? 0 : -1}
              onKeyDown={walkPoints}
              className={chosen === null ? 'not-applicable' : undefined}
              onClick={() => {
                onOpen();
                onRate(chosen);
              }}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      {current ? <RatingDetail {...props} /> : <RatingTraces rating={rating} />}
    </div>
  );
}

/** The arrow keys walk and choose, as in any group of which one is chosen. */
function walkPoints(event: KeyboardEvent<HTMLButtonElement>): void {
  const steps: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const step = steps[event.key];
  const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLButtonElement>('[role="radio"]') ?? [])];
  const next = step === undefined ? undefined : all[all.indexOf(event.currentTarget) + step];
  if (step === undefined || next === undefined) return;
  event.preventDefault();
  next.focus();
  if (next.getAttribute('aria-checked') !== 'true') next.click();
}

/** That there is more under a closed row. */
function RatingTraces({ rating }: { rating: ReviewRating }) {
  const parts = [
    ...(rating.quotes.length > 0 ? [`${rating.quotes.length} ${rating.quotes.length === 1 ? 'quote' : 'quotes'}`] : []),
    ...(rating.comment === '' ? [] : ['a comment']),
    ...(rating.rootCauses.length > 0 ? ['a reason'] : []),
  ];
  return parts.length === 0 ? null : <p className="rating-traces caption">{parts.join(', ')}</p>;
}

function RatingDetail({ category, rating, comment, onDescribe, onQuote, onRemoveQuote }: RatingRowProps) {
  const guidance = category.scale.labels.flatMap((label, place) => {
    const words = category.guidance[place] ?? '';
    return words === '' ? [] : [{ label, words }];
  });
  const isBelow = typeof rating.chosen === 'number' && rating.chosen < category.scale.points;
  return (
    <div className="rating-detail">
      <p className="second">{category.said}</p>
      {guidance.length > 0 ? (
        <dl className="rating-guidance">
          {guidance.map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {category.naWhen === '' ? null : <p className="caption">N/A when {category.naWhen}.</p>}
      {category.critical === null ? null : (
        <p className="caption">Critical: below half it sets the {category.critical} to 0.</p>
      )}
      {rating.quotes.length > 0 ? (
        <ul className="rating-quotes">
          {rating.quotes.map((quote) => (
            <li key={`${quote.messageId} ${quote.start}`}>
              <span className="say-small">“{quote.quote}”</span>
              <Button size="small" kind="quiet" onClick={() => onRemoveQuote(quote)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isBelow && category.rootCauses.length > 0 ? (
        <RootCauses
          causes={category.rootCauses}
          chosen={rating.rootCauses}
          onChange={(rootCauses) => onDescribe({ rootCauses })}
        />
      ) : null}
      <div className="rating-words">
        <label className="visually-hidden" htmlFor={`comment-${category.id}`}>
          Comment on {category.name}
        </label>
        <textarea
          id={`comment-${category.id}`}
          ref={comment}
          rows={rating.comment.length > 60 ? 3 : 1}
          maxLength={4000}
          placeholder="Why, in a few words"
          value={rating.comment}
          onChange={(event) => onDescribe({ comment: event.target.value })}
        />
        <Button size="small" shortcut="Q" onClick={onQuote}>
          Quote
        </Button>
      </div>
    </div>
  );
}

interface RootCausesProps {
  causes: readonly RootCause[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

interface CauseNode {
  id: string;
  name: string;
  children?: readonly CauseNode[];
}

/** A tree of reasons; a branch shows what lies under it once it is chosen. */
function RootCauses({ causes, chosen, onChange }: RootCausesProps) {
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const branch = (nodes: readonly CauseNode[]) => (
    <ul>
      {nodes.map(({ id, name, children }) => (
        <li key={id}>
          <label>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {name}
          </label>
          {children !== undefined && children.length > 0 && chosen.includes(id) ? branch(children) : null}
        </li>
      ))}
    </ul>
  );
  return (
    <fieldset className="rating-causes">
      <legend className="caption">What was behind it</legend>
      {branch(causes)}
    </fieldset>
  );
}
