/** Authors who stand in no message any more go from the directory. */
import type { AuthorRole } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** @returns how many of these went; one that something still speaks of stays */
export async function forgetEmptyAuthors(
  db: Db,
  workspace: number,
  ids: readonly number[],
  roles: readonly AuthorRole[] = ['customer'],
): Promise<number> {
  if (ids.length === 0) return 0;
  const free = (await listReferences(db)).map(
    ({ table, column }) => sql`NOT EXISTS (SELECT FROM ${sql.table(table)} r
      WHERE r.workspace_id = ${workspace} AND r.${sql.ref(column)} = a.id)`,
  );
  const { rows } = await sql<{ id: number }>`
    DELETE FROM authors a WHERE a.workspace_id = ${workspace} AND a.id = ANY(${ids}::bigint[]) AND a.role = ANY(${roles}::text[])
      AND ${sql.join(free, sql` AND `)} RETURNING a.id`.execute(db);
  return rows.length;
}

/** Asked of the database, so that a table that comes later is not forgotten here. */
async function listReferences(db: Db): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[array_length(c.conkey, 1)]
    WHERE c.contype = 'f' AND c.confrelid = 'authors'::regclass AND c.confdeltype <> 'c'`.execute(db);
  return rows;
}
