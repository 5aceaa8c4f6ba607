/**
 * The entries of a JSON file one by one, without holding the file: the items of its array (alone, or under a known name
 * in an object; several such objects may follow each other, as saved pages of an API do), or objects that simply follow
 * each other.
 */
import type { OpenBytes } from '../record.ts';
import { joinBytes, regroupBytes } from '../regroup-bytes.ts';
import { createListSeeker, type ListSeeker, listNames } from './list-seeker.ts';

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

interface ScanItemsOptions {
  container: 'array' | 'values';
  fromByte: number;
  fromLine: number;
  maxBytes: number;
  /** Names of the lists that are looked for; those of conversations when absent. */
  names?: readonly string[];
}

type Stage = 'seeking' | 'between' | 'inside' | 'afterwards' | 'done';

export async function* scanItems(open: OpenBytes, o: ScanItemsOptions): AsyncGenerator<ScannedItem> {
  let stage: Stage = o.container === 'array' && o.fromByte === 0 ? 'seeking' : 'between';
  const names = o.names ?? listNames;
  let seeker = o.container === 'array' && o.fromByte > 0 ? await seekFirst(open, names) : createListSeeker(names);
  let hadList = stage !== 'seeking';
  let [depth, inString, escaped, isScalar] = [0, false, false, false];
  let [line, startLine, chunkByte] = [o.fromLine, o.fromLine, o.fromByte];
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let tooLong = false;
  let isStray = false;
  let listSeeker: ListSeeker | null = hadList ? seeker : null;

  const finish = (last: Uint8Array, endByte: number): ScannedItem => {
    const isTooLong = tooLong || heldBytes + last.length > o.maxBytes;
    const bytes = isTooLong ? null : joinBytes([...held, last]);
    [held, heldBytes, tooLong, stage] = [[], 0, false, 'between'];
    return { bytes, broken: isTooLong ? 'row-too-long' : null, line: startLine, endByte, endLine: line, isEnd: false };
  };
  const stop = (broken: ScannedItem['broken'], at: number): ScannedItem => {
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
        const found = seeker.take(byte);
        if (byte === 0x0a) line += 1;
        if (found === 'found') [stage, hadList] = ['between', true];
        else if (found === 'none' && !hadList) {
          stage = 'done';
          yield stop('broken-json', at);
        } else if (found === 'none') {
          stage = 'afterwards';
          // A further object in which there is no list is not passed over without a word.
          if (seeker !== listSeeker) yield strayAt(at);
        }
      } else if (stage === 'between') {
        if (byte === 0x0a) line += 1;
        if (isSpace(byte) || byte === 0x2c) continue;
        if (isCloser(byte) && (byte === 0x7d || o.container !== 'array')) {
          isStray = true;
          continue;
        }
        // Brackets too many are said once, with all that follow them; what comes behind may be sound.
        if (isStray) yield strayAt(at);
        if (byte === 0x5d) {
          stage = seeker.isInside() ? 'seeking' : 'afterwards';
          listSeeker = seeker;
        } else {
          [stage, start, startLine, escaped] = ['inside', at, line, false];
          inString = byte === 0x22;
          isScalar = !inString && byte !== 0x7b && byte !== 0x5b;
          depth = isScalar || inString ? 0 : 1;
        }
      } else if (stage === 'afterwards') {
        if (byte === 0x0a) line += 1;
        if (isSpace(byte)) continue;
        if (byte !== 0x7b && byte !== 0x5b) {
          stage = 'done';
          yield stop('broken-json', at);
        } else {
          seeker = createListSeeker(names);
          stage = seeker.take(byte) === 'found' ? 'between' : 'seeking';
        }
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

/** The state of the seeker at the first list of the file, for going on within it. */
async function seekFirst(open: OpenBytes, names: readonly string[]): Promise<ListSeeker> {
  const seeker = createListSeeker(names);
  for await (const chunk of regroupBytes(open(0))) {
    const from = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    for (let at = from; at < chunk.length; at++) if (seeker.take(chunk[at] ?? 0) === 'found') return seeker;
  }
  return seeker;
}
