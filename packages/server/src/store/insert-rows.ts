import { type Insertable, sql } from 'kysely';
import type { Db } from './open-store.ts';
import type { Tables } from './tables.ts';

/**
 * Inserts many rows with one statement and one parameter: the rows travel as JSON, which both sides read natively, so
 * neither the number of parameters nor the escaping of arrays is a limit. All rows must have the same columns.
 */
export async function insertRows<T extends keyof Tables & string>(
  db: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.id(column)));
  await sql`
    INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::json)
  `.execute(db);
}
