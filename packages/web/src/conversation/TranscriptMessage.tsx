import type { ConversationArticles, ConversationDetail, Evidence } from '@rapport/contract';
import { ArticlesNamed } from '../articles/ArticlesNamed.tsx';
import { timeWords } from '../design/dates.ts';
import { EvidenceMark, type MarkKind } from '../design/EvidenceMark.tsx';
import { FeelingTrack } from '../design/FeelingTrack.tsx';
import { type TrackStretch, wordOfFeeling } from '../design/feeling-track.ts';
import type { Mark } from './evidence-marks.ts';
import { segmentText } from './segment-text.ts';

interface TranscriptMessageProps {
  message: ConversationDetail['messages'][number];
  day: string | null;
  stretch: TrackStretch | undefined;
  cited: ConversationArticles['cited'];
  marks: readonly Mark[];
  /** Words that called for the current mark. */
  triggers: readonly Evidence[];
  current: string | undefined;
  onSelect: (label: string) => void;
}

const asides: Partial<Record<ConversationDetail['messages'][number]['role'], string>> = {
  bot: 'a bot, not scored',
  system: 'from the system, not scored',
};

export function TranscriptMessage(props: TranscriptMessageProps) {
  const { message, day, stretch } = props;
  const aside = message.visibility === 'internal' ? 'internal note, not scored' : asides[message.role];
  return (
    <>
      {day ? (
        <li className="transcript-day caption">
          <span>{day}</span>
          {stretch ? <FeelingTrack stretch={{ ...stretch, to: stretch.from, dot: null }} /> : null}
        </li>
      ) : null}
      <li className={`message ${message.role} ${message.visibility}`} data-message={message.id}>
        <span className="message-who">
          <span className="message-author" title={message.author}>
            {firstName(message.author) || roleNames[message.role]}
          </span>
          {message.at ? <time dateTime={message.at}>{timeWords(message.at)}</time> : null}
          {message.emotion ? (
            <span className="message-feeling" aria-hidden="true">
              {wordOfFeeling(message.emotion)}
            </span>
          ) : null}
        </span>
        <div className="message-words">
          {aside ? <p className="caption">{aside}</p> : null}
          <p className="say">
            <MarkedText {...props} />
          </p>
          <ArticlesNamed cited={props.cited} />
        </div>
        {stretch ? <FeelingTrack stretch={stretch} /> : null}
      </li>
    </>
  );
}

const roleNames = { customer: 'Customer', agent: 'Agent', bot: 'Bot', system: 'System' } as const;

/** The whole name stands in the heading; beside each message its first word is enough ("Agent 12" stays whole). */
const firstName = (name: string): string => /^(\p{L}[\p{L}'’.-]*) \p{L}/u.exec(name)?.[1] ?? name;

type Drawn = { start: number; end: number; kind: MarkKind; label: string | null };

function MarkedText({ message, marks, triggers, current, onSelect }: TranscriptMessageProps) {
  const drawn: Drawn[] = [
    ...marks.map(({ start, end, kind, label }) => ({ start, end, kind, label })),
    ...triggers.map(({ start, end }) => ({ start, end, kind: 'called' as const, label: null })),
  ];
  return segmentText(message.text, drawn).map((segment) =>
    segment.marks.length === 0 ? (
      segment.text
    ) : (
      <EvidenceMark
        key={segment.start}
        text={segment.text}
        kinds={[...new Set(segment.marks.map((mark) => mark.kind))]}
        current={segment.marks.some((mark) => mark.label !== null && mark.label === current)}
        ends={segment.ends.flatMap(({ label, kind }) =>
          label === null ? [] : [{ label, kind, current: label === current }],
        )}
        onSelect={onSelect}
      />
    ),
  );
}
