/** Comma, semicolon, tab or bar: the one that makes even rows and names that are known. */
import { intakeFields } from '@rapport/contract';
import { decodeText } from '../decode-text.ts';
import { rankName } from './column-synonyms.ts';
import { scanRecord } from './scan-record.ts';

export function guessDelimiter(head: Uint8Array): string {
  const scored = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, score: scoreOf(head, delimiter) }));
  scored.sort((a, b) => b.score - a.score);
  return scored[0]?.delimiter ?? ',';
}

const looksAt = 30;

function scoreOf(bytes: Uint8Array, delimiter: string): number {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = from;
  let columns = 0;
  let [even, rows, known] = [0, 0, 0];
  while (at < bytes.length && rows < looksAt) {
    const found = scanRecord({ bytes, from: at, delimiter: delimiter.charCodeAt(0), isLast: false });
    if (found.kind === 'unfinished') break;
    if (found.kind === 'record') {
      if (rows === 0) {
        columns = found.cells.length / 2;
        for (let i = 0; i < found.cells.length && i < 200; i += 2) {
          const name = decodeText(bytes.subarray(found.cells[i], found.cells[i + 1])) ?? '';
          if (name.length < 100 && intakeFields.some((field) => rankName(field, name))) known += 1;
        }
      } else if (found.cells.length / 2 === columns) even += 1;
    }
    rows += 1;
    at = found.kind === 'record' ? found.end : found.resume;
  }
  if (columns < 2) return 0;
  return known * 10 + (rows > 1 ? even / (rows - 1) : 0) * 5 + Math.min(columns, 20) / 20;
}
