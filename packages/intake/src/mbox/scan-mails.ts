/** The mails of an mbox file: each begins with a line "From …" at the start or after a blank line (RFC 4155). */
import type { OpenBytes } from '../record.ts';
import { joinBytes, regroupBytes } from '../regroup-bytes.ts';

export interface ScannedMail {
  /** Headers and body, without the "From " line, ">From" unescaped; null when longer than the limit. */
  bytes: Uint8Array | null;
  /** Line of its "From " line. */
  line: number;
  endByte: number;
  endLine: number;
}

export async function* scanMails(
  open: OpenBytes,
  o: { fromByte: number; fromLine: number; maxBytes: number },
): AsyncGenerator<ScannedMail> {
  let parts: Uint8Array[] | null = null;
  let size = 0;
  let startLine = o.fromLine;
  let isAfterBlank = true;
  let [byte, line] = [o.fromByte, o.fromLine];
  let rest: Uint8Array = new Uint8Array(0);

  const finish = (): ScannedMail | null => {
    if (parts === null) return null;
    const bytes = size > o.maxBytes ? null : joinBytes(parts);
    return { bytes, line: startLine, endByte: byte, endLine: line };
  };
  const takeLine = (bytes: Uint8Array): ScannedMail | null => {
    let done: ScannedMail | null = null;
    if (isAfterBlank && isFromLine(bytes)) {
      done = finish();
      [parts, size, startLine] = [[], 0, line];
    } else if (parts !== null) {
      size += bytes.length;
      if (size > o.maxBytes) parts = [];
      else parts.push(unescapeFrom(bytes));
    }
    isAfterBlank = bytes.length <= 2 && (bytes[0] === 0x0a || (bytes[0] === 0x0d && bytes[1] === 0x0a));
    byte += bytes.length;
    line += 1;
    return done;
  };

  for await (const chunk of regroupBytes(open(o.fromByte))) {
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
      line -= 1;
      takeLine(rest);
      rest = new Uint8Array(0);
    }
  }
  if (rest.length > 0) {
    const done = takeLine(rest);
    if (done) yield done;
  }
  const last = finish();
  if (last) yield last;
}

const word = [0x46, 0x72, 0x6f, 0x6d, 0x20];
const isFromLine = (bytes: Uint8Array): boolean => word.every((byte, index) => bytes[index] === byte);

/** mboxrd: one ">" less before "From ". */
function unescapeFrom(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x3e) return bytes;
  let marks = 1;
  while (bytes[marks] === 0x3e) marks += 1;
  return isFromLine(bytes.subarray(marks, marks + 5)) ? bytes.subarray(1) : bytes;
}
