/** Under which names, ids and accounts somebody is known here. */
import { type Identity, identity, RapportError } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../open-store.ts';

const mostShown = 50;

/**
 * @param words a name, an id or an address as somebody typed it
 * @param made the name that stands here for such an address
 */
export async function findIdentities(
  db: Db,
  workspace: number,
  { words, made }: { words: string; made: string },
): Promise<{ identities: Identity[]; more: boolean }> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const found = [
    ...(await selectAuthors(
      db,
      workspace,
      sql`(a.name ILIKE ${like} OR a.author_key ILIKE ${like} OR a.author_key = ${made})`,
    )),
    ...(await selectSilent(db, workspace, sql`(c.customer_key ILIKE ${like} OR c.customer_key = ${made})`)),
    ...(await selectMembers(db, workspace, sql`(u.name ILIKE ${like} OR u.email ILIKE ${like})`)),
  ];
  return { identities: found.slice(0, mostShown), more: found.length > mostShown };
}

/** @throws RapportError `not-found` where one of them is not here */
export async function loadIdentities(db: Db, workspace: number, ids: readonly string[]): Promise<Identity[]> {
  const of = (kind: string) => ids.filter((id) => id.startsWith(`${kind}:`)).map((id) => id.slice(kind.length + 1));
  const authors = of('author').map(Number);
  const found = [
    ...(await selectAuthors(db, workspace, sql`a.id = ANY(${authors}::bigint[])`)),
    ...(await selectSilent(db, workspace, sql`c.id = ANY(${of('customer-of').map(Number)}::bigint[])`)),
    ...(await selectMembers(db, workspace, sql`u.id = ANY(${of('member')}::text[])`)),
  ];
  if (found.length === new Set(ids).size) {
    // Other names of the same person go along, whether or not anybody thought of them.
    const names = await selectAuthors(db, workspace, sql`a.merged_into = ANY(${authors}::bigint[])`);
    return [...found, ...names.filter(({ id }) => !ids.includes(id))];
  }
  throw new RapportError('not-found', {
    what: 'One of these names is not here.',
    wayOut: 'Look for the person again: it may have gone meanwhile.',
  });
}

type Which = RawBuilder<unknown>;
type Row = Omit<Identity, 'active'> & { active?: boolean };
const parse = (rows: readonly Row[]): Identity[] => rows.map((row) => identity.parse({ active: false, ...row }));

async function selectAuthors(db: Db, workspace: number, which: Which): Promise<Identity[]> {
  const { rows } = await sql<Row>`
    SELECT 'author:' || a.id AS id, CASE a.role WHEN 'customer' THEN 'customer' ELSE 'agent' END AS kind, a.name, a.source,
      a.author_key AS key, a.conversations, a.messages
    FROM authors a WHERE a.workspace_id = ${workspace} AND ${which} ORDER BY a.messages DESC, a.id
    LIMIT ${mostShown + 1}`.execute(db);
  return parse(rows);
}

/** Customers who are named by a conversation and wrote nothing themselves. */
async function selectSilent(db: Db, workspace: number, which: Which): Promise<Identity[]> {
  const { rows } = await sql<Row>`
    SELECT 'customer-of:' || min(c.id) AS id, 'customer' AS kind, c.customer_key AS name, c.source, c.customer_key AS key,
      count(*)::integer AS conversations, 0 AS messages
    FROM conversations c WHERE c.workspace_id = ${workspace} AND c.customer_key IS NOT NULL AND ${which}
      AND NOT EXISTS (SELECT FROM authors a WHERE a.workspace_id = ${workspace} AND a.source = c.source
        AND a.author_key = c.customer_key AND a.role_said = 'customer')
    GROUP BY c.source, c.customer_key ORDER BY min(c.id) LIMIT ${mostShown + 1}`.execute(db);
  return parse(rows);
}

async function selectMembers(db: Db, workspace: number, which: Which): Promise<Identity[]> {
  const { rows } = await sql<Row>`
    SELECT 'member:' || u.id AS id, 'member' AS kind, u.name, NULL AS source, u.email AS key, 0 AS conversations,
      0 AS messages, EXISTS (SELECT FROM list_memberships(u.id)) AS active
    FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspace} AND ${which} ORDER BY u.name LIMIT ${mostShown + 1}`.execute(db);
  return parse(rows);
}
