/**
 * One CSV record out of bytes (RFC 4180), without copying: where its cells begin and end. Working on bytes gives exact
 * byte positions to resume from, physical line numbers, and strict decoding cell by cell, which csv-parse cannot give
 * together.
 */
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export interface ScannedRecord {
  kind: 'record';
  /** First byte after the record and its line end. */
  end: number;
  /** Line ends inside the record and at its end. */
  lines: number;
  isAscii: boolean;
  /** Pairs of first byte and byte after the last, quotes left out. */
  cells: number[];
  /** Cells in which "" stands for ". */
  escaped: Set<number> | null;
}

export interface BrokenRecord {
  kind: 'broken';
  code: 'bad-quote' | 'unclosed-quote';
  cell: number;
  /** First byte after the first line end in the record: what follows may be sound again. */
  resume: number;
  /** How far it was read before it proved broken. */
  reached: number;
}

export interface UnfinishedRecord {
  kind: 'unfinished';
}

export function scanRecord(o: {
  bytes: Uint8Array;
  from: number;
  delimiter: number;
  isLast: boolean;
}): ScannedRecord | BrokenRecord | UnfinishedRecord {
  const { bytes, delimiter, isLast } = o;
  const size = bytes.length;
  const cells: number[] = [];
  let escaped: Set<number> | null = null;
  let at = o.from;
  let lines = 0;
  let firstLineEnd = -1;
  let seen = 0;
  for (;;) {
    let end: number;
    if (at < size && bytes[at] === quote) {
      const start = ++at;
      for (;;) {
        if (at >= size) return isLast ? broken('unclosed-quote') : unfinished;
        const byte = bytes[at] ?? 0;
        if (byte === quote) {
          if (at + 1 >= size && !isLast) return unfinished;
          if (bytes[at + 1] !== quote) break;
          escaped ??= new Set();
          escaped.add(cells.length / 2);
          at += 2;
          continue;
        }
        if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) {
          lines += 1;
          if (firstLineEnd < 0) firstLineEnd = at + 1;
        }
        seen |= byte;
        at += 1;
      }
      end = at;
      at += 1;
      cells.push(start, end);
      const next = at < size ? bytes[at] : undefined;
      if (next !== undefined && next !== delimiter && next !== lineFeed && next !== carriageReturn) {
        return broken('bad-quote');
      }
    } else {
      const start = at;
      while (at < size) {
        const byte = bytes[at] ?? 0;
        if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
        seen |= byte;
        at += 1;
      }
      cells.push(start, at);
    }
    if (at >= size) return isLast ? finished(size) : unfinished;
    if (bytes[at] === delimiter) {
      at += 1;
      continue;
    }
    if (bytes[at] === carriageReturn) {
      if (at + 1 >= size && !isLast) return unfinished;
      if (bytes[at + 1] === lineFeed) at += 1;
    }
    lines += 1;
    return finished(at + 1);
  }

  function finished(end: number): ScannedRecord {
    return { kind: 'record', end, lines, isAscii: seen < 128, cells, escaped };
  }

  function broken(code: BrokenRecord['code']): BrokenRecord | UnfinishedRecord {
    const cell = code === 'unclosed-quote' ? cells.length / 2 : cells.length / 2 - 1;
    if (firstLineEnd > 0) return { kind: 'broken', code, cell, resume: firstLineEnd, reached: at };
    const resume = findLineEnd(bytes, at, isLast);
    return resume === null ? unfinished : { kind: 'broken', code, cell, resume, reached: at };
  }
}

const unfinished: UnfinishedRecord = { kind: 'unfinished' };

/** First byte after the next line end; null when more bytes are needed to know. */
export function findLineEnd(bytes: Uint8Array, from: number, isLast: boolean): number | null {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === lineFeed) return at + 1;
    if (bytes[at] === carriageReturn) {
      if (at + 1 >= bytes.length && !isLast) return null;
      return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
    }
  }
  return isLast ? bytes.length : null;
}
