/**
 * The mails of an mbox file, one at a time: each begins with a line "From …" at the start or after a blank line
 * (RFC 4155). No Content-Length is trusted, and a sentence that begins with "From" and was not escaped begins no mail.
 */
import { type CollectedMail, createMailCollector, type MailCollector } from '../mail/collect-parts.ts';
import type { OpenBytes } from '../record.ts';
import { joinBytes, regroupBytes } from '../regroup-bytes.ts';

export interface ScannedMail {
  mail: CollectedMail;
  /** Line of its "From " line. */
  line: number;
  endByte: number;
}

interface ScanOptions {
  maxBytes: number;
  headersOnly?: boolean;
  /** The whole of the bytes is one mail, as in an .eml file. */
  isSingle?: boolean;
}

export async function* scanMails(open: OpenBytes, o: ScanOptions): AsyncGenerator<ScannedMail> {
  let collector: MailCollector | null = null;
  let startLine = 1;
  let isAfterBlank = true;
  let candidate: Uint8Array | null = null;
  let [byte, line] = [0, 1];
  let rest: Uint8Array = new Uint8Array(0);

  const finish = (endByte: number): ScannedMail | null =>
    collector === null ? null : { mail: collector.finish(), line: startLine, endByte };
  const begin = (atLine: number): void => {
    collector = createMailCollector({ maxBytes: o.maxBytes, headersOnly: o.headersOnly ?? false });
    startLine = atLine;
  };
  if (o.isSingle) begin(1);

  const takeLine = (bytes: Uint8Array): ScannedMail | null => {
    let done: ScannedMail | null = null;
    if (candidate !== null) {
      if (isSeparator(candidate, bytes) || collector === null) {
        done = finish(byte - candidate.length);
        begin(line - 1);
      } else addTo(collector, candidate);
      candidate = null;
    }
    if (isAfterBlank && !o.isSingle && isFromLine(bytes)) candidate = bytes;
    else if (collector !== null) addTo(collector, o.isSingle ? bytes : unescapeFrom(bytes));
    isAfterBlank = bytes.length <= 2 && (bytes[0] === 0x0a || (bytes[0] === 0x0d && bytes[1] === 0x0a));
    byte += bytes.length;
    line += 1;
    return done;
  };

  for await (const chunk of regroupBytes(open(0))) {
    const held = rest.length === 0 ? chunk : joinBytes([rest, chunk]);
    let at = 0;
    for (let end = held.indexOf(0x0a); end >= 0; end = held.indexOf(0x0a, at)) {
      const done = takeLine(held.subarray(at, end + 1));
      at = end + 1;
      if (done) yield done;
    }
    rest = held.slice(at);
    // A line without an end belongs to the mail; handing it over in pieces keeps memory bounded.
    if (rest.length > 2 ** 20) {
      const done = takeLine(rest);
      line -= 1;
      rest = new Uint8Array(0);
      if (done) yield done;
    }
  }
  if (rest.length > 0) {
    const done = takeLine(rest);
    if (done) yield done;
  }
  if (candidate !== null) {
    const isMail = collector === null || isSeparator(candidate, new Uint8Array(0));
    if (isMail) {
      const done = finish(byte - (candidate as Uint8Array).length); // assigned inside takeLine, which the compiler cannot see
      if (done) yield done;
      begin(line - 1);
    } else addTo(collector, candidate);
  }
  const last = finish(byte);
  if (last) yield last;
}

const addTo = (collector: MailCollector | null, line: Uint8Array): void => collector?.addLine(line);

const word = [0x46, 0x72, 0x6f, 0x6d, 0x20];
const isFromLine = (bytes: Uint8Array): boolean => word.every((byte, index) => bytes[index] === byte);

const latin1 = new TextDecoder('latin1');

/** "From ann@example.org Mon Mar  9 08:00:00 2026", or whatever stands before a header field. */
function isSeparator(line: Uint8Array, next: Uint8Array): boolean {
  const text = latin1.decode(line.subarray(0, 300)).trimEnd();
  if (/^From (?:\S*@\S* |-|MAILER-DAEMON)/.test(text)) return true;
  if (/\b\d{1,2}:\d{2}\b/.test(text) && /\b\d{4}\b/.test(text)) return true;
  return headerField.test(latin1.decode(next.subarray(0, 100)));
}

/** "Total: 12" below "From the invoice" is somebody's text, so the field must be one of mail. */
const headerField =
  /^(?:x-[\w-]{1,60}|content-[\w-]{1,40}|from|to|cc|date|subject|message-id|received|return-path|delivered-to|mime-version|reply-to|sender|status|references|in-reply-to|dkim-signature|list-[\w-]{1,30}):(?:\s|$)/i;

/** mboxrd: one ">" less before "From ". */
function unescapeFrom(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x3e) return bytes;
  let marks = 1;
  while (bytes[marks] === 0x3e) marks += 1;
  return isFromLine(bytes.subarray(marks, marks + 5)) ? bytes.subarray(1) : bytes;
}
