/** Who an author is, as a person says. */
import type { AuthorRole } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** @returns whether the role is another one now; null when there is no such author */
export async function setRole(db: Db, workspace: number, authorId: number, role: AuthorRole): Promise<boolean | null> {
  const author = await db
    .selectFrom('authors')
    .select('role')
    .where('workspace_id', '=', workspace)
    .where('id', '=', authorId)
    .forUpdate()
    .executeTakeFirst();
  if (author === undefined) return null;
  await db
    .updateTable('authors')
    .set({
      role,
      role_guessed: false,
      said_by_person: true,
      proposed_role: null,
      hints: ['said-by-person'],
      why: saidByPerson,
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', authorId)
    .execute();
  return author.role !== role;
}

const saidByPerson = 'A person said so here.';

/** Who was told before the file was read: what it then says about them is the person's word, and no guess. */
export async function noteSaidSpeakers(
  db: Db,
  workspace: number,
  { source, speakers }: { source: string; speakers: readonly { name: string; role: AuthorRole }[] },
): Promise<void> {
  await sql`
    UPDATE authors a SET role_guessed = false, said_by_person = true, proposed_role = NULL,
      hints = '{said-by-person}', why = ${saidByPerson}
    FROM json_to_recordset(${JSON.stringify(speakers)}::json) AS x(name text, role text)
    WHERE a.workspace_id = ${workspace} AND a.source = ${source} AND a.name = x.name AND a.role = x.role
      AND a.role <> 'customer' -- they are counted only, and would fill the list
  `.execute(db);
}

/**
 * Gives a number to agents that have none and that nobody takes for a bot, most messages first: "Agent 1" is who wrote most when they were first seen.
 * A number stays with its author whatever becomes of them, so that it can never come to mean somebody else.
 */
export async function numberAgents(db: Db, workspace: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('number-agents'), ${workspace})`.execute(db);
  await sql`
    UPDATE authors a SET alias_number = n.number
    FROM (
      SELECT id, coalesce((SELECT max(alias_number) FROM authors WHERE workspace_id = ${workspace}), 0)
        + row_number() OVER (ORDER BY messages DESC, id) AS number
      FROM authors WHERE workspace_id = ${workspace} AND role = 'agent' AND proposed_role IS NULL AND alias_number IS NULL
        AND NOT is_team
    ) n
    WHERE a.workspace_id = ${workspace} AND a.id = n.id
  `.execute(db);
}
