/** The conversation up to the reply, the newest first to be seen; what called for the quality is marked. */
import type { Evidence, PracticeMoment } from '@rapport/contract';
import { useState } from 'react';
import '../check/Excerpt.css';
import { Button } from '../design/Button.tsx';
import '../design/EvidenceMark.css';
import { markSegments } from '../try-reply/mark-segments.ts';

/** Messages that stand above the reply; the others are one press away. */
const shownAtFirst = 5;

interface PracticeTurnsProps {
  moment: PracticeMoment;
  /** What the scorer saw in the newest words, once it was asked. */
  trigger: Evidence | null;
}

export function PracticeTurns({ moment: { turns, trigger: known }, trigger }: PracticeTurnsProps) {
  const last = turns.length - 1;
  const [all, setAll] = useState(false);
  // What called for it is always in sight.
  const from = all ? 0 : Math.max(0, Math.min(turns.length - shownAtFirst, known?.turn ?? last));
  const marks = (place: number) => {
    if (trigger && place === last) return [{ ...trigger, kind: 'called' as const }];
    return known?.turn === place ? [{ ...known, kind: 'called' as const }] : [];
  };
  return (
    <>
      {from > 0 ? (
        <p className="practice-earlier">
          <Button kind="quiet" size="small" onClick={() => setAll(true)}>
            {from === 1 ? 'Show the message before' : `Show the ${from} messages before`}
          </Button>
        </p>
      ) : null}
      <ol className="excerpt practice-turns" start={from + 1}>
        {turns.map((turn, place) =>
          place < from ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: turns are never reordered, and two may say the same
            <li key={place} className={turn.role === 'customer' ? 'customer' : 'other'}>
              <span className="excerpt-author">{turn.author}</span>
              <p className="say">
                {markSegments(turn.text, marks(place)).map((segment) =>
                  segment.kinds.length === 0 ? (
                    <span key={segment.start}>{segment.text}</span>
                  ) : (
                    <mark key={segment.start} className="evidence current">
                      {segment.text}
                    </mark>
                  ),
                )}
              </p>
            </li>
          ),
        )}
      </ol>
    </>
  );
}
