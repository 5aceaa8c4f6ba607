/** The people who review: members, and whoever sits at a computer without accounts. */
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

export interface Reviewer {
  id: string;
  name: string;
  role: string;
  /** Authors that are this very person; nobody is assigned their own service to judge. */
  authors: readonly number[];
  /** Still a member; the name of somebody who left stays on what they did. */
  active: boolean;
}

/** @param me who asks, where that is nobody of the members: the person at the keyboard */
export async function listReviewers(
  db: Db,
  workspace: number,
  me?: { id: string; name: string; writesAs: readonly number[] },
): Promise<Reviewer[]> {
  const { rows } = await sql<Reviewer>`
    SELECT m.user_id AS id, u.name, m.role, m.state = 'active' AS active,
      ARRAY(SELECT o.author_id FROM member_authors o WHERE o.workspace_id = ${workspace} AND o.user_id = m.user_id) AS authors
    FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspace} ORDER BY u.name, m.user_id`.execute(db);
  if (me === undefined || rows.some(({ id }) => id === me.id)) return rows;
  return [{ id: me.id, name: me.name, role: 'owner', authors: me.writesAs, active: true }, ...rows];
}

/** The person at a computer without accounts has no name of their own. */
export function personNameOf(people: readonly Reviewer[], id: string): string {
  return people.find((one) => one.id === id)?.name ?? (id === 'local' ? 'Local reviewer' : 'Somebody who left');
}
