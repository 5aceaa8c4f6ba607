/** Card numbers: 13 to 19 digits that a card network hands out and whose check digit is right (Luhn). */
import type { Span } from './mask-text.ts';
import { followsOrderWord } from './number-context.ts';

const digitGroups = /(?<!\d[.,/-]?)\d+(?:[ \-.\u00a0\u2010-\u2015]{1,2}\d+)*/g;

export function findCards(text: string): Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(digitGroups)) {
    if (found[0].length < 13) continue;
    const groups = [...found[0].matchAll(/\d+/g)].map((one) => ({
      digits: one[0],
      start: found.index + one.index,
      end: found.index + one.index + one[0].length,
    }));
    for (let first = 0; first < groups.length; first++) {
      const last = findCardFrom(groups, first);
      const [begin, end] = [groups[first], last === null ? undefined : groups[last]];
      if (last === null || !begin || !end) continue;
      const isPlain = first === last;
      if (!(isPlain && followsOrderWord(text, begin.start))) spans.push({ start: begin.start, end: end.end });
      first = last;
    }
  }
  return spans;
}

/** The last group of a card number that begins with the given group. Groups of one or two digits make dates, not cards. */
function findCardFrom(groups: readonly { digits: string }[], first: number): number | null {
  let digits = '';
  let best: number | null = null;
  for (let at = first; at < groups.length && at < first + 7; at++) {
    const group = groups[at]?.digits ?? '';
    digits += group;
    if (digits.length > 19) break;
    if (group.length < 3 && digits.length < 13) break;
    if (digits.length >= 13 && isCardNumber(digits)) best = at;
  }
  return best;
}

/** Networks and lengths: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro. */
const networks =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|3(?:0[0-5]|09|[689]\d)\d{11,16}|35(?:2[89]|[3-8]\d)\d{12,15}|62\d{14,17}|(?:50|5[6-9]|6[0137])\d{10,17})$/;

function isCardNumber(digits: string): boolean {
  if (!networks.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
