/** One moment: the question, the words around it, your verdict, and only then the machine's. */
import { type CheckCard, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import type { Answer } from './check-cards.ts';
import { Excerpt } from './Excerpt.tsx';
import { MachineVerdict } from './MachineVerdict.tsx';
import { VerdictChoice } from './VerdictChoice.tsx';
import './Card.css';

interface CardProps {
  card: CheckCard;
  place: number;
  all: number;
  isSaving: boolean;
  error: unknown;
  onAnswer: (answer: Answer) => void;
  onNext: () => void;
}

export function Card({ card, place, all, isSaving, error, onAnswer, onNext }: CardProps) {
  const [now] = useState(() => new Date());
  const answered = card.answered !== null;
  return (
    <>
      <h1 className="check-question">{card.question}</h1>
      <div className="check-progress">
        <span>
          <b>{qualityWords[card.quality].name}</b>, {place} of {all}
        </span>
        <div
          className="check-bar"
          role="progressbar"
          aria-label="Moments judged"
          aria-valuemin={0}
          aria-valuemax={all}
          aria-valuenow={answered ? place : place - 1}
        >
          <i style={{ width: `${((answered ? place : place - 1) / all) * 100}%` }} />
        </div>
      </div>
      <div className="check-card">
        <section aria-label="The moment">
          <Excerpt card={card} now={now} />
          <p className="caption check-marked">
            {card.trigger
              ? 'Marked: what called for it. A reply counts if it answers that.'
              : 'No single sentence called for it; the replies as they stand are the moment.'}
          </p>
        </section>
        <aside className="check-side" aria-label="Your verdict and Rapport’s">
          <VerdictChoice chosen={card.answered} isLocked={answered || isSaving} onAnswer={onAnswer} />
          {error && !answered ? <ErrorState error={error} /> : null}
          <div aria-live="polite">
            {answered && card.machine ? <MachineVerdict card={card} machine={card.machine} /> : null}
          </div>
          {answered ? (
            <p className="check-next">
              <Button kind="primary" shortcut="Enter" onClick={onNext}>
                {place === all ? 'See how it came out' : 'Next moment'}
              </Button>
              <Link to="/conversations/$conversationId" params={{ conversationId: card.conversationId }}>
                Whole conversation
              </Link>
            </p>
          ) : (
            <p className="check-hidden">Rapport’s verdict is hidden until you have said yours.</p>
          )}
        </aside>
      </div>
    </>
  );
}
