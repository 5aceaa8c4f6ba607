/** A column whose cells each hold a whole conversation: found by what is in it, whatever its name. */
import { guessDelimiter } from '../csv/guess-delimiter.ts';
import { scanRows } from '../csv/scan-rows.ts';
import type { IntakeLimits } from '../limits.ts';
import { splitTurns } from '../transcripts/split-turns.ts';

export interface TranscriptColumn {
  header: string[];
  /** The first rows, for samples. */
  rows: string[][];
  delimiter: string;
  column: number;
}

const looksAtRows = 100;

/** Null where no column holds exchanges in at least half of its filled cells. */
export async function findTranscriptColumn(head: Uint8Array, limits: IntakeLimits): Promise<TranscriptColumn | null> {
  const delimiter = guessDelimiter(head);
  const rows: string[][] = [];
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield head;
  };
  for await (const batch of scanRows(open, { delimiter, fromByte: 0, fromLine: 1, limits })) {
    for (const row of batch) if (!row.broken && rows.length <= looksAtRows) rows.push(row.cells);
    if (rows.length > looksAtRows) break;
  }
  const [header, ...body] = rows;
  if (!header || header.length < 2 || body.length === 0) return null;
  const shares = header.map((_, column) => shareOfExchanges(body.map((cells) => cells[column] ?? '')));
  const best = shares.indexOf(Math.max(...shares));
  return (shares[best] ?? 0) >= 0.5 ? { header, rows: body, delimiter, column: best } : null;
}

function shareOfExchanges(cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 0;
  return filled.filter(isExchange).length / filled.length;
}

/** Two speakers at least, and most lines theirs: a mail with "Subject:" and "From:" in it is no exchange. */
function isExchange(cell: string): boolean {
  if (!cell.includes('\n')) return false;
  const turns = splitTurns(cell.slice(0, 20_000));
  const spoken = turns.filter(({ speaker }) => speaker !== '');
  const lines = cell
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
  return spoken.length >= 2 && new Set(spoken.map(({ speaker }) => speaker)).size >= 2 && spoken.length * 4 >= lines;
}
