/** An agent who left and is erased: what they did stays counted, under a name that says nothing. */
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

export interface StandIn {
  id: number;
  key: string;
  name: string;
}

export async function renameAuthors(db: Db, workspace: number, renamed: readonly StandIn[]): Promise<void> {
  const given = sql`json_to_recordset(${JSON.stringify(renamed)}::json) AS x(id bigint, key text, name text)`;
  await sql`
    UPDATE conversations c SET csat_agent_key = x.key FROM ${given}, authors a
    WHERE a.workspace_id = ${workspace} AND a.id = x.id AND c.workspace_id = ${workspace} AND c.source = a.source
      AND c.csat_agent_key = a.author_key`.execute(db);
  await sql`
    UPDATE authors a SET author_key = x.key, name = x.name, kept_address = NULL, hints = '{}', why = ''
    FROM ${given} WHERE a.workspace_id = ${workspace} AND a.id = x.id`.execute(db);
  const ids = renamed.map(({ id }) => id);
  // Coaching is a talk with one person, not a statistic; links lead to the person.
  for (const table of ['coaching_people', 'team_authors', 'member_authors'] as const) {
    await sql`
      DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND author_id = ANY(${ids}::bigint[])`.execute(
      db,
    );
  }
  await sql`
    DELETE FROM coaching_plans p WHERE p.workspace_id = ${workspace} AND NOT EXISTS (
      SELECT FROM coaching_people w WHERE w.workspace_id = ${workspace} AND w.plan_id = p.id)`.execute(db);
}
