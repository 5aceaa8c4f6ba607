import { Readable } from 'node:stream';
import { exportData } from '@rapport/contract';
import { type ExportCell, type ExportKind, exportColumns, loadExportPiece } from '../store/export-rows.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serveDownload } from './serve.ts';
import { writeCsvRow } from './write-csv-row.ts';

export function serveExports(api: Api, parts: AppParts): void {
  serveDownload(api, exportData, async ({ params: { what }, query: { format = 'csv' } }) => ({
    fileName: `rapport-${what}.${format}`,
    contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
    body: Readable.from(format === 'csv' ? writeCsv(parts, what) : writeJsonLines(parts, what)),
  }));
}

/** With a byte order mark: without it the most used spreadsheet reads UTF-8 as something else. */
async function* writeCsv(parts: AppParts, what: ExportKind): AsyncGenerator<string> {
  yield `\uFEFF${writeCsvRow(exportColumns[what])}`;
  for await (const rows of loadPieces(parts, what)) yield rows.map(writeCsvRow).join('');
}

async function* writeJsonLines(parts: AppParts, what: ExportKind): AsyncGenerator<string> {
  const columns = exportColumns[what];
  for await (const rows of loadPieces(parts, what)) {
    yield rows
      .map((cells) => `${JSON.stringify(Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])))}\n`)
      .join('');
  }
}

/** Cells in the order of the columns, piece by piece; each piece is a question of its own to the store. */
async function* loadPieces(parts: AppParts, what: ExportKind): AsyncGenerator<ExportCell[][]> {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const piece = await ask(parts, (db, workspace) => loadExportPiece(db, workspace, what, from));
    if (piece.rows.length > 0) yield piece.rows.map((row) => exportColumns[what].map((column) => row[column] ?? null));
    after = piece.next;
  }
}
