/** Who is who: the authors a person can tell apart in half a minute, most messages first. */
import { type Author, author } from '@rapport/contract';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { listMergedNames, type MergedName, noSuchAuthor } from './merge-authors.ts';
import type { Db } from './open-store.ts';
import { listOwnDomains, type OwnDomain } from './own-domains.ts';
import { authorSeen, type Sees } from './seen.ts';
import type { Authors } from './tables.ts';

/** Beyond this many nobody reads on; the rest has few messages. */
const mostListed = 500;

/**
 * Everybody who is not surely a customer; of the customers only their number. Where nobody of an import answers, the guess
 * may have taken those who do for customers: then whoever is merely guessed to be one stands on the list as well.
 *
 * @param wanted.importId only authors who wrote in conversations of this import; null: all
 */
export async function listAuthors(
  db: Db,
  workspace: number,
  { importId, sees }: { importId: number | null; sees: Sees },
): Promise<{ authors: Author[]; customers: number; ownDomains: OwnDomain[] }> {
  const ofImport =
    importId === null
      ? sql<boolean>`true`
      : sql<boolean>`EXISTS (SELECT FROM messages m JOIN import_conversations i ON i.workspace_id = m.workspace_id
          AND i.conversation_id = m.conversation_id AND i.import_id = ${importId}
          WHERE m.workspace_id = a.workspace_id AND m.author_id = a.id)`;
  const seen = authorSeen(sees, sql`a.id`);
  const select = async (which: RawBuilder<boolean>) => {
    const { rows } = await sql<Selectable<Authors>>`
      SELECT a.* FROM authors a
      WHERE a.workspace_id = ${workspace} AND a.messages > 0 AND ${which} AND ${ofImport} AND ${seen}
      ORDER BY a.messages DESC, a.id LIMIT ${mostListed}`.execute(db);
    return rows;
  };
  let rows = await select(toTellApart);
  if (importId !== null && !rows.some(({ role, proposed_role: proposed }) => (proposed ?? role) === 'agent')) {
    rows = await select(sql<boolean>`(${toTellApart} OR a.role_guessed)`);
  }
  const listed = rows.filter(({ role, proposed_role: proposed }) => role === 'customer' && proposed === null).length;
  const customers = await sql<{ n: number }>`
    SELECT count(*) AS n FROM authors a
    WHERE a.workspace_id = ${workspace} AND a.messages > 0
      AND a.role = 'customer' AND a.proposed_role IS NULL AND ${ofImport}`.execute(db);
  const names = await listMergedNames(
    db,
    workspace,
    rows.map(({ id }) => id),
  );
  return {
    authors: rows.map((row) => toAuthor(row, names)),
    customers: (customers.rows[0]?.n ?? 0) - listed,
    ownDomains: await listOwnDomains(db, workspace),
  };
}

/** Neither surely a customer, nor what the source itself calls a notice of its own: nobody wrote those. */
const toTellApart = sql<boolean>`(a.proposed_role IS NOT NULL OR a.said_by_person
  OR (a.role <> 'customer' AND NOT (a.role = 'system' AND (a.name = '' OR NOT a.role_guessed))))`;

/** @throws RapportError `not-found` */
export async function loadAuthor(db: Db, workspace: number, id: number): Promise<Author> {
  const row = await db
    .selectFrom('authors')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw noSuchAuthor();
  return toAuthor(row, await listMergedNames(db, workspace, [id]));
}

function toAuthor(row: Selectable<Authors>, names: readonly MergedName[]): Author {
  return author.parse({
    id: String(row.id),
    source: row.source,
    // No measure stands on this list, and nobody can tell a bot or a mailbox behind "Agent 3": here names are names. The
    // number under which lists and pages speak of a person is not given, so that the two are not joined here.
    name: row.name,
    names: names.filter(({ into }) => into === row.id).map(({ id, into: _, ...one }) => ({ id: String(id), ...one })),
    messages: row.messages,
    conversations: row.conversations,
    role: row.role,
    roleGuessed: row.role_guessed,
    proposedRole: row.proposed_role,
    hints: row.hints,
    why: row.why,
  });
}
