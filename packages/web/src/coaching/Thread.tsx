/** Coach and agent in turns. Text that is not sent yet is kept in this window. */
import type { CoachingPart, CoachingPlan } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { Section } from '../design/Section.tsx';
import { type Side, useSendWords } from './use-coaching.ts';
import './Thread.css';

interface ThreadProps {
  side: Side;
  plan: CoachingPlan;
  part: CoachingPart;
}

export function Thread(props: ThreadProps) {
  const { side, plan, part } = props;
  return (
    <Section title="Between you two" beside={side === 'coach' ? `with ${part.name}` : `with ${plan.coach}`}>
      <ThreadWords {...props} />
    </Section>
  );
}

/** @param newest so many of the last messages; all of them unless said */
export function ThreadWords({ side, plan, part, newest }: ThreadProps & { newest?: number }) {
  const place = `rapport.thread.${plan.id}.${part.authorId}`;
  const [words, setWords] = useState(() => readKept(place));
  const send = useSendWords(side, plan.id, part.authorId);
  const messages = newest === undefined ? part.messages : part.messages.slice(-newest);
  const change = (next: string) => {
    setWords(next);
    keep(place, next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '' || send.isPending) return;
    send.mutate(words.trim(), { onSuccess: () => change('') });
  };
  return (
    <>
      {messages.length === 0 ? (
        <p className="second thread-empty">
          {side === 'coach'
            ? 'A first question to ask: which conversation of this week would you like to talk about?'
            : 'Nothing written yet. You may begin.'}
        </p>
      ) : (
        <ol className="thread">
          {messages.map((message) => (
            <li key={message.number} className={message.side}>
              <span className="caption">
                <b>{message.side === side ? 'You' : message.name}</b>, {wholeDayWords(message.writtenAt)}
              </span>
              <p className="say-small">{message.words}</p>
            </li>
          ))}
        </ol>
      )}
      <form onSubmit={submit} className="thread-form">
        <Field label="Your words">
          {(id) => <textarea id={id} value={words} maxLength={4000} onChange={({ target }) => change(target.value)} />}
        </Field>
        <Button type="submit" size="small" blocked={words.trim() === '' ? 'Nothing is written yet' : undefined}>
          Send
        </Button>
      </form>
      {send.error ? <ErrorState error={send.error} /> : null}
    </>
  );
}

function readKept(place: string): string {
  try {
    return sessionStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

function keep(place: string, words: string): void {
  try {
    if (words === '') sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, words);
  } catch {
    // Closed storage: the text then lasts as long as the page.
  }
}
