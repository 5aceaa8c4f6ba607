/** What was promised, with what the text shows of it, and what was given. */
import type { ConversationDetail, GoodwillFound, PromiseFound } from '@rapport/contract';
import type { ReactNode } from 'react';
import { dayAndTimeWords } from '../design/dates.ts';
import type { Mark } from './evidence-marks.ts';
import { moneyWords } from './money-words.ts';

interface PromiseListProps {
  promises: ConversationDetail['promises'];
  goodwill: ConversationDetail['goodwill'];
  marks: readonly Mark[];
  onMark: (label: string) => void;
  /** Beside a promise, such as a button. */
  actOf?: (promise: PromiseFound) => ReactNode;
}

const states: Record<PromiseFound['state'], { words: string; tone: string }> = {
  open: { words: 'open', tone: 'dim' },
  'no-sign-yet': { words: 'no sign of it yet', tone: 'dim' },
  'kept-in-text': { words: 'kept, the text shows', tone: 'strength bold' },
  'kept-noted': { words: 'kept, somebody noted', tone: 'strength bold' },
  'broken-said-customer': { words: 'broken, says the customer', tone: 'attention bold' },
};

export function PromiseList({ promises, goodwill, marks, onMark, actOf }: PromiseListProps) {
  if (promises.length + goodwill.length === 0) return null;
  return (
    <section className="promises" aria-label="Promises and goodwill">
      <ul>
        {promises.map((promise) => {
          const label = labelOf(marks, 'promise', promise);
          return (
            <li key={`${promise.said.messageId} ${promise.said.start}`}>
              <LabelButton label={label} onMark={onMark} />
              <span>
                {promise.what}
                {dueOf(promise) ? <span className="dim">, {dueOf(promise)}</span> : null}
                {promise.sign ? <span className="say-small promise-sign">“{promise.sign.quote}”</span> : null}
                {actOf?.(promise)}
              </span>
              <span className={states[promise.state].tone}>{states[promise.state].words}</span>
            </li>
          );
        })}
        {goodwill.map((gift) => (
          <li key={`${gift.said.messageId} ${gift.said.start}`}>
            <LabelButton label={labelOf(marks, 'goodwill', gift)} onMark={onMark} />
            <span>{gift.said.quote}</span>
            <span className="bold">{moneyWords(gift)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As it was said; where only the time is known, that. */
const dueOf = ({ dueWords, dueAt }: PromiseFound): string | null =>
  dueWords ?? (dueAt === null ? null : `until ${dayAndTimeWords(dueAt)}`);

function LabelButton({ label, onMark }: { label: string | undefined; onMark: (label: string) => void }) {
  if (label === undefined) return <span className="caption">no quote</span>;
  return (
    <button type="button" className="mark-button" aria-label={`Show ${label}`} onClick={() => onMark(label)}>
      {label}
    </button>
  );
}

const labelOf = (
  marks: readonly Mark[],
  kind: 'promise' | 'goodwill',
  { said }: Pick<PromiseFound | GoodwillFound, 'said'>,
): string | undefined =>
  marks.find((mark) => mark.kind === kind && mark.messageId === said.messageId && mark.start === said.start)?.label;
