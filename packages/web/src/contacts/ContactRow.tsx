/** One contact as a line of a list: topic, outcome, what was promised and given, and the way to it. */
import type { Contact } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { moneyWords } from '../conversation/money-words.ts';
import { dayAndTimeWords } from '../design/dates.ts';
import { Tag } from '../design/Tag.tsx';
import { channelWords, outcomeWords } from './contact-words.ts';

export function ContactRow({ contact, children }: { contact: Contact; children?: ReactNode }) {
  const { id, topic, customer, channel, at, resolved, words, promise, promiseKept, goodwill, question } = contact;
  return (
    <li>
      <div className="contact-head">
        <h3>
          <Link to={`/conversations/${id}`}>{topic}</Link>
        </h3>
        <Tag tone={resolved === 'yes' ? 'unsure' : 'outline'}>{outcomeWords[resolved]}</Tag>
        <span className="caption">
          {channelWords[channel]}
          {customer === '' ? '' : ` with ${customer}`}, {dayAndTimeWords(at)}
        </span>
      </div>
      {words === '' ? null : <p className="contact-words say-small">{words}</p>}
      {promise === null ? null : (
        <p>
          Promised: <span className="say-small">{promise.what}</span>
          {promise.dueAt === null ? null : <span className="dim"> until {dayAndTimeWords(promise.dueAt)}</span>}
          {promiseKept ? <span className="strength bold"> kept</span> : null}
        </p>
      )}
      {goodwill === null ? null : <p>Goodwill: {moneyWords(goodwill)}</p>}
      {question === '' ? null : (
        <p>
          Left open: <span className="say-small">{question}</span>
        </p>
      )}
      {children}
    </li>
  );
}
