/**
 * Phone numbers. How sure the writing is decides how much must agree: a + in front needs only a possible length, a
 * national number must be valid somewhere, and bare digits need a word before them that says they are to be called,
 * because most bare digits in customer service are orders.
 */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Span } from './mask-text.ts';
import { followsOrderWord, followsPhoneWord } from './number-context.ts';

const candidate =
  /(?<![\w@#$€£=&%]|\w[,/-]|\d\.)(?:\+|\(\+?)?\d(?:[ ().\-/\u00a0\u202f\u2010-\u2015]{0,3}\d){6,16}(?![\w@%])/g;
const shortGroups = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\1?\d)/;
/** Three and three and four digits, as in North America; fictitious area codes are written this way too. */
const northAmerican = /^(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/;
const homes: readonly CountryCode[] = [
  'US',
  'GB',
  'DE',
  'FR',
  'NL',
  'IT',
  'ES',
  'AT',
  'CH',
  'BE',
  'SE',
  'AU',
  'IN',
  'PL',
  'BR',
  'JP',
  'ZA',
  'IE',
  'PT',
  'DK',
  'NO',
  'FI',
];

export function findPhones(text: string): Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(candidate)) {
    // A bracket that encloses the whole number belongs to the sentence.
    const isEnclosed = found[0].startsWith('(') && !found[0].includes(')');
    const start = found.index + (isEnclosed ? 1 : 0);
    const written = isEnclosed ? found[0].slice(1) : found[0];
    if (/^[-./]\d/.test(text.slice(start + written.length, start + written.length + 2))) continue;
    const length = findLength(text, start, written);
    if (length !== null) spans.push({ start, end: start + length });
  }
  return spans;
}

/**
 * How much of the digits is the phone number. Country by country, the longest valid beginning that ends at a blank
 * counts ("0171 2345678 2 days" ends before the 2); else all of it where the words around it are plain enough.
 */
function findLength(text: string, start: number, written: string): number | null {
  const parts = beginningsOf(written);
  const hasPlus = written.includes('+');
  if (!hasPlus && followsOrderWord(text, start) && !directlyFollowsPhoneWord(text, start)) return null;
  const sure = parts.find((one) => isInternational(one));
  if (sure || hasPlus) return sure?.written.length ?? null;
  const national = parts.filter((one) => !shortGroups.test(one.written));
  const american = national.find((one) => northAmerican.test(one.written));
  if (american) return american.written.length;
  const isCalled = followsPhoneWord(text, start);
  const likely = national.filter(
    (one) => isCalled || /^\(\d{2,5}\)/.test(one.written) || /^0[1-9]\d{7}/.test(one.digits),
  );
  for (const country of likely.length > 0 ? homes : []) {
    const valid = likely.find(({ digits }) => parsePhoneNumberFromString(digits, country)?.isValid());
    if (valid) return valid.written.length;
  }
  const [whole] = national;
  if (!isCalled || !whole) return null;
  const { digits } = whole;
  const isUsual = digits.length === 7 || digits.length === 10 || (digits.startsWith('0') && digits !== whole.written);
  return isUsual ? whole.written.length : null;
}

interface Beginning {
  written: string;
  digits: string;
}

/** The digits as written, and without the last group or groups behind a blank; longest first. */
function beginningsOf(written: string): Beginning[] {
  const parts: Beginning[] = [];
  for (let part = written; part.length > 6; ) {
    const digits = part.replaceAll(/\D/g, '');
    if (digits.length < 7) break;
    if (digits.length <= 15 && !/^(\d)\1*$/.test(digits)) parts.push({ written: part, digits });
    const cut = part.search(/[ \u00a0\u202f]\D*\d*$/);
    part = cut < 0 ? '' : part.slice(0, cut).replace(/\D+$/, '');
  }
  return parts;
}

/** With a + a possible length is enough; with 00 it must be a valid number, for article numbers begin like that too. */
function isInternational({ written, digits }: Beginning): boolean {
  const hasPlus = written.includes('+');
  if (!hasPlus && !/^00[1-9]/.test(digits)) return false;
  const number = parsePhoneNumberFromString(`+${digits.replace(/^00/, '')}`);
  if (hasPlus ? number?.isPossible() : number?.isValid()) return true;
  // "+49 (0) 171 …" carries the national zero as well.
  const without = written.replace('(0)', '').replaceAll(/\D/g, '').replace(/^00/, '');
  return without !== digits && parsePhoneNumberFromString(`+${without}`)?.isPossible() === true;
}

/** "the phone number for my order is": a phone word right before the number is nearer. */
const directlyFollowsPhoneWord = (text: string, start: number): boolean =>
  /\b(?:tele)?(?:phone|fon|mobile|cell|tel|handy)(?:\s*(?:number|no|nr))?[\s.:#]{0,3}(?:is|ist)?[\s:]*$/i.test(
    text.slice(Math.max(0, start - 40), start),
  );
