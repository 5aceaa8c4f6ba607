/** The conversation of a review, with the quotes that stand under its ratings numbered in reading order. */
import type { Category, Evidence, ReviewContent, ReviewDetail } from '@rapport/contract';
import { useState } from 'react';
import { Transcript } from '../conversation/Transcript.tsx';
import { dayWords } from '../design/dates.ts';
import { PinButton } from './PinButton.tsx';
import { quoteMarks } from './quote-marks.ts';

/** The conversation of a review, or of a reading in a calibration, where the agent stays unnamed. */
export interface ReadConversation {
  conversation: Omit<ReviewDetail['conversation'], 'csat'> & Partial<Pick<ReviewDetail['conversation'], 'csat'>>;
  /** Null: not to be said. */
  agent: string | null;
  categories: readonly Category[];
}

interface ReviewTranscriptProps {
  read: ReadConversation;
  content: ReviewContent;
  /** The open category; its quotes are where the eye is led. */
  current: string | null;
  /** The machine's words for the open category, once they may be seen. */
  machine?: Evidence | null;
  /** Whether its words may be kept for later. */
  canPin?: boolean;
  onSelect: (categoryId: string) => void;
}

export function ReviewTranscript({
  read,
  content,
  current,
  machine = null,
  canPin = true,
  onSelect,
}: ReviewTranscriptProps) {
  const [now] = useState(() => new Date());
  const { conversation, agent, categories } = read;
  const marks = quoteMarks({ messages: conversation.messages, content, categories, machine });
  const here = marks.find(
    ({ categories, isMachine }) => isMachine || (current !== null && categories.includes(current)),
  );
  const facts = [
    agent === null ? conversation.customer : `${conversation.customer} with ${agent}`,
    conversation.channel,
    ...(conversation.startedAt === null ? [] : [dayWords(conversation.startedAt, now)]),
    ...(conversation.subject === '' ? [] : [conversation.subject]),
    ...(conversation.csat == null ? [] : [`rated ${conversation.csat.value} of ${conversation.csat.max}`]),
  ];
  return (
    <>
      <p className="caption review-about">{facts.join(' · ')}</p>
      <Transcript
        messages={conversation.messages.map((message) => ({ ...message, scored: false, emotion: null }))}
        marks={marks}
        current={here}
        onSelect={(label) => {
          const category = marks.find((mark) => mark.label === label)?.categories[0];
          if (category !== undefined) onSelect(category);
        }}
      />
      {canPin ? (
        <p className="review-pin">
          <PinButton conversationId={conversation.id} messages={conversation.messages} />
        </p>
      ) : null}
    </>
  );
}
