/** Lines of a file with their byte positions; a line that is too long is passed over and said so. */
import type { OpenBytes } from '../record.ts';
import { joinBytes, regroupBytes } from '../regroup-bytes.ts';

export interface ScannedLine {
  /** Without its line end; null when longer than the limit. */
  bytes: Uint8Array | null;
  line: number;
  endByte: number;
}

/** Blank lines are left out. */
export async function* scanLines(
  open: OpenBytes,
  o: { fromByte: number; fromLine: number; maxBytes: number },
): AsyncGenerator<ScannedLine> {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let tooLong = false;
  let byte = o.fromByte;
  let line = o.fromLine;
  const take = (last: Uint8Array): Uint8Array => {
    const whole = waiting.length === 0 ? last : joinBytes([...waiting, last]);
    waiting = [];
    waitingBytes = 0;
    return whole;
  };
  for await (const chunk of regroupBytes(open(o.fromByte))) {
    let from = byte === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    for (;;) {
      const end = chunk.indexOf(0x0a, from);
      if (end < 0) break;
      const bytes = tooLong || waitingBytes + end - from > o.maxBytes ? null : trim(take(chunk.subarray(from, end)));
      if (bytes === null) take(chunk.subarray(0, 0));
      tooLong = false;
      from = end + 1;
      if (bytes === null || bytes.length > 0) yield { bytes, line, endByte: byte + from };
      line += 1;
    }
    waiting.push(chunk.slice(from));
    waitingBytes += chunk.length - from;
    if (waitingBytes > o.maxBytes) {
      tooLong = true;
      take(chunk.subarray(0, 0));
    }
    byte += chunk.length;
  }
  const rest = tooLong ? null : trim(take(new Uint8Array(0)));
  if (rest === null || rest.length > 0) yield { bytes: rest, line, endByte: byte };
}

/** Without blanks at both ends. */
function trim(bytes: Uint8Array): Uint8Array {
  let [start, end] = [0, bytes.length];
  while (end > start && isBlank(bytes[end - 1])) end -= 1;
  while (start < end && isBlank(bytes[start])) start += 1;
  return bytes.subarray(start, end);
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d;
