/** A CSV of scored conversations (one row each, `m_` and `h_` columns) → a scored table, or null for any other file. */
import { RapportError } from '@rapport/contract';
import type { ScoredTable } from '@rapport/insight';
import { guessDelimiter } from '@rapport/intake/csv/guess-delimiter';
import { scanRows } from '@rapport/intake/csv/scan-rows';
import { defaultLimits } from '@rapport/intake/limits';
import { FileRefused } from '@rapport/intake/problem';
import { takeHead } from '@rapport/intake/take-head';
import { decodeToUtf8 } from '@rapport/intake/unpack/decode-to-utf8';
import { gunzip, isGzip } from '@rapport/intake/unpack/gunzip';
import { type OpenedFile, openFile } from './open-file.ts';
import { qualitiesIn, readScoredRow, type ScoredColumns } from './read-scored-row.ts';

export interface ScoredFile {
  name: string;
  table: ScoredTable;
  /** Rows that were refused, as sentences with their line. */
  problems: string[];
}

export const mostQualities = 20;

/** @throws RapportError `unreadable-file` when it is such a table but cannot be used. */
export async function readScoredTable(path: string): Promise<ScoredFile | null> {
  const file = openFile(path);
  try {
    const open = await openPlain(file);
    const delimiter = guessDelimiter(await takeHead(open));
    const from = { delimiter, fromByte: 0, fromLine: 1, limits: defaultLimits };
    let columns: ScoredColumns | null = null;
    const rows: ScoredTable['rows'][number][] = [];
    const problems: string[] = [];
    for await (const batch of scanRows(open, from)) {
      for (const { cells, line, broken } of batch) {
        if (columns === null) {
          columns = columnsOf(cells);
          if (columns === null) return null;
          continue;
        }
        const read = broken ? { problem: 'the row is broken' } : readScoredRow(cells, columns);
        if ('problem' in read) problems.push(`${file.name}, line ${line}: ${read.problem}; the row is left out.`);
        else rows.push(read.row);
      }
    }
    if (columns === null) return null;
    if (rows.length === 0) {
      throw new RapportError('unreadable-file', {
        what: `${file.name} has the columns of a scored table and no row that can be read.`,
        wayOut: problems[0] ?? 'Add rows.',
      });
    }
    return { name: file.name, table: { qualities: columns.qualities, rows }, problems };
  } catch (error) {
    // What is no readable CSV is another kind of file, and its own reader says what is wrong with it.
    if (error instanceof FileRefused) return null;
    throw error;
  }
}

/** A scored table comes plain or as .gz; whatever else the file is, its own reader opens it. */
async function openPlain({ open, name }: OpenedFile): Promise<(fromByte?: number) => AsyncIterable<Uint8Array>> {
  const packed = isGzip(await takeHead(open, 8));
  const bytes = () => (packed ? gunzip(open(0), { fileName: name, limits: defaultLimits }) : open(0));
  return (fromByte = 0) => skipBytes(decodeToUtf8(bytes(), 'utf-8'), fromByte);
}

async function* skipBytes(chunks: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** Null when these are not the columns of a scored table: an agent, an outcome or a review, and machine scores. */
function columnsOf(header: readonly string[]): ScoredColumns | null {
  const names = header.map((name) => name.trim());
  const qualities = qualitiesIn(names);
  if (qualities.length === 0 || !names.includes('agent')) return null;
  if (qualities.length > mostQualities) {
    throw new RapportError('unreadable-file', {
      what: `The file has ${qualities.length} qualities (columns that begin with m_).`,
      wayOut: `Leave at most ${mostQualities}.`,
    });
  }
  return { qualities, places: new Map(names.map((name, place) => [name, place])) };
}
