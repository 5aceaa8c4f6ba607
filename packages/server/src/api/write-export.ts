/** Everything stored, as text for a file, piece by piece: the page's download and the command line write the same. */
import { type ExportCell, type ExportKind, exportColumns, loadExportPiece } from '../store/export-rows.ts';
import type { Sees } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import { writeCsvRow } from './write-csv-row.ts';

interface ExportParts extends Pick<AppParts, 'store'> {
  workspace: number;
  /** Only conversations and scores of these authors; everybody's unless said. */
  sees?: Sees;
}

/** With a byte order mark: without it the most used spreadsheet reads UTF-8 as something else. */
export async function* writeCsv(parts: ExportParts, what: ExportKind): AsyncGenerator<string> {
  yield `\uFEFF${writeCsvRow(exportColumns[what])}`;
  for await (const rows of loadPieces(parts, what)) yield rows.map(writeCsvRow).join('');
}

export async function* writeJsonLines(parts: ExportParts, what: ExportKind): AsyncGenerator<string> {
  const columns = exportColumns[what];
  for await (const rows of loadPieces(parts, what)) {
    yield rows
      .map((cells) => `${JSON.stringify(Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])))}\n`)
      .join('');
  }
}

/** Cells in the order of the columns, piece by piece; each piece is a question of its own to the store. */
async function* loadPieces(parts: ExportParts, what: ExportKind): AsyncGenerator<ExportCell[][]> {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const piece = await ask(parts, parts, (db, workspace) =>
      loadExportPiece(db, workspace, what, { after: from, sees: parts.sees ?? null }),
    );
    if (piece.rows.length > 0) yield piece.rows.map((row) => exportColumns[what].map((column) => row[column] ?? null));
    after = piece.next;
  }
}
