/**
 * Under which name an author is shown: the one place that decides it for every list, filter, focus page and export.
 *
 * Until the agents' rights form is filled an agent is "Agent 3", so that nobody stands by name beside a measure. Customers
 * keep their name, and so do bots: they are nobody's colleague. A shared mailbox is called one: it is nobody at all. The list of who is who shows names, and no measure.
 */
import { sql } from 'kysely';
import { areViewsOn } from './agents-rights.ts';
import type { Db } from './open-store.ts';

export interface NamedAuthor {
  role: string;
  /** A likely bot keeps its name while somebody decides what it is: by "Agent 3" nobody could tell. */
  proposed_role: string | null;
  name: string;
  alias_number: number | null;
  /** A mailbox behind which many write. */
  is_team: boolean;
}

/** @param namesShown whether the agents’ rights form is filled and per-agent views are switched on */
export function shownName(author: NamedAuthor, namesShown: boolean): string {
  const { role, proposed_role, name, alias_number, is_team } = author;
  // With a space that does not break, so that nobody takes "the" for a first name.
  if (is_team && role === 'agent') return `the\u00a0mailbox ${name}`;
  if (namesShown || role !== 'agent' || (proposed_role !== null && proposed_role !== 'agent')) return name;
  return alias_number === null ? 'Agent' : `Agent ${alias_number}`;
}

export type ShownNames = ReadonlyMap<number, string>;

export function nameOf(names: ShownNames, authorId: number): string {
  return names.get(authorId) ?? 'Somebody';
}

/** Shown names by author id, for the authors asked for. */
export async function listShownNames(db: Db, workspace: number, authorIds: readonly number[]): Promise<ShownNames> {
  if (authorIds.length === 0) return new Map();
  const authors = await db
    .selectFrom('authors')
    .select(['id', 'role', 'proposed_role', 'name', 'alias_number', 'is_team'])
    .where('workspace_id', '=', workspace)
    .where(sql<boolean>`id = ANY(${[...new Set(authorIds)]}::bigint[])`)
    .execute();
  const namesShown = await areViewsOn(db, workspace);
  return new Map(authors.map((author) => [author.id, shownName(author, namesShown)]));
}

export async function isAuthorThere(db: Db, workspace: number, authorId: number): Promise<boolean> {
  const { rows } = await sql`SELECT FROM authors WHERE workspace_id = ${workspace} AND id = ${authorId}`.execute(db);
  return rows.length > 0;
}
