/** The conversation of a review, with the quotes that stand under its ratings numbered in reading order. */
import type { Evidence, ReviewContent, ReviewDetail } from '@rapport/contract';
import { useState } from 'react';
import { Transcript } from '../conversation/Transcript.tsx';
import { dayWords } from '../design/dates.ts';
import { PinButton } from './PinButton.tsx';
import { quoteMarks } from './quote-marks.ts';

interface ReviewTranscriptProps {
  review: ReviewDetail;
  content: ReviewContent;
  /** The open category; its quotes are where the eye is led. */
  current: string | null;
  /** The machine's words for the open category, once they may be seen. */
  machine?: Evidence | null;
  onSelect: (categoryId: string) => void;
}

export function ReviewTranscript({ review, content, current, machine = null, onSelect }: ReviewTranscriptProps) {
  const [now] = useState(() => new Date());
  const { conversation, agent, scorecard } = review;
  const marks = quoteMarks({ messages: conversation.messages, content, scorecard: scorecard.version.content, machine });
  const here = marks.find(
    ({ categories, isMachine }) => isMachine || (current !== null && categories.includes(current)),
  );
  const facts = [
    `${conversation.customer} with ${agent}`,
    conversation.channel,
    ...(conversation.startedAt === null ? [] : [dayWords(conversation.startedAt, now)]),
    ...(conversation.subject === '' ? [] : [conversation.subject]),
    ...(conversation.csat === null ? [] : [`rated ${conversation.csat.value} of ${conversation.csat.max}`]),
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
      <p className="review-pin">
        <PinButton conversationId={conversation.id} messages={conversation.messages} />
      </p>
    </>
  );
}
