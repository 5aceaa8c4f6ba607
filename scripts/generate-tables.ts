/**
 * Writes packages/server/src/store/tables.ts from a migrated database; `--check` compares instead and exits 1 when
 * they differ. The database is a throw-away one on the embedded PostgreSQL.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startOwnDatabase } from '../packages/server/src/database/own-database.ts';
import { migrate } from '../packages/server/src/store/migrate.ts';

const place = new URL('../packages/server/src/store/tables.ts', import.meta.url);

interface Column {
  table_name: string;
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
  is_identity: 'YES' | 'NO';
  column_default: string | null;
  is_generated: 'ALWAYS' | 'NEVER';
}

const plainTypes: Record<string, string> = {
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  text: 'string',
  bool: 'boolean',
  bytea: 'Buffer',
  timestamptz: 'Timestamp',
  tsvector: 'string',
  _text: 'string[]',
  _int2: 'number[]',
  _int8: 'number[]',
  // Parsed with its schema where it is read; written as JSON text.
  jsonb: 'Json',
};

function typeOf(column: Column): string {
  const plain = plainTypes[column.udt_name];
  if (plain === undefined)
    throw new Error(`${column.table_name}.${column.column_name}: no type for ${column.udt_name}`);
  const type = column.is_nullable === 'YES' ? `${plain} | null` : plain;
  const given = column.is_identity === 'YES' || column.is_generated === 'ALWAYS' || column.column_default !== null;
  if (!given) return type;
  return ['Json', 'Timestamp'].includes(plain) ? `Given${plain}` : `Generated<${type}>`;
}

const pascal = (name: string): string => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

function printTables(columns: readonly Column[]): string {
  const byTable = new Map<string, Column[]>();
  for (const column of columns) {
    byTable.set(column.table_name, [...(byTable.get(column.table_name) ?? []), column]);
  }
  const parts = [...byTable].map(([table, its]) => {
    const lines = its.map((column) => `  ${column.column_name}: ${typeOf(column)};`);
    return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}\n`;
  });
  const all = [...byTable.keys()].map((table) => `  ${table}: ${pascal(table)};`);
  return `// Written by scripts/generate-tables.ts from the migrated database.
import type { ColumnType, Generated } from 'kysely';

/** Read as a date; written as one, or as an ISO instant. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type GivenTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;

/** Read as unknown and parsed with its schema; written as JSON text. */
export type Json = ColumnType<unknown, string, string>;
export type GivenJson = ColumnType<unknown, string | undefined, string>;

${parts.join('\n')}
export interface Tables {
${all.join('\n')}
}
`;
}

async function readColumns(): Promise<Column[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-tables-'));
  await chmod(folder, 0o711); // as root, PostgreSQL runs as somebody else and must pass through
  const log = { info: () => {}, warn: console.error, error: console.error };
  const database = await startOwnDatabase({ dataFolder: folder, log, durable: false });
  try {
    await migrate(database);
    const client = new Client(database.ownerUrl);
    await client.connect();
    const { rows } = await client.query<Column>(`
      SELECT table_name, column_name, udt_name, is_nullable, is_identity, column_default, is_generated FROM information_schema.columns
      WHERE table_schema = 'public' ORDER BY table_name COLLATE "C", ordinal_position`);
    await client.end();
    // Which migrations have run is the migrator's own affair.
    return rows.filter(({ table_name }) => !table_name.startsWith('schema_migrations'));
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const text = printTables(await readColumns());
if (process.argv.includes('--check')) {
  if (text !== (await readFile(place, 'utf8'))) {
    console.error('tables.ts does not match the migrated database. Run: npx tsx scripts/generate-tables.ts');
    process.exitCode = 1;
  }
} else {
  await writeFile(place, text);
}
