/** Who is who: the authors a person can tell apart in half a minute, most messages first. */
import { type Author, type AuthorRole, author, authorRole } from '@rapport/contract';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { listMergedNames, type MergedName, noSuchAuthor } from './merge-authors.ts';
import type { Db } from './open-store.ts';
import { listOwnDomains, type OwnDomain } from './own-domains.ts';
import { authorSeen, type Sees } from './seen.ts';
import type { Authors } from './tables.ts';

/** Of those to look at, and of the others. Beyond this many nobody reads on; the rest has few messages. */
const mostListed = 250;
const mostExamples = 5;

export interface ListedAuthors {
  authors: Author[];
  /** Who wrote less than these, by role. */
  unlisted: Record<AuthorRole, number>;
  customers: number;
  /** Of customers by guess, who wrote in most conversations: one of the team among them would stand out there. */
  customerExamples: Author[];
  ownDomains: OwnDomain[];
}

/**
 * Everybody who is not surely a customer; of the customers their number, and a few. Where nobody of an import answers, the
 * guess may have taken those who do for customers: then whoever is merely guessed to be one stands on the list as well.
 *
 * @param wanted.importId only authors who wrote in conversations of this import; null: all
 */
export async function listAuthors(
  db: Db,
  workspace: number,
  { importId, sees }: { importId: number | null; sees: Sees },
): Promise<ListedAuthors> {
  const isHere =
    importId === null
      ? sql<boolean>`a.workspace_id = ${workspace} AND a.messages > 0`
      : sql<boolean>`a.workspace_id = ${workspace} AND a.messages > 0
        AND EXISTS (SELECT FROM messages m JOIN import_conversations i ON i.workspace_id = m.workspace_id
          AND i.conversation_id = m.conversation_id AND i.import_id = ${importId}
          WHERE m.workspace_id = a.workspace_id AND m.author_id = a.id)`;
  const seen = authorSeen(sees, sql`a.id`);
  const asked = sql<boolean>`${isHere} AND ${seen} AND ${toTellApart}`;
  let rows = await selectMost(db, asked);
  const nobodyAnswers = importId !== null && !rows.some((row) => roleOf(row) === 'agent');
  if (nobodyAnswers) rows = await selectMost(db, sql`${isHere} AND ${seen} AND (${toTellApart} OR a.role_guessed)`);
  const plain = rows.filter((row) => roleOf(row) === 'customer' && !row.said_by_person);
  const { count, examples } = await lookAtCustomers(db, isHere, nobodyAnswers ? sql`false` : seen);
  const names = await listMergedNames(
    db,
    workspace,
    [...rows, ...examples].map(({ id }) => id),
  );
  return {
    authors: rows.map((row) => toAuthor(row, names)),
    unlisted: await countOthers(
      db,
      asked,
      rows.filter((row) => !plain.includes(row)),
    ),
    customers: count - plain.length,
    customerExamples: examples.map((row) => toAuthor(row, names)),
    ownDomains: await listOwnDomains(db, workspace),
  };
}

/** Neither surely a customer, nor what the source itself calls a notice of its own: nobody wrote those. */
const toTellApart = sql<boolean>`(a.proposed_role IS NOT NULL OR a.said_by_person
  OR (a.role <> 'customer' AND NOT (a.role = 'system' AND (a.name = '' OR NOT a.role_guessed))))`;

type Row = Selectable<Authors>;

/** As it will be when nobody says anything. */
const roleOf = (row: Row): AuthorRole => authorRole.parse(row.proposed_role ?? row.role);

async function selectMost(db: Db, which: RawBuilder<boolean>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM (
      SELECT a.*, row_number() OVER (
        -- Parted as the page parts them.
        PARTITION BY a.proposed_role IS NOT NULL OR 'shared-name' = ANY(a.hints) ORDER BY a.messages DESC, a.id) AS place
      FROM authors a WHERE ${which}
    ) ranked WHERE place <= ${mostListed} ORDER BY messages DESC, id`.execute(db);
  return rows;
}

async function countOthers(
  db: Db,
  which: RawBuilder<boolean>,
  listed: readonly Row[],
): Promise<Record<AuthorRole, number>> {
  const left: Record<AuthorRole, number> = { customer: 0, agent: 0, bot: 0, system: 0 };
  if (listed.length < mostListed) return left;
  const { rows } = await sql<{ role: AuthorRole; n: number }>`
    SELECT coalesce(a.proposed_role, a.role) AS role, count(*) AS n FROM authors a WHERE ${which} GROUP BY 1`.execute(
    db,
  );
  for (const { role, n } of rows) left[role] = n;
  for (const row of listed) left[roleOf(row)] -= 1;
  return left;
}

async function lookAtCustomers(
  db: Db,
  isHere: RawBuilder<boolean>,
  mayBeShown: RawBuilder<unknown>,
): Promise<{ count: number; examples: Row[] }> {
  const { rows } = await sql<{ n: number; examples: number[] }>`
    WITH here AS MATERIALIZED (
      SELECT a.id, a.conversations, a.role_guessed AND ${mayBeShown} AS may_be_shown FROM authors a
      WHERE ${isHere} AND a.role = 'customer' AND a.proposed_role IS NULL AND NOT a.said_by_person
    )
    SELECT count(*) AS n, ARRAY(
      SELECT id FROM here WHERE may_be_shown ORDER BY conversations DESC, id LIMIT ${mostExamples}) AS examples
    FROM here`.execute(db);
  const { n, examples } = rows[0] ?? { n: 0, examples: [] };
  const found = await sql<Row>`
    SELECT a.* FROM authors a WHERE ${isHere} AND a.id = ANY(${examples}::bigint[])
    ORDER BY a.conversations DESC, a.id`.execute(db);
  return { count: n, examples: found.rows };
}

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

function toAuthor(row: Row, names: readonly MergedName[]): Author {
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
    why: row.why === '' && row.role === 'customer' && row.role_guessed ? guessedCustomer : row.why,
  });
}

/** Customers are not looked at one by one, so nothing is kept of why. */
const guessedCustomer = 'The file does not say who this is; “customer” is a guess.';
