/** The form of a contact while it is filled: all fields as they are typed, read at once when it is saved. */
import type { Contact, ContactGiven, contactChannels, contactOutcomes } from '@rapport/contract';

export interface ContactDraft {
  channel: (typeof contactChannels)[number];
  topic: string;
  customer: string;
  /** As the field of day and time holds it, in the reader's zone: "2026-03-04T16:30". */
  at: string;
  resolved: (typeof contactOutcomes)[number];
  words: string;
  promise: string;
  dueAt: string;
  amount: string;
  currency: string;
  question: string;
}

export function emptyDraft(now: Date): ContactDraft {
  return {
    ...{ channel: 'phone', topic: '', customer: '', at: fieldOf(now), resolved: 'yes', words: '' },
    ...{ promise: '', dueAt: '', amount: '', currency: '', question: '' },
  };
}

export function draftOf(contact: Contact): ContactDraft {
  const { promise, goodwill } = contact;
  return {
    ...{ channel: contact.channel, topic: contact.topic, customer: contact.customer, words: contact.words },
    ...{ at: fieldOf(new Date(contact.at)), resolved: contact.resolved, question: contact.question },
    promise: promise?.what ?? '',
    dueAt: promise?.dueAt ? fieldOf(new Date(promise.dueAt)) : '',
    amount: goodwill === null ? '' : (goodwill.amountCents / 100).toFixed(2),
    currency: goodwill?.currency ?? '',
  };
}

/** What is sent, or one sentence on what is missing. */
export function readDraft(draft: ContactDraft, now: Date): { given: ContactGiven } | { missing: string } {
  const text = (field: 'topic' | 'customer' | 'words' | 'promise' | 'question') => draft[field].trim();
  const at = instantOf(draft.at);
  const dueAt = instantOf(draft.dueAt);
  const amountCents = centsOf(draft.amount);
  const currency = draft.currency.trim().toUpperCase();
  if (text('topic') === '') return { missing: 'Say in a few words what it was about.' };
  if (at === null) return { missing: 'Say when it took place.' };
  if (Date.parse(at) > now.getTime()) {
    return { missing: 'It cannot have taken place in the future; what is to be done is its promise.' };
  }
  if (draft.dueAt !== '' && text('promise') === '') return { missing: 'Say what was promised by then.' };
  if (amountCents === 'none of it') return { missing: 'Write the goodwill as an amount, such as 12.50.' };
  if (amountCents !== null && !/^[A-Z]{3}$/.test(currency)) {
    return { missing: 'Write the currency in three letters, such as EUR.' };
  }
  return {
    given: {
      ...{ channel: draft.channel, customer: text('customer'), at, topic: text('topic'), resolved: draft.resolved },
      words: text('words'),
      promise: text('promise') === '' ? null : { what: text('promise'), dueAt },
      goodwill: amountCents === null ? null : { amountCents, currency },
      question: text('question'),
    },
  };
}

/** The value of a field of day and time, in the reader's own zone. */
function fieldOf(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

function instantOf(field: string): string | null {
  const at = new Date(field);
  return field === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** "12", "12.5", "12,50"; null where nothing was written. More than two digits after the point is no amount. */
function centsOf(amount: string): number | null | 'none of it' {
  const said = amount.trim();
  if (said === '') return null;
  const [, whole, part = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(said) ?? [];
  return whole === undefined ? 'none of it' : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
