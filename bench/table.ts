/** A result table: printed, and kept under `bench/results/` with its date, machine and commit. */
import { execSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export interface Table {
  /** File name under `bench/results/`, without `.md`. */
  name: string;
  title: string;
  /** What was measured on what, in a sentence or two. */
  about: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  notes?: readonly string[];
}

export function keepTable(table: Table): void {
  const text = writeTable(table);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/${table.name}.md`, text);
  process.stdout.write(`\n${text}\n`);
}

function writeTable({ title, about, columns, rows, notes = [] }: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(String).join(' | ')} |`;
  return [
    `# ${title}`,
    '',
    about,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
    ...notes.flatMap((note) => [`- ${note}`]),
    ...(notes.length > 0 ? [''] : []),
    `${describeMachine()}. Trust ratios within this table, not absolutes.`,
    '',
  ].join('\n');
}

function describeMachine(): string {
  const commit = execSync('git rev-parse --short HEAD', { encoding: 'utf8' }).trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.versions.node}, ${cpus().length} cores, ${memory} GB`;
}

/** Nearest-rank percentile of measured times. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const rounded = (value: number, digits = 0): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits });
