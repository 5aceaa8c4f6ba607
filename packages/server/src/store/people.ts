/** Who has a page of their own: the people behind scored replies, no bots and no shared mailboxes. */
import { sql } from 'kysely';
import { areViewsOn } from './agents-rights.ts';
import { shownName } from './author-names.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

export interface StoredPerson {
  id: number;
  /** As it may be shown: a number until the team has agreed to names. */
  name: string;
  /** Scored ones. */
  conversations: number;
  period: { from: string | null; to: string | null };
}

interface PersonRow {
  id: number;
  role: string;
  proposed_role: string | null;
  name: string;
  alias_number: number | null;
  is_team: boolean;
  conversations: number;
  first: Date | null;
  last: Date | null;
}

/** @param authorIds null: everybody; in order of the names shown, never of a number */
export async function listPeople(
  db: Db,
  workspace: number,
  authorIds: readonly number[] | null,
): Promise<StoredPerson[]> {
  // Of one person the way leads over their assessments; of everybody once over the conversations.
  const counts =
    authorIds === null
      ? sql`SELECT u.author_id, count(*) AS conversations, min(c.first_at) AS first, max(c.last_at) AS last
          FROM conversations c CROSS JOIN LATERAL unnest(c.agent_ids) AS u(author_id)
          WHERE c.workspace_id = ${workspace} AND c.not_scored IS NULL GROUP BY 1`
      : sql`SELECT s.author_id, count(*) AS conversations, min(c.first_at) AS first, max(c.last_at) AS last
          FROM assessments s JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id
          WHERE s.workspace_id = ${workspace} AND s.author_id = ANY(${[...authorIds]}::bigint[])
            AND c.not_scored IS NULL GROUP BY 1`;
  const { rows } = await sql<PersonRow>`
    WITH x AS MATERIALIZED (${counts}) -- else counted again for every author
    SELECT a.id, a.role, a.proposed_role, a.name, a.alias_number, a.is_team, x.conversations, x.first, x.last
    FROM x JOIN authors a ON a.workspace_id = ${workspace} AND a.id = x.author_id AND ${isPerson}
  `.execute(db);
  const namesShown = await areViewsOn(db, workspace);
  return rows
    .map((row) => ({
      id: row.id,
      name: shownName(row, namesShown),
      conversations: row.conversations,
      period: { from: isoOf(row.first), to: isoOf(row.last) },
    }))
    .sort(byName);
}

/** Names of those of these authors who are people, in order of the names shown. */
export async function listPersonNames(
  db: Db,
  workspace: number,
  authorIds: readonly number[],
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<Omit<PersonRow, 'conversations' | 'first' | 'last'>>`
    SELECT a.id, a.role, a.proposed_role, a.name, a.alias_number, a.is_team FROM authors a
    WHERE a.workspace_id = ${workspace} AND a.id = ANY(${[...authorIds]}::bigint[]) AND ${isPerson}
  `.execute(db);
  const namesShown = await areViewsOn(db, workspace);
  return rows.map((row) => ({ id: row.id, name: shownName(row, namesShown) })).sort(byName);
}

/** No bots, not even likely ones, and no shared mailboxes. */
const isPerson = sql`(a.role = 'agent' AND NOT a.is_team AND coalesce(a.proposed_role, 'agent') = 'agent')`;

const byName = (a: { id: number; name: string }, b: { id: number; name: string }): number =>
  inOrder.compare(a.name, b.name) || a.id - b.id;

/** "Agent 2" before "Agent 10". */
const inOrder = new Intl.Collator('en', { numeric: true });
