/**
 * Takes card numbers, IBANs, keys and passwords, e-mail addresses and phone numbers out of a text before it is stored.
 * What is found is replaced by a word in brackets, so that a reader and every scorer still see that something was said.
 *
 * @example maskText('Write to ann@example.org').text // 'Write to [email]'
 */
import type { MaskCounts } from '@rapport/contract';
import { findCards } from './find-cards.ts';
import { findEmails } from './find-emails.ts';
import { findIbans } from './find-ibans.ts';
import { findKeys, mayHoldKey } from './find-keys.ts';
import { findPhones } from './find-phones.ts';

/** A stretch of text to take out, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

export interface Masked {
  text: string;
  counts: MaskCounts;
}

const sevenDigits = /\d(?:[\s().\-/\u00a0\u2010-\u2015]{0,3}\d){6}/;
/** Letters may stand between the digits of an IBAN. */
const mayHoldIban = /[a-z]{2}\d{2}[ \-\u00a0]?[a-z\d]{2}/i;

/** Kinds are looked for in the order key, e-mail, IBAN, card, phone: the longer and surer first. */
export function maskText(text: string): Masked {
  const counts: MaskCounts = { card: 0, iban: 0, key: 0, email: 0, phone: 0 };
  let masked = text;
  const mask = (kind: keyof MaskCounts, find: (text: string) => Span[]): void => {
    const spans = find(masked);
    if (spans.length === 0) return;
    counts[kind] = spans.length;
    masked = replaceSpans(masked, spans, `[${kind}]`);
  };
  if (mayHoldKey(text)) mask('key', findKeys);
  if (masked.includes('@')) mask('email', findEmails);
  if (mayHoldIban.test(masked)) mask('iban', findIbans);
  if (sevenDigits.test(masked)) {
    mask('card', findCards);
    mask('phone', findPhones);
  }
  return { text: masked, counts };
}

/** Spans must be in order and apart from each other. */
function replaceSpans(text: string, spans: readonly Span[], word: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), word);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Adds the counts of one text to a running total. */
export function addMaskCounts(total: MaskCounts, more: MaskCounts): MaskCounts {
  return {
    card: total.card + more.card,
    iban: total.iban + more.iban,
    key: total.key + more.key,
    email: total.email + more.email,
    phone: total.phone + more.phone,
  };
}
