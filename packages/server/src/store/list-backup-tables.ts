import type { Client } from 'pg';

export interface TableShape {
  table: string;
  columns: string[];
  hasWorkspace: boolean;
}

/** What is not carried: what migrating makes, and sessions, because one that has ended must not come back by restoring. */
const notCarried = ['schema_migrations', 'schema_migrations_lock', 'sessions', 'verifications'];

/** Our tables with their columns, each after those it refers to. */
export async function listBackupTables(client: Client): Promise<TableShape[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> ALL($1) AND is_generated = 'NEVER'
     ORDER BY table_name COLLATE "C", ordinal_position`,
    [notCarried],
  );
  const { rows: references } = await client.query<{ table: string; target: string }>(
    `SELECT DISTINCT conrelid::regclass::text AS table, confrelid::regclass::text AS target FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  );
  const shapes = new Map<string, TableShape>();
  for (const { table, column } of columns) {
    const shape = shapes.get(table) ?? { table, columns: [], hasWorkspace: false };
    shape.columns.push(column);
    shape.hasWorkspace ||= column === 'workspace_id';
    shapes.set(table, shape);
  }
  const ordered: TableShape[] = [];
  const visit = (shape: TableShape): void => {
    if (ordered.includes(shape)) return;
    for (const { table, target } of references) {
      const needed = table === shape.table ? shapes.get(target) : undefined;
      if (needed !== undefined) visit(needed);
    }
    ordered.push(shape);
  };
  for (const shape of shapes.values()) visit(shape);
  return ordered;
}
