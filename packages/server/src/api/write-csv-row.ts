/** Rows as CSV (RFC 4180) that a spreadsheet can open without running anything in it. */

/**
 * A cell that begins like a formula gets an apostrophe before it: customers' words must never compute in a spreadsheet.
 * Numbers of our own (type `number`) stay as they are, or every negative feeling would become text.
 */
export function writeCsvRow(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

function writeCell(cell: string | number | boolean | null): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
