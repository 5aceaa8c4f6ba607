/** The rows of a CSV file, each with its physical line and byte position; a broken row is named and the next line tried. */
import { decodeText } from '../decode-text.ts';
import type { IntakeLimits } from '../limits.ts';
import type { ProblemCode } from '../problem.ts';
import type { OpenBytes } from '../record.ts';
import { joinBytes, regroupBytes } from '../regroup-bytes.ts';
import { findLineEnd, type ScannedRecord, scanRecord } from './scan-record.ts';
import { newSkipState, type SkipState, skipRecord } from './skip-record.ts';

export interface CsvRow {
  line: number;
  /** First byte after the row. */
  endByte: number;
  /** Physical line after the row. */
  endLine: number;
  cells: string[];
  broken: { code: ProblemCode; cell: number | null } | null;
}

export interface ScanOptions {
  delimiter: string;
  fromByte: number;
  fromLine: number;
  limits: IntakeLimits;
}

interface Skipping {
  state: SkipState;
  startLine: number;
  /** First byte after the record's first line, or -1. */
  afterFirstLine: number;
}

/**
 * Bytes that may be read a second time to rescue the lines after an open quote. Beyond it reading goes on behind the
 * quote, so that a file made of open quotes costs no more than a bounded multiple of its size.
 */
const rescueBytes = 256 * 2 ** 20;

/** Rows in batches, so that a row costs no turn of the event loop. Blank lines are no rows. */
export async function* scanRows(open: OpenBytes, o: ScanOptions): AsyncGenerator<CsvRow[]> {
  const budget = { rescue: rescueBytes };
  let from: { byte: number; line: number } | null = { byte: o.fromByte, line: o.fromLine };
  while (from) from = yield* scanFrom(open, { ...o, fromByte: from.byte, fromLine: from.line }, budget);
}

/** Returns where to open the file again, when an open quote swallowed more than can be held. */
async function* scanFrom(
  open: OpenBytes,
  o: ScanOptions,
  budget: { rescue: number },
): AsyncGenerator<CsvRow[], { byte: number; line: number } | null> {
  const delimiter = o.delimiter.charCodeAt(0);
  let held: Uint8Array = new Uint8Array(0);
  let heldByte = o.fromByte;
  let line = o.fromLine;
  let skipping: Skipping | null = null;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const chunks = regroupBytes(open(o.fromByte))[Symbol.asyncIterator]();
  for (let isLast = false; !isLast; ) {
    const next = await chunks.next();
    isLast = next.done === true;
    if (!next.done) {
      waiting.push(next.value);
      waitingBytes += next.value.length;
    }
    // A record that did not fit is read again only when the bytes have doubled: linear, also for the longest record.
    if (!isLast && waitingBytes < held.length) continue;
    held = joinBytes([held, ...waiting]);
    waiting = [];
    waitingBytes = 0;

    const rows: CsvRow[] = [];
    let at = heldByte === 0 && held[0] === 0xef && held[1] === 0xbb && held[2] === 0xbf ? 3 : 0;
    if (skipping) {
      const end = skipRecord(skipping.state, held, delimiter);
      if (end === null && !isLast) {
        heldByte += held.length;
        held = new Uint8Array(0);
        continue;
      }
      const { state, startLine, afterFirstLine }: Skipping = skipping;
      skipping = null;
      const isOpen = end === null && state.inQuotes;
      const again = heldByte + held.length - afterFirstLine;
      if (isOpen && afterFirstLine > 0 && again <= budget.rescue) {
        budget.rescue -= again;
        yield [brokenRow('unclosed-quote', null, { line: startLine, endByte: afterFirstLine, endLine: startLine + 1 })];
        return { byte: afterFirstLine, line: startLine + 1 };
      }
      line += state.lines;
      at = end ?? held.length;
      const code = isOpen ? 'unclosed-quote' : 'row-too-long';
      rows.push(brokenRow(code, null, { line: startLine, endByte: heldByte + at, endLine: line }));
    }

    while (at < held.length) {
      const found = scanRecord({ bytes: held, from: at, delimiter, isLast });
      if (found.kind === 'unfinished') break;
      const startLine = line;
      if (found.kind === 'record') {
        line += found.lines;
        if (!isBlank(found)) {
          rows.push(
            readRow(held.subarray(at, found.end), found, { from: at, limits: o.limits, place: place(found.end) }),
          );
        }
        at = found.end;
      } else {
        budget.rescue -= Math.max(0, found.reached - found.resume);
        const behind = budget.rescue < 0 ? findLineEnd(held, found.reached, isLast) : null;
        const end = behind ?? found.resume;
        line += behind === null ? 1 : countLines(held.subarray(at, end));
        rows.push(brokenRow(found.code, found.cell, place(end)));
        at = end;
      }

      function place(end: number): { line: number; endByte: number; endLine: number } {
        return { line: startLine, endByte: heldByte + end, endLine: line };
      }
    }
    held = held.subarray(at);
    heldByte += at;
    if (!isLast && held.length > o.limits.rowBytes) {
      const firstLineEnd = held.indexOf(0x0a);
      const afterFirstLine = firstLineEnd < 0 ? -1 : heldByte + firstLineEnd + 1;
      skipping = { state: newSkipState(), startLine: line, afterFirstLine };
      skipRecord(skipping.state, held, delimiter);
      heldByte += held.length;
      held = new Uint8Array(0);
    }
    if (rows.length > 0) yield rows;
  }
  return null;
}

const isBlank = (found: ScannedRecord): boolean => found.cells.length === 2 && found.cells[0] === found.cells[1];

interface RowPlace {
  line: number;
  endByte: number;
  endLine: number;
}

function brokenRow(code: ProblemCode, cell: number | null, place: RowPlace): CsvRow {
  return { ...place, cells: [], broken: { code, cell } };
}

function readRow(
  bytes: Uint8Array,
  found: ScannedRecord,
  o: { from: number; limits: IntakeLimits; place: RowPlace },
): CsvRow {
  if (found.cells.length / 2 > o.limits.columns) return brokenRow('wrong-column-count', null, o.place);
  const whole = found.isAscii ? decodeText(bytes) : null;
  const cells: string[] = [];
  for (let i = 0; i < found.cells.length; i += 2) {
    const start = (found.cells[i] ?? 0) - o.from;
    const end = (found.cells[i + 1] ?? 0) - o.from;
    if (end - start > o.limits.cellBytes) return brokenRow('cell-too-long', i / 2, o.place);
    const text = whole === null ? decodeText(bytes.subarray(start, end)) : whole.slice(start, end);
    if (text === null) return brokenRow('bad-encoding', i / 2, o.place);
    cells.push(found.escaped?.has(i / 2) ? text.replaceAll('""', '"') : text);
  }
  return { ...o.place, cells, broken: null };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) lines += 1;
  }
  return lines;
}
