/** Customers' own thanks, each with the person who wrote the last reply before it. */
import type { ThanksFound } from '@rapport/contract';
import { namesADeed } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import { listShownNames, nameOf } from './author-names.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

export interface ThanksWanted {
  /** Whom they went to; null: anybody. */
  authorIds: readonly number[] | null;
  since?: Date | undefined;
  until?: Date | undefined;
}

/** Only sentences that name what was done, newest first; a thank-you said in anger is none. */
export async function listThanks(db: Db, workspace: number, wanted: ThanksWanted): Promise<ThanksFound[]> {
  const { authorIds, since } = wanted;
  // Of one person the way leads over their conversations, of a few weeks over the thanks themselves.
  const said = await listSaid(db, workspace, {
    ...wanted,
    partOf: since === undefined ? authorIds : null,
    most: mostRead,
  });
  const deeds = await placeDeeds(db, workspace, { said, authorIds });
  const names = await listShownNames(
    db,
    workspace,
    deeds.map(({ author_id }) => author_id),
  );
  return deeds.map((row) => ({
    quote: row.quote,
    messageId: row.message_id,
    conversationId: String(row.conversation_id),
    at: isoOf(row.at),
    customer: row.customer,
    authorId: String(row.author_id),
    author: nameOf(names, row.author_id),
  }));
}

/** Who of these people was thanked for a deed since then: read piece by piece until all are found or nothing is left. */
export async function listThanked(
  db: Db,
  workspace: number,
  { authorIds, since, atOnce = mostRead }: { authorIds: readonly number[]; since: Date | undefined; atOnce?: number },
): Promise<Set<number>> {
  const found = new Set<number>();
  let after: SaidRow | undefined;
  for (let open = authorIds; open.length > 0; open = open.filter((id) => !found.has(id))) {
    const said: SaidRow[] = await listSaid(db, workspace, { since, partOf: open, most: atOnce, after });
    for (const { author_id } of await placeDeeds(db, workspace, { said, authorIds: open })) found.add(author_id);
    after = said.at(-1);
    if (said.length < atOnce) break;
  }
  return found;
}

/** Thanks looked through for deeds at once; a list of thanks is shown from the newest of them. */
const mostRead = 2000;

interface SaidRow {
  conversation_id: number;
  number: number;
  quote: string;
  /** With its fractions of a millisecond. */
  said_at: string | null;
}

interface SaidWanted extends Omit<ThanksWanted, 'authorIds'> {
  partOf: readonly number[] | null;
  most: number;
  /** The last one that was read before. */
  after?: SaidRow | undefined;
}

/** The newest sentences of thanks; with `partOf` only those of conversations in which one of these people wrote. */
async function listSaid(
  db: Db,
  workspace: number,
  { since, until, partOf, most, after }: SaidWanted,
): Promise<SaidRow[]> {
  const narrow = [
    since === undefined ? sql`` : sql`AND s.at >= ${since}`,
    until === undefined ? sql`` : sql`AND s.at <= ${until}`,
    partOf === null
      ? sql``
      : sql`AND s.conversation_id IN (SELECT conversation_id FROM assessments
          WHERE workspace_id = ${workspace} AND author_id = ANY(${[...partOf]}::bigint[]))`,
    after === undefined ? sql`` : sql`AND ${isLater(after)}`,
  ];
  // With a first day no time is unknown, and then the order is that of the index.
  const order = since === undefined ? sql`s.at DESC NULLS LAST` : sql`s.at DESC`;
  const { rows } = await sql<SaidRow>`
    SELECT s.conversation_id, s.number, s.said_quote AS quote, s.at::text AS said_at
    FROM signals s
    WHERE s.workspace_id = ${workspace} AND s.kind = 'thanked' ${sql.join(narrow, sql` `)}
    ORDER BY ${order}, s.conversation_id DESC, s.number
    LIMIT ${most}
  `.execute(db);
  return rows;
}

/** Stands behind that one in the order of the list. */
function isLater({ said_at: at, conversation_id: id, number }: SaidRow): RawBuilder<boolean> {
  const sameTime = sql`(s.conversation_id < ${id} OR s.conversation_id = ${id} AND s.number > ${number})`;
  return at === null
    ? sql`(s.at IS NULL AND ${sameTime})`
    : sql`(s.at < ${at}::timestamptz OR s.at IS NULL OR s.at = ${at}::timestamptz AND ${sameTime})`;
}

/** Grateful words after a bad start are still somewhat below nought; further down thanks are seldom meant so. */
const afterABadStart = -0.2;

interface ThanksRow {
  conversation_id: number;
  message_id: string;
  quote: string;
  at: Date | null;
  customer: string;
  author_id: number;
}

/** Who was thanked: whoever wrote the last reply before. Few sentences name a deed, so only theirs is looked for. */
async function placeDeeds(
  db: Db,
  workspace: number,
  { said, authorIds }: { said: readonly SaidRow[]; authorIds: readonly number[] | null },
): Promise<ThanksRow[]> {
  const deeds = said.filter(({ quote }) => namesADeed(quote));
  const keys = deeds.map((one) => ({ conversation: one.conversation_id, number: one.number }));
  const { rows } = await sql<ThanksRow>`
    SELECT s.conversation_id, s.said_message_id AS message_id, s.said_quote AS quote, s.at,
      coalesce(thanker.name, 'Customer') AS customer, who.author_id
    FROM json_to_recordset(${JSON.stringify(keys)}::json) AS deed(conversation bigint, number integer)
    JOIN signals s ON s.workspace_id = ${workspace} AND s.conversation_id = deed.conversation AND s.number = deed.number
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id AND c.not_scored IS NULL
    JOIN messages said ON said.workspace_id = ${workspace} AND said.conversation_id = s.conversation_id
      AND said.message_id = s.said_message_id
    LEFT JOIN authors thanker ON thanker.workspace_id = ${workspace} AND thanker.id = said.author_id
    LEFT JOIN customer_emotions e ON e.workspace_id = ${workspace} AND e.conversation_id = s.conversation_id
      AND e.message_id = s.said_message_id
    JOIN LATERAL (
      SELECT m.author_id FROM messages m
      JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id AND a.role = 'agent' AND NOT a.is_team
      WHERE m.workspace_id = ${workspace} AND m.conversation_id = s.conversation_id AND m.visibility = 'public'
        AND CASE WHEN m.at IS NULL OR said.at IS NULL THEN m.position < said.position
          ELSE (m.at, m.position) < (said.at, said.position) END
      ORDER BY m.at DESC NULLS LAST, m.position DESC LIMIT 1
    ) who ON true
    WHERE (coalesce(e.valence, 0) >= 0 OR e.label = 'grateful' AND e.valence >= ${afterABadStart})
      ${authorIds === null ? sql`` : sql`AND who.author_id = ANY(${[...authorIds]}::bigint[])`}
    ORDER BY s.at DESC NULLS LAST, s.conversation_id DESC, s.number
  `.execute(db);
  return rows;
}
