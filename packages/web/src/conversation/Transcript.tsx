/** The words as they were sent, in order, with marks where something rests on them and the feeling beside them. */
import type { ConversationArticles, ConversationDetail } from '@rapport/contract';
import { useMemo } from 'react';
import { dayWords } from '../design/dates.ts';
import { feelingTrack } from '../design/feeling-track.ts';
import { type Mark, triggersOf } from './evidence-marks.ts';
import { TranscriptMessage } from './TranscriptMessage.tsx';
import './Transcript.css';

interface TranscriptProps {
  messages: ConversationDetail['messages'];
  /** Articles that replies name. */
  cited?: ConversationArticles['cited'];
  marks: readonly Mark[];
  current: Mark | undefined;
  onSelect: (label: string) => void;
}

export function Transcript({ messages, cited = [], marks, current, onSelect }: TranscriptProps) {
  const track = useMemo(
    () =>
      feelingTrack(
        messages.map((one) => ({
          messageId: one.id,
          valence: one.emotion?.valence ?? null,
          label: one.emotion?.label ?? null,
        })),
      ),
    [messages],
  );
  const triggers = useMemo(() => (current ? triggersOf(messages, current.moments) : []), [messages, current]);
  const hasFeeling = track.some((one) => one.dot !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to scroll it by keys
    <section className="transcript" aria-label="Transcript" tabIndex={0}>
      {hasFeeling ? (
        <p className="track-ends caption" aria-hidden="true">
          <span>Upset</span>
          <span>Glad</span>
        </p>
      ) : null}
      <ol>
        {messages.map((message, index) => (
          <TranscriptMessage
            key={message.id}
            message={message}
            day={newDay(message.at, messages[index - 1]?.at ?? null)}
            stretch={hasFeeling ? track[index] : undefined}
            cited={cited.filter((one) => one.messageId === message.id)}
            marks={marks.filter((mark) => mark.messageId === message.id)}
            triggers={triggers.filter((one) => one.messageId === message.id)}
            current={current?.label}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </section>
  );
}

/** The day, where it differs from the message before; a conversation of one day shows none. */
function newDay(at: string | null, before: string | null): string | null {
  if (at === null || before === null) return null;
  return new Date(at).toDateString() === new Date(before).toDateString() ? null : dayWords(at, new Date());
}
