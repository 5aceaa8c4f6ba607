/**
 * Takes card numbers, IBANs, keys and passwords, national ids, e-mail addresses and phone numbers out of a text before it is stored.
 * What is found is replaced by a word in brackets, so that a reader and every scorer still see that something was said.
 *
 * @example maskText('Write to ann@example.org').text // 'Write to [email]'
 */
import { type KeptKind, keptKinds, type MaskCounts, maskKinds, noMasks } from '@rapport/contract';
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
  /** What stood in the places that may be kept, in the order of the masked text. */
  words: MaskedWord[];
}

export interface MaskedWord {
  kind: KeptKind;
  /** Of the bracket in the masked text. */
  start: number;
  words: string;
}

const sevenDigits = /\d(?:[\s().\-/\u00a0\u2010-\u2015]{0,3}\d){6}/;
/** Letters may stand between the digits of an IBAN. */
const mayHoldIban = /[a-z]{2}\d{2}[ \-\u00a0]?[a-z\d]{2}/i;

/** Kinds are looked for in the order key, e-mail, IBAN, national id, card, phone: the longer and surer first. */
export function maskText(text: string): Masked {
  const counts = { ...noMasks };
  let masked = text;
  let words: MaskedWord[] = [];
  const mask = (kind: keyof MaskCounts, find: (text: string) => Span[]): void => {
    const spans = find(masked);
    if (spans.length === 0) return;
    counts[kind] = spans.length;
    words = moveWords(words, spans, kind, masked);
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
  return { text: masked, counts, words };
}

/** Where the words stand once these spans are replaced too, with those of the spans themselves; in one walk over both. */
function moveWords(
  words: readonly MaskedWord[],
  spans: readonly Span[],
  kind: keyof MaskCounts,
  text: string,
): MaskedWord[] {
  const keepable = keptKinds.find((one) => one === kind);
  const moved: MaskedWord[] = [];
  let shift = 0;
  let at = 0;
  /** Those before a place; those that a span has swallowed are nobody's words any more. */
  const moveUntil = (place: number, from: number): void => {
    for (let word = words[at]; word !== undefined && word.start < place; word = words[++at]) {
      const end = word.start + word.kind.length + 2;
      if (word.start >= from && end <= place) moved.push({ ...word, start: word.start + shift });
    }
  };
  let last = 0;
  for (const { start, end } of spans) {
    moveUntil(start, last);
    const found = text.slice(start, end);
    if (keepable !== undefined && !bracketed.test(found))
      moved.push({ kind: keepable, start: start + shift, words: found });
    shift += kind.length + 2 - (end - start);
    last = end;
  }
  moveUntil(Number.POSITIVE_INFINITY, last);
  return moved;
}

const bracketed = /\[(?:card|iban|key|email|phone|national-id)\]/;

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
