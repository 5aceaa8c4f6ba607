/** The conversation up to the reply; what called for the quality is marked. */
import type { Evidence, PracticeMoment } from '@rapport/contract';
import '../check/Excerpt.css';
import '../design/EvidenceMark.css';
import { markSegments } from '../try-reply/mark-segments.ts';

interface PracticeTurnsProps {
  moment: PracticeMoment;
  /** What the scorer saw in the newest words, once it was asked. */
  trigger: Evidence | null;
}

export function PracticeTurns({ moment: { turns, trigger: known }, trigger }: PracticeTurnsProps) {
  const last = turns.length - 1;
  const marks = (place: number) => {
    if (trigger && place === last) return [{ ...trigger, kind: 'called' as const }];
    return known?.turn === place ? [{ ...known, kind: 'called' as const }] : [];
  };
  return (
    <ol className="excerpt practice-turns">
      {turns.map((turn, place) => (
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
      ))}
    </ol>
  );
}
