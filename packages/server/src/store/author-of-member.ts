/** Which author somebody is who writes here rather than in a helpdesk. */
import { sql } from 'kysely';
import { contactSource } from './contacts.ts';
import { ensureAuthors } from './ensure-authors.ts';
import type { Db } from './open-store.ts';
import { numberAgents } from './set-author-role.ts';

/**
 * The author under whom they write most, or one made for them, which is theirs from then on.
 *
 * @param person.writesAs authors that are this very person
 */
export async function ensureAuthorOf(
  db: Db,
  workspace: number,
  person: { id: string; name: string; writesAs: readonly number[] },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM authors WHERE workspace_id = ${workspace} AND role = 'agent' AND NOT is_team
      AND merged_into IS NULL
      AND id = ANY(${[...person.writesAs]}::bigint[])
    ORDER BY messages DESC, id LIMIT 1`.execute(db);
  const known = rows[0]?.id;
  if (known !== undefined) return known;
  const said = { key: person.id, role: 'agent' as const, name: person.name };
  const made = await ensureAuthors(db, workspace, contactSource, [
    { ...said, roleGuessed: false, isTeam: false, keptAddress: null },
  ]);
  const [author] = made.values();
  if (author === undefined) throw new Error(`no author was made for ${person.id}`);
  await sql`
    INSERT INTO member_authors (workspace_id, author_id, user_id, confirmed_by)
    SELECT workspace_id, ${author}, user_id, user_id FROM members
    WHERE workspace_id = ${workspace} AND user_id = ${person.id}
    ON CONFLICT DO NOTHING`.execute(db);
  await numberAgents(db, workspace);
  const { rows: now } = await sql<{ id: number }>`
    SELECT coalesce(merged_into, id) AS id FROM authors WHERE workspace_id = ${workspace} AND id = ${author}`.execute(
    db,
  );
  return now[0]?.id ?? author;
}
