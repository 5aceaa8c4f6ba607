/**
 * Under which name of a person a conversation stood in a draw. Names that were put together after it were drawn from apart,
 * each with as many conversations and a chance of its own; so what is drawn in place of one comes from among its own.
 */
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import type { StoredAssignment } from './assignments.ts';

type OfDraw = Pick<StoredAssignment, 'id' | 'author' | 'conversation'> & { draw: number };

/** Names that are the person's now and were somebody's own when it was drawn. */
async function listNamesApart(db: Db, workspace: number, { author, draw }: OfDraw): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM authors WHERE workspace_id = ${workspace} AND merged_into = ${author} AND last_draw_apart >= ${draw}
    ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface NameInDraw {
  /** The author in the frame of the draw. */
  name: number;
  /** Those of the given conversations that stood under it. */
  own: ReadonlySet<number>;
}

/** @param given conversations of the person */
export async function findNameInDraw(
  db: Db,
  workspace: number,
  taken: OfDraw,
  given: readonly number[],
): Promise<NameInDraw> {
  const apart = await listNamesApart(db, workspace, taken);
  if (apart.length === 0) return { name: taken.author, own: new Set(given) };
  const { rows } = await sql<{ conversation: number; name: number }>`
    SELECT DISTINCT conversation_id AS conversation,
      CASE WHEN written_as = ANY(${apart}::bigint[]) THEN written_as ELSE author_id END AS name
    FROM messages WHERE workspace_id = ${workspace} AND author_id = ${taken.author} AND visibility = 'public'
      AND conversation_id = ANY(${[...given, taken.conversation]}::bigint[])`.execute(db);
  const wrote = rows.filter(({ conversation }) => conversation === taken.conversation).map(({ name }) => name);
  // Where several wrote, what went over with a name was that name’s.
  const moved = wrote.length > 1 ? await findMovedFrom(db, workspace, taken.id) : null;
  const name = moved ?? wrote.toSorted((one, two) => one - two)[0] ?? taken.author;
  return { name, own: new Set(rows.flatMap((row) => (row.name === name ? [row.conversation] : []))) };
}

async function findMovedFrom(db: Db, workspace: number, assignment: number): Promise<number | null> {
  const { rows } = await sql<{ name: number }>`
    SELECT author_id AS name FROM merged_rows WHERE workspace_id = ${workspace} AND table_name = 'review_assignments'
      AND (row_key ->> 'id')::bigint = ${assignment}`.execute(db);
  return rows[0]?.name ?? null;
}
