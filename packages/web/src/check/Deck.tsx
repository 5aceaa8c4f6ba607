/** The ten cards, one at a time, and the result after the last. */
import type { CheckDeck } from '@rapport/contract';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys/KeyProvider.tsx';
import { Card } from './Card.tsx';
import { type Answer, cardToShow, placeOf } from './check-cards.ts';
import { Result } from './Result.tsx';
import { useAnswerCheck } from './use-check.ts';

interface DeckProps {
  deck: CheckDeck;
  isDrawing: boolean;
  drawError: unknown;
  onMore: () => void;
}

export function Deck({ deck, isDrawing, drawError, onMore }: DeckProps) {
  // The card just answered stays until the person goes on, so that the machine's verdict can be read.
  const [reading, setReading] = useState<string | null>(null);
  const answer = useAnswerCheck(deck.id);
  const card = cardToShow(deck, reading);
  const secondsOn = useSecondsOn(card?.id ?? null);

  const say = (verdict: Answer) => {
    if (!card || card.answered !== null || answer.isPending) return;
    setReading(card.id);
    answer.mutate({ cardId: card.id, verdict, seconds: secondsOn() });
  };
  const next = () => {
    if (card && card.answered !== null) setReading(null);
  };
  useKeys(
    card === null
      ? {}
      : {
          missed: () => say('missed'),
          partly: () => say('partly'),
          met: () => say('met'),
          'not-called-for': () => say('no-opportunity'),
          ...(card.answered === null ? {} : { 'go-on': next }),
        },
  );

  if (card === null) return <Result deck={deck} isDrawing={isDrawing} error={drawError} onMore={onMore} />;
  return (
    <Card
      key={card.id}
      card={card}
      place={placeOf(deck, card)}
      all={deck.cards.length}
      isSaving={answer.isPending}
      error={answer.error}
      onAnswer={say}
      onNext={next}
    />
  );
}

/** Seconds since the card came up, for the time a check takes. */
function useSecondsOn(cardId: string | null): () => number {
  const since = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each card
  useEffect(() => {
    since.current = performance.now();
  }, [cardId]);
  return () => Math.min(86_400, Math.round((performance.now() - since.current) / 100) / 10);
}
