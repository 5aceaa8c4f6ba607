/** Several names of one person become one author, and come apart again; nothing is lost on either way. */
import { RapportError } from '@rapport/contract';
import { sql } from 'kysely';
import { recountAuthors } from './count-authors.ts';
import { moveRows, moveRowsBack } from './merged-rows.ts';
import type { Db } from './open-store.ts';
import { markAuthorForScoring } from './score-queue.ts';

interface Who {
  id: number;
  role: string;
  is_team: boolean;
  merged_into: number | null;
  has_names: boolean;
  user_id: string | null;
}

/** Whoever stores messages holds this shared, whoever merges holds it alone: no message can slip between the two. */
export async function holdNames(db: Db, workspace: number, how: 'shared' | 'alone'): Promise<void> {
  const lock = how === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await sql`SELECT ${lock}(hashtext('merge-authors'), ${workspace})`.execute(db);
}

/**
 * From now on what these authors write and wrote counts as written by one; their conversations are scored again.
 *
 * @throws RapportError `not-found`; `conflict` where they cannot be one person
 */
export async function mergeAuthors(
  db: Db,
  workspace: number,
  { into, aliases }: { into: number; aliases: readonly number[] },
): Promise<void> {
  await holdNames(db, workspace, 'alone');
  const found = await loadWho(db, workspace, [into, ...aliases]);
  const one = found.get(into);
  if (one === undefined || aliases.some((id) => !found.has(id))) throw noSuchAuthor();
  for (const alias of aliases) {
    const other = found.get(alias);
    if (other === undefined) continue;
    refuseDifferent(one, other);
    await mergeOne(db, workspace, { alias, into });
    one.user_id ??= other.user_id;
  }
  await recountAuthors(db, workspace, [into, ...aliases]);
}

async function loadWho(db: Db, workspace: number, ids: readonly number[]): Promise<Map<number, Who>> {
  const { rows } = await sql<Who>`
    SELECT a.id, a.role, a.is_team, a.merged_into, h.user_id,
      EXISTS (SELECT FROM authors n WHERE n.workspace_id = ${workspace} AND n.merged_into = a.id) AS has_names
    FROM authors a
    LEFT JOIN member_authors h ON h.workspace_id = ${workspace} AND h.author_id = a.id
    WHERE a.workspace_id = ${workspace} AND a.id = ANY(${[...ids]}::bigint[]) ORDER BY a.id FOR UPDATE OF a`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function refuseDifferent(one: Who, other: Who): void {
  const refuse = (what: string, wayOut: string) => {
    throw new RapportError('conflict', { what, why: 'Nothing was changed.', wayOut });
  };
  if (one.id === other.id) refuse('An author cannot be merged into themself.', 'Choose another name of theirs.');
  if (one.merged_into !== null || other.merged_into !== null) {
    refuse('One of these names is merged into somebody already.', 'Split it from them first.');
  }
  if (other.has_names) {
    refuse('One of these stands for other names already.', 'Merge into that one, or split its names from it first.');
  }
  if (one.role !== 'agent' || other.role !== 'agent' || one.is_team || other.is_team) {
    refuse(
      'Only agents can be one person: no customers, no bots, and no mailbox that many write from.',
      'Correct the role first, if it is wrong.',
    );
  }
  if (one.user_id !== null && other.user_id !== null && one.user_id !== other.user_id) {
    refuse(
      'These names belong to two people with accounts of their own.',
      'Take the wrong name from its person first.',
    );
  }
}

async function mergeOne(db: Db, workspace: number, { alias, into }: { alias: number; into: number }): Promise<void> {
  await markAuthorForScoring(db, workspace, alias);
  await sql`UPDATE authors SET merged_into = ${into},
    last_draw_apart = (SELECT max(id) FROM review_draws WHERE workspace_id = ${workspace})
    WHERE workspace_id = ${workspace} AND id = ${alias}`.execute(db);
  await moveRows(db, workspace, { alias, into });
  await sql`UPDATE messages SET author_id = ${into}, written_as = author_id
    WHERE workspace_id = ${workspace} AND author_id = ${alias}`.execute(db);
}

/**
 * A name is somebody of their own again, with everything it had; the conversations are scored again.
 *
 * @throws RapportError `not-found` where it is no name of that author
 */
export async function splitAuthor(
  db: Db,
  workspace: number,
  { alias, from }: { alias: number; from: number },
): Promise<void> {
  await holdNames(db, workspace, 'alone');
  const found = (await loadWho(db, workspace, [alias])).get(alias);
  if (found === undefined || found.merged_into !== from) throw noSuchAuthor();
  await sql`UPDATE conversations SET needs_scoring = true
    WHERE workspace_id = ${workspace} AND NOT needs_scoring AND id IN (
      SELECT conversation_id FROM messages WHERE workspace_id = ${workspace} AND written_as = ${alias})`.execute(db);
  await sql`UPDATE messages SET author_id = ${alias}, written_as = NULL
    WHERE workspace_id = ${workspace} AND written_as = ${alias}`.execute(db);
  await moveRowsBack(db, workspace, { alias, into: from });
  await sql`UPDATE authors SET merged_into = NULL, last_draw_apart = NULL WHERE workspace_id = ${workspace} AND id = ${alias}`.execute(
    db,
  );
  await recountAuthors(db, workspace, [alias, from]);
}

/** Whoever is merged, by whom they are merged into. */
export async function listMergedInto(db: Db, workspace: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number; into: number }>`
    SELECT id, merged_into AS into FROM authors WHERE workspace_id = ${workspace} AND merged_into IS NOT NULL`.execute(
    db,
  );
  return new Map(rows.map(({ id, into }) => [id, into]));
}

export interface MergedName {
  id: number;
  into: number;
  name: string;
  source: string;
  messages: number;
}

/** The other names of these authors. */
export async function listMergedNames(db: Db, workspace: number, into: readonly number[]): Promise<MergedName[]> {
  const { rows } = await sql<MergedName>`
    SELECT a.id, a.merged_into AS into, a.name, a.source,
      (SELECT count(*) FROM messages m WHERE m.workspace_id = ${workspace} AND m.written_as = a.id) AS messages
    FROM authors a WHERE a.workspace_id = ${workspace} AND a.merged_into = ANY(${[...into]}::bigint[])
    ORDER BY a.id`.execute(db);
  return rows;
}

export const noSuchAuthor = (): RapportError =>
  new RapportError('not-found', { what: 'There is no such author.', wayOut: 'The list of authors shows all.' });
