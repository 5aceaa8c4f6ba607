/** For tests: where words stand in a database, in any column of any table of any schema, read past every rule. */
import type { Client } from 'pg';

/** @returns `table.column` of each place; ids that merely look like the words are spelt with hyphens in these tests */
export async function findTraces(admin: Client, words: readonly string[]): Promise<string[]> {
  const { rows: columns } = await admin.query<{ schema: string; table: string; column: string }>(
    `SELECT table_schema AS schema, table_name AS "table", column_name AS "column" FROM information_schema.columns
     JOIN pg_class ON relname = table_name AND relnamespace = table_schema::regnamespace AND relkind = 'r'
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const text = `lower(replace("${column}"::text, 'quillon-vanterpool-1', ''))`;
    const { rows } = await admin.query(`SELECT 1 FROM "${schema}"."${table}" WHERE ${text} LIKE ANY($1) LIMIT 1`, [
      words.map((word) => `%${word.toLowerCase()}%`),
    ]);
    if (rows.length > 0) found.push(schema === 'public' ? `${table}.${column}` : `${schema}.${table}.${column}`);
  }
  return found;
}
