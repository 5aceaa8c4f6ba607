/**
 * Cuts a message into sentences with exact offsets. Made for service text: lower-case chat, "hi there! ...",
 * prices, versions, lists, emoji at the end, mails wrapped at 72 columns.
 */
import type { Range } from './own-lines.ts';

/** Sentences of `text` between `start` and `end`, trimmed of blanks, in order, never overlapping, never empty. */
export const findSentenceRanges = (text: string, start = 0, end = text.length): Range[] => {
  const found: Range[] = [];
  let from = start;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) {
      if (breaksHere(text, from, at, end)) {
        push(found, text, from, at);
        from = at + 1;
      }
      at += 1;
    } else if (isEmoji(code) && opensAfterEmoji(text, at, end)) {
      const close = endOfTail(text, at, end);
      push(found, text, from, close);
      from = close;
      at = Math.max(close, at + 1);
    } else if (code === LETTER_H && isLink(text, at)) {
      const stop = endOfLink(text, at, end);
      if (opensAfterLink(text, stop, end)) {
        push(found, text, from, stop);
        from = stop;
      }
      at = stop;
    } else if (isTerminal(code)) {
      const stop = endOfRun(text, at, end);
      if (endsSentence(text, from, at, stop, end)) {
        const close = endOfTail(text, stop, end);
        push(found, text, from, close);
        from = close;
        at = close;
      } else at = stop;
    } else at += 1;
  }
  push(found, text, from, end);
  return found;
};

const NEWLINE = 10;
const DOT = 46;
const ELLIPSIS = 0x2026;
const LETTER_H = 104;

const isTerminal = (code: number): boolean =>
  code === DOT ||
  code === 33 ||
  code === 63 ||
  code === ELLIPSIS ||
  code === 0x3002 ||
  code === 0xff01 ||
  code === 0xff1f;

const isSpace = (code: number): boolean =>
  code === 32 || code === NEWLINE || code === 13 || code === 9 || code === 0xa0;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;

const endOfRun = (text: string, at: number, end: number): number => {
  let stop = at;
  while (stop < end && isTerminal(text.charCodeAt(stop))) stop += 1;
  while (stop < end && '"”\'’)]»*_'.includes(text[stop] ?? ' ')) stop += 1;
  return stop;
};

const endsSentence = (text: string, from: number, at: number, stop: number, end: number): boolean => {
  if (stop >= end) return true;
  const after = text.charCodeAt(stop);
  const single = stop === at + 1 && text.charCodeAt(at) === DOT;
  if (!isSpace(after)) return !single && isUpperOrSymbol(after) && !isDots(text, at, stop);
  const next = nextVisible(text, stop, end);
  if (isDots(text, at, stop))
    return next >= end || !(isLower(text.charCodeAt(next)) || stop - at < 3) || onlyDots(text, from, at);
  if (!single) return true;
  if (isListNumber(text, from, at)) return false;
  return !isAbbreviation(text, from, at, next < end ? text.charCodeAt(next) : 0);
};

const isUpperOrSymbol = (code: number): boolean => (code >= 65 && code <= 90) || code >= 0x2190;
const isDots = (text: string, at: number, stop: number): boolean =>
  text.charCodeAt(at) === ELLIPSIS || (text.charCodeAt(at) === DOT && stop > at + 1 && text.charCodeAt(at + 1) === DOT);
const onlyDots = (text: string, from: number, at: number): boolean => {
  let next = from;
  while (next < at && isSpace(text.charCodeAt(next))) next += 1;
  return next === at;
};

const nextVisible = (text: string, at: number, end: number): number => {
  let next = at;
  while (next < end && isSpace(text.charCodeAt(next))) next += 1;
  return next;
};

/** "1." or "2)" opens a list item and belongs to it. */
const isListNumber = (text: string, from: number, at: number): boolean => {
  if (at - from > 8) return false;
  const before = text.slice(from, at).trim();
  return (
    before.length > 0 &&
    before.length <= 2 &&
    isDigit(before.charCodeAt(0)) &&
    isDigit(before.charCodeAt(before.length - 1))
  );
};

const alwaysShort = new Set(
  'mr mrs ms dr prof st messrs mme mlle hr fr sr sra jr vs e.g i.e eg ie approx incl excl no nr ref tel ext fig dept est'.split(
    ' ',
  ),
);
const shortBeforeNumber = new Set('no nr ref tel ext fig art sec p pp vol'.split(' '));

const isAbbreviation = (text: string, from: number, at: number, next: number): boolean => {
  let begin = at;
  while (begin > from && (isLetter(text.charCodeAt(begin - 1)) || text.charCodeAt(begin - 1) === DOT)) begin -= 1;
  const word = text.slice(begin, at).toLowerCase();
  if (word === '') return false;
  if (word.length === 1) return word !== 'i' && isInitial(text, begin, at, next);
  if (shortBeforeNumber.has(word)) return isDigit(next);
  if (word === 'a.m' || word === 'p.m' || word === 'etc' || word === 'u.s' || word === 'u.k') return isLower(next);
  return alwaysShort.has(word);
};

/** "J. Smith": a single capital before a capital, with a name or nothing before it. */
const isInitial = (text: string, begin: number, at: number, next: number): boolean => {
  const letter = text.charCodeAt(begin);
  return (
    at - begin === 1 && letter >= 65 && letter <= 90 && next >= 65 && next <= 90 && text.charCodeAt(begin - 1) !== 94
  );
};

/** Emoji, smileys and kisses after the stop still belong to the sentence. */
const tail =
  /[ \t]*(?:[\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff]|\ufe0f|\u200d|[\ud83c-\ud83e][\udc00-\udfff]|[:;]-?[)(DPp/|](?!\w)|<3|x{1,3}(?=\s|$))+/y;

const isEmoji = (code: number): boolean => (code >= 0xd83c && code <= 0xd83e) || (code >= 0x2600 && code <= 0x27bf);

/** "See you then 😊 Ann": an emoji before a new capital ends the sentence. */
const opensAfterEmoji = (text: string, at: number, end: number): boolean => {
  const close = endOfTail(text, at, end);
  const next = nextVisible(text, close, end);
  if (next === close || next >= end) return false;
  const code = text.charCodeAt(next);
  return code >= 65 && code <= 90;
};

const endOfTail = (text: string, stop: number, end: number): number => {
  tail.lastIndex = stop;
  const found = tail.exec(text);
  return found && stop + found[0].length <= end ? stop + found[0].length : stop;
};

const isLink = (text: string, at: number): boolean => text.startsWith('https://', at) || text.startsWith('http://', at);

/** Up to the blank after it, less the marks that end the sentence it stands in. */
const endOfLink = (text: string, at: number, end: number): number => {
  let stop = at;
  while (stop < end && !isSpace(text.charCodeAt(stop))) stop += 1;
  while (stop > at && isTerminal(text.charCodeAt(stop - 1))) stop -= 1;
  return stop;
};

/** "The steps: https://… Let us know": a new capital after a link begins a new sentence. */
const opensAfterLink = (text: string, stop: number, end: number): boolean => {
  const next = nextVisible(text, stop, end);
  const code = text.charCodeAt(next);
  return next > stop && next < end && code >= 65 && code <= 90;
};

/** A line break ends a sentence unless the line was only wrapped: long, unfinished, and going on in lower case. */
const breaksHere = (text: string, from: number, at: number, end: number): boolean => {
  const lineStart = Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
  if (at - lineStart < 50) return true;
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= end || next === NEWLINE || next === 13) return true;
  return !(isLower(next) || isDigit(next) || next === 40);
};

const push = (found: Range[], text: string, from: number, to: number): void => {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (end > start && hasContent(text, start, end)) found.push({ start, end });
};

const content = /[\p{L}\p{N}?!\p{Extended_Pictographic}]/u;
const hasContent = (text: string, start: number, end: number): boolean => {
  const first = text.charCodeAt(start);
  return isLetter(first) || isDigit(first) || content.test(text.slice(start, end));
};
