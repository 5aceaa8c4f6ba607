/** What to say about a row that could not be taken apart. */
import type { ProblemCode } from '../problem.ts';
import type { RowRefused } from './read-row.ts';
import type { CsvRow } from './scan-rows.ts';

/** Null for a sound row. Empty cells beyond the last column are a spreadsheet's habit and do no harm. */
export function describeBroken(row: CsvRow, header: readonly string[]): RowRefused | null {
  if (row.broken) {
    const { code, cell } = row.broken;
    const column = cell === null ? null : (header[cell] ?? null);
    return { code, column, reason: reasonOf(code, column) };
  }
  const cells = row.cells.length;
  if (cells >= header.length && row.cells.slice(header.length).every((cell) => cell === '')) return null;
  return {
    code: 'wrong-column-count',
    column: null,
    reason: `The row has ${cells} cells where the file has ${header.length} columns.`,
  };
}

function reasonOf(code: ProblemCode, column: string | null): string {
  const cell = column === null ? 'A cell' : `The cell “${column}”`;
  if (code === 'bad-quote') return `${cell} has a quote in its middle that is not doubled.`;
  if (code === 'unclosed-quote') return `${cell} opens a quote that is never closed.`;
  if (code === 'bad-encoding') return `${cell} is not valid UTF-8.`;
  if (code === 'cell-too-long') return `${cell} is longer than a message can be.`;
  if (code === 'row-too-long') return 'The row is longer than a row can be.';
  return 'The row has far more cells than the file has columns.';
}
