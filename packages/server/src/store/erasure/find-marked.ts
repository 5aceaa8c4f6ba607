/** Who and what of the marked is here: a moment before it goes, or because an old backup brought it back. */
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { loadMarkMaker, type MarkKind, sideOf, standInOf } from './erased-marks.ts';

export interface FoundMarked {
  /** Authors that go, and those that go on under another name. */
  gone: number[];
  renamed: { id: number; key: string; name: string }[];
  /** Conversations of customers that go, and those that were deleted with one. */
  conversations: number[];
  /** Accounts whose name and address go. */
  members: string[];
}

const rowsAtOnce = 20_000;

export async function findMarked(db: Db, workspace: number): Promise<FoundMarked> {
  const found: FoundMarked = { gone: [], renamed: [], conversations: [], members: [] };
  const { rows } = await sql<{ hash: Buffer; kind: MarkKind; askedAt: Date }>`
    SELECT m.hash, m.kind, e.asked_at AS "askedAt" FROM erased_marks m
    JOIN erasures e ON e.workspace_id = ${workspace} AND e.id = m.erasure_id
    WHERE m.workspace_id = ${workspace} AND m.kind IN ('gone', 'renamed', 'conversation')`.execute(db);
  if (rows.length === 0) return found;
  const marks = new Map(rows.map(({ hash, ...mark }) => [hash.toString('hex'), mark]));
  const kindOf = (hash: Buffer): MarkKind | undefined => marks.get(hash.toString('hex'))?.kind;
  const make = await loadMarkMaker(db, workspace);
  for (let after = 0; ; ) {
    const authors = await sql<{ id: number; source: string; key: string; role: string }>`
      SELECT id, source, author_key AS key, role_said AS role FROM authors
      WHERE workspace_id = ${workspace} AND id > ${after} ORDER BY id LIMIT ${rowsAtOnce}`.execute(db);
    for (const { id, source, key, role } of authors.rows) {
      const hash = make.person(sideOf(role), source, key);
      const kind = kindOf(hash);
      if (kind === 'gone') found.gone.push(id);
      if (kind === 'renamed') found.renamed.push({ id, ...standInOf(hash) });
    }
    const last = authors.rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (let after = 0; ; ) {
    const page = await sql<{ id: number; source: string; source_id: string; customer_key: string | null }>`
      SELECT id, source, source_id, customer_key FROM conversations
      WHERE workspace_id = ${workspace} AND id > ${after} ORDER BY id LIMIT ${rowsAtOnce}`.execute(db);
    for (const { id, source, source_id, customer_key: customer } of page.rows) {
      const isGone =
        kindOf(make.conversation(source, source_id)) === 'conversation' ||
        (customer !== null && kindOf(make.person('customer', source, customer)) === 'gone');
      if (isGone) found.conversations.push(id);
    }
    const last = page.rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  const users = await sql<{ id: string; email: string; created_at: Date }>`
    SELECT u.id, u.email, u.created_at FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspace}`.execute(db);
  for (const { id, email, created_at: createdAt } of users.rows) {
    const mark = marks.get(make.person('member', '', email).toString('hex'));
    // Whoever comes back to work here gets a new account, and that one is theirs.
    if (mark !== undefined && createdAt <= mark.askedAt) found.members.push(id);
  }
  return found;
}
