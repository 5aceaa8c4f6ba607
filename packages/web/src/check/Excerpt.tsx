/** The words around the moment. What called for the quality is marked; the answer to it only once you have judged. */
import type { CheckCard, Evidence, ScoreVerdict } from '@rapport/contract';
import { dayWords, timeWords } from '../design/dates.ts';
import '../design/EvidenceMark.css';
import { markSegments, type TextMark } from '../try-reply/mark-segments.ts';
import './Excerpt.css';

export function Excerpt({ card, now }: { card: CheckCard; now: Date }) {
  return (
    <ol className="excerpt">
      {card.excerpt.map((message, index) => (
        <li key={message.id} className={message.role === 'customer' ? 'customer' : 'other'}>
          <span className="excerpt-author">
            {message.author}
            {message.role === 'bot' || message.role === 'system' ? `, ${message.role}` : ''}
            {message.at === null ? null : (
              <time className="caption excerpt-time" dateTime={message.at}>
                {isSameDay(message.at, card.excerpt[index - 1]?.at) ? null : (
                  <>
                    <span className="excerpt-day">{dayWords(message.at, now)}</span>{' '}
                  </>
                )}
                {timeWords(message.at)}
              </time>
            )}
          </span>
          <p className="say">
            {markSegments(message.text, marksIn(message.id, card)).map((segment) => {
              if (segment.kinds.length === 0) return <span key={segment.start}>{segment.text}</span>;
              const isTrigger = segment.kinds.includes('called');
              const kinds = segment.kinds.filter((kind) => kind !== 'called').map((kind) => `evidence-${kind}`);
              return (
                <mark
                  key={segment.start}
                  className={['evidence', ...kinds, isTrigger ? 'current' : ''].join(' ').trim()}
                >
                  {segment.text}
                </mark>
              );
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The day stands once, where it begins. */
const isSameDay = (at: string, before: string | null | undefined): boolean =>
  before !== null && before !== undefined && new Date(at).toDateString() === new Date(before).toDateString();

const markOf: Record<ScoreVerdict, TextMark['kind']> = {
  met: 'helped',
  partly: 'half',
  missed: 'hurt',
  'no-opportunity': 'half',
};

function marksIn(messageId: string, card: CheckCard): TextMark[] {
  const place = (evidence: Evidence | null | undefined, kind: TextMark['kind']): TextMark[] =>
    evidence?.messageId === messageId ? [{ start: evidence.start, end: evidence.end, kind }] : [];
  return [
    ...place(card.trigger, 'called'),
    ...(card.machine ? place(card.machine.response, markOf[card.machine.verdict]) : []),
  ];
}
