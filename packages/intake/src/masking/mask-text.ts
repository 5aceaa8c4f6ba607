/**
 * Takes card numbers, IBANs, keys and passwords, national ids, e-mail addresses and phone numbers out of a text before it is stored.
 * What is found is replaced by a word in brackets, so that a reader and every scorer still see that something was said.
 *
 * @example maskText('Write to ann@example.org').text // 'Write to [email]'
 */
import { type MaskCounts, maskKinds, noMasks } from '@rapport/contract';
import { findCards } from './find-cards.ts';
import { findEmails } from './find-emails.ts';
import { findIbans } from './find-ibans.ts';
import { findKeys, mayHoldKey } from './find-keys.ts';
import { findNationalIds, mayHoldNationalId } from './find-national-ids.ts';
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

/** Kinds are looked for in the order key, e-mail, IBAN, national id, card, phone: the longer and surer first. */
export function maskText(text: string): Masked {
  const counts = { ...noMasks };
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
  if (mayHoldNationalId(masked)) mask('national-id', findNationalIds);
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
  const sum = { ...noMasks };
  for (const kind of maskKinds) sum[kind] = total[kind] + more[kind];
  return sum;
}
