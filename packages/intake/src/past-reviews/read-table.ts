/** A small CSV file as a table: its header, and every row with its line and its own text. */
import { RapportError } from '@rapport/contract';
import { guessDelimiter } from '../csv/guess-delimiter.ts';
import type { CsvRow } from '../csv/scan-rows.ts';
import { scanRows } from '../csv/scan-rows.ts';
import { defaultLimits } from '../limits.ts';

export type TableRow = Pick<CsvRow, 'line' | 'cells' | 'broken'> & {
  /** The bytes of the row as text, for whoever has to mend it; characters that are not UTF-8 are shown as �. */
  text: string;
};

/** @throws RapportError `unreadable-file` when it is empty or has a header and nothing below */
export async function readTable(bytes: Uint8Array): Promise<{ header: string[]; rows: TableRow[] }> {
  const delimiter = guessDelimiter(bytes);
  const open = (from = 0) => once(bytes.subarray(from));
  const rows: TableRow[] = [];
  const lossy = new TextDecoder('utf-8');
  let from = 0;
  for await (const some of scanRows(open, { delimiter, fromByte: 0, fromLine: 1, limits: defaultLimits })) {
    for (const { line, cells, broken, endByte } of some) {
      rows.push({ line, cells, broken, text: lossy.decode(bytes.subarray(from, endByte)).trim().slice(0, mostText) });
      from = endByte;
    }
  }
  const [header, ...body] = rows;
  if (header === undefined) throw refused('The file is empty.');
  if (header.broken !== null) throw refused('The row of column names cannot be read.');
  if (body.length === 0) throw refused('The file has a row of column names and no other row.');
  return { header: header.cells.map((cell) => cell.trim()), rows: body };
}

const mostText = 20_000;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const refused = (what: string): RapportError =>
  new RapportError('unreadable-file', {
    what,
    why: 'Nothing was kept.',
    wayOut: 'Send a CSV file in UTF-8 with a row of column names and one row for each entry.',
  });
