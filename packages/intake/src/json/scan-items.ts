/**
 * The entries of a JSON file one by one, without holding the file: the items of its array (alone, or under a known name
 * in an object), or objects that simply follow each other.
 */
import type { OpenBytes } from '../record.ts';
import { joinBytes, regroupBytes } from '../regroup-bytes.ts';

export interface ScannedItem {
  /** The bytes of the entry; null when there is none to read, see `broken`. */
  bytes: Uint8Array | null;
  broken: 'row-too-long' | 'truncated' | 'broken-json' | null;
  line: number;
  endByte: number;
  endLine: number;
  /** Nothing can be read behind it. */
  isEnd: boolean;
}

export const listNames: readonly string[] = ['conversations', 'tickets'];

interface ScanItemsOptions {
  container: 'array' | 'values';
  fromByte: number;
  fromLine: number;
  maxBytes: number;
}

type Stage = 'seeking' | 'between' | 'inside' | 'closing' | 'done';

export async function* scanItems(open: OpenBytes, o: ScanItemsOptions): AsyncGenerator<ScannedItem> {
  let stage: Stage = o.container === 'array' && o.fromByte === 0 ? 'seeking' : 'between';
  const seeker = createSeeker();
  let [depth, inString, escaped, isScalar] = [0, false, false, false];
  let [line, startLine, chunkByte] = [o.fromLine, o.fromLine, o.fromByte];
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let tooLong = false;
  let isStray = false;
  let behind = '';

  const finish = (last: Uint8Array, endByte: number): ScannedItem => {
    const isTooLong = tooLong || heldBytes + last.length > o.maxBytes;
    const bytes = isTooLong ? null : joinBytes([...held, last]);
    [held, heldBytes, tooLong, stage] = [[], 0, false, 'between'];
    return { bytes, broken: isTooLong ? 'row-too-long' : null, line: startLine, endByte, endLine: line, isEnd: false };
  };
  const stop = (broken: ScannedItem['broken'], at: number): ScannedItem => {
    stage = 'done';
    return { bytes: null, broken, line, endByte: chunkByte + at, endLine: line, isEnd: true };
  };

  const strayAt = (at: number): ScannedItem => {
    isStray = false;
    return { bytes: null, broken: 'broken-json', line, endByte: chunkByte + at, endLine: line, isEnd: false };
  };

  for await (const chunk of regroupBytes(open(o.fromByte))) {
    let start = 0;
    let at = chunkByte === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    for (; at < chunk.length && stage !== 'done'; at++) {
      const byte = chunk[at] ?? 0;
      if (stage === 'seeking') {
        const found = seeker(byte);
        if (byte === 0x0a) line += 1;
        if (found === 'found') stage = 'between';
        else if (found === 'none') yield stop('broken-json', at);
      } else if (stage === 'between') {
        if (byte === 0x0a) line += 1;
        if (isSpace(byte) || byte === 0x2c) continue;
        if (isCloser(byte) && (byte === 0x7d || o.container !== 'array')) {
          isStray = true;
          continue;
        }
        // Brackets too many are said once, with all that follow them; what comes behind may be sound.
        if (isStray) yield strayAt(at);
        if (byte === 0x5d) stage = 'closing';
        else {
          [stage, start, startLine, escaped] = ['inside', at, line, false];
          inString = byte === 0x22;
          isScalar = !inString && byte !== 0x7b && byte !== 0x5b;
          depth = isScalar || inString ? 0 : 1;
        }
      } else if (stage === 'closing') {
        // Behind the list the object may go on with a name, or end; anything else was meant to be in the list.
        if (byte === 0x0a) line += 1;
        if (isSpace(byte)) continue;
        behind += String.fromCharCode(byte);
        if (behind === ',') continue;
        if (behind === '}' || behind === ',"') stage = 'done';
        else yield stop('broken-json', at);
      } else if (isScalar) {
        if (!isSpace(byte) && byte !== 0x2c && byte !== 0x5d && byte !== 0x7d) continue;
        yield finish(chunk.subarray(start, at), chunkByte + at);
        at -= 1;
      } else if (inString) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === 0x22) {
          inString = false;
          if (depth === 0) yield finish(chunk.subarray(start, at + 1), chunkByte + at + 1);
        } else if (byte === 0x0a) line += 1;
      } else if (byte === 0x22) inString = true;
      else if (byte === 0x7b || byte === 0x5b) depth += 1;
      else if (isCloser(byte)) {
        depth -= 1;
        if (depth === 0) yield finish(chunk.subarray(start, at + 1), chunkByte + at + 1);
      } else if (byte === 0x0a) line += 1;
    }
    if (stage === 'done') return;
    if (stage === 'inside' && !tooLong) {
      held.push(chunk.slice(start));
      heldBytes += chunk.length - start;
      if (heldBytes > o.maxBytes) [held, heldBytes, tooLong] = [[], 0, true];
    }
    chunkByte += chunk.length;
  }
  if (isStray) yield strayAt(0);
  if (stage === 'inside' && isScalar) yield finish(new Uint8Array(0), chunkByte);
  else if (stage === 'inside') {
    yield { bytes: null, broken: 'truncated', line: startLine, endByte: chunkByte, endLine: line, isEnd: true };
  }
  if (o.container === 'array' && (stage === 'between' || stage === 'seeking')) yield stop('truncated', 0);
}

const isCloser = (byte: number): boolean => byte === 0x7d || byte === 0x5d;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Finds the opening bracket of the list: the first byte of the file, or the value of a known name in an object. */
export function createSeeker(): (byte: number) => 'found' | 'none' | null {
  let [depth, inString, escaped, key] = [0, false, false, ''];
  let afterColon = false;
  return (byte) => {
    if (inString) {
      if (escaped) escaped = false;
      else if (byte === 0x5c) escaped = true;
      else if (byte === 0x22) inString = false;
      else if (depth === 1 && !afterColon && key.length < 64) key += String.fromCharCode(byte);
      return null;
    }
    if (isSpace(byte)) return null;
    if (depth === 0 && byte !== 0x7b) return byte === 0x5b ? 'found' : 'none';
    if (depth === 1 && afterColon && byte === 0x5b && listNames.includes(key)) return 'found';
    if (byte === 0x22) {
      inString = true;
      if (depth === 1 && !afterColon) key = '';
    } else if (byte === 0x3a && depth === 1) afterColon = true;
    else if (byte === 0x2c && depth === 1) afterColon = false;
    else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
      if (depth === 0) return 'none';
    }
    return null;
  };
}
