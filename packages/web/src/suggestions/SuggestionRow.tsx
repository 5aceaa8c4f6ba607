/** One proposal: its words, the quote it rests on, who sees to it, and what was answered. */
import type { Suggestion } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { Tag } from '../design/Tag.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { kindWords, stateWords } from './suggestion-words.ts';

interface SuggestionRowProps {
  suggestion: Suggestion;
  isHere: boolean;
  mayAnswer: boolean;
  owners: readonly { id: string; name: string }[];
}

export function SuggestionRow({ suggestion, isHere, mayAnswer, owners }: SuggestionRowProps) {
  const [answering, setAnswering] = useState(false);
  const { kind, title, words, quote, proposedBy, proposedAt, isOwn, owner, state, answer } = suggestion;
  return (
    <li className={isHere ? 'here' : undefined}>
      <div className="answered-head">
        <h3>{title}</h3>
        <Tag tone={state === 'open' ? 'outline' : 'unsure'}>{stateWords[state]}</Tag>
        <span className="caption">
          {kindWords[kind]}, proposed by {isOwn ? 'you' : proposedBy} on {wholeDayWords(proposedAt)}
        </span>
      </div>
      <p className="answered-words">{words}</p>
      {quote ? (
        <blockquote>
          <span className="say-small">“{quote.quote}”</span>
          <span className="caption">
            {quote.author},{' '}
            <Link to="/conversations/$conversationId" params={{ conversationId: quote.conversationId }}>
              in this conversation
            </Link>
          </span>
        </blockquote>
      ) : null}
      <p className="caption">{owner === null ? 'Nobody sees to it yet.' : `${owner} sees to it.`}</p>
      {answer === null ? null : <p className="answered-words say-small">“{answer}”</p>}
      {mayAnswer && !answering ? (
        <Button size="small" onClick={() => setAnswering(true)}>
          {answer === null ? 'Assign or answer' : 'Change the answer'}
        </Button>
      ) : null}
      {answering ? <AnswerForm suggestion={suggestion} owners={owners} onDone={() => setAnswering(false)} /> : null}
    </li>
  );
}
