/** Thanks that people give an author of a conversation, with words that stand in it. */
import { type Kudos, RapportError } from '@rapport/contract';
import { sql } from 'kysely';
import { listShownNames, nameOf } from './author-names.ts';
import type { Db } from './open-store.ts';

export interface KudosGiven {
  conversationId: number;
  /** Null: whoever wrote the quoted message. */
  authorId: number | null;
  messageId: string;
  quote: string;
  note: string;
  by: { id: string; name: string; writesAs: readonly number[] };
  now: Date;
}

/**
 * Thanks given twice for the same words are given once; the newer note stands.
 *
 * @throws RapportError `not-found` where there is no such conversation, author or message in it; `bad-request` where the
 *   words do not stand in the message exactly so, or somebody thanks themselves
 */
export async function saveKudos(db: Db, workspace: number, given: KudosGiven): Promise<number> {
  const { conversationId, messageId, quote, note, by, now } = given;
  const message = await sql<{ text: string; role: string; author_id: number }>`
    SELECT m.text, a.role, m.author_id FROM messages m
    JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = ${conversationId} AND m.message_id = ${messageId}
      AND m.visibility = 'public'`.execute(db);
  const [words] = message.rows;
  const authorId = given.authorId ?? words?.author_id ?? -1;
  const served = await sql<{ there: boolean }>`
    SELECT EXISTS (SELECT FROM messages m
      JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id AND a.role = 'agent' AND NOT a.is_team
      WHERE m.workspace_id = ${workspace} AND m.conversation_id = ${conversationId} AND m.author_id = ${authorId}
        AND m.visibility = 'public') AS there`.execute(db);
  if (words === undefined || served.rows[0]?.there !== true) throw noSuchThanks();
  if (by.writesAs.includes(authorId)) {
    throw new RapportError('bad-request', {
      what: 'These are your own words.',
      why: 'Thanks go to somebody else.',
      wayOut: 'Choose the colleague you want to thank.',
    });
  }
  const ownWords = words.author_id === authorId;
  const start = words.role === 'customer' || ownWords ? words.text.indexOf(quote) : -1;
  if (start < 0) {
    throw new RapportError('bad-request', {
      what: 'These words do not stand in the message exactly so.',
      why: 'Thanks quote what was really said; nothing was sent.',
      wayOut: 'Choose words of the customer, or of the person you thank, from the conversation.',
    });
  }
  const { rows } = await sql<{ id: number }>`
    INSERT INTO kudos AS k (workspace_id, conversation_id, author_id, message_id, message_hash, quote_start, quote, note,
      given_by, given_by_name, given_at)
    VALUES (${workspace}, ${conversationId}, ${authorId}, ${messageId}, md5(${words.text}), ${start}, ${quote}, ${note},
      ${by.id}, ${by.name}, ${now})
    ON CONFLICT (workspace_id, conversation_id, author_id, given_by, message_id, quote_start)
      DO UPDATE SET note = excluded.note, quote = excluded.quote, message_hash = excluded.message_hash
    RETURNING k.id`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Only by who gave them. @returns false where there is nothing of theirs under this number */
export async function removeKudos(db: Db, workspace: number, { id, by }: { id: number; by: string }): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    DELETE FROM kudos WHERE workspace_id = ${workspace} AND id = ${id} AND given_by = ${by} RETURNING id`.execute(db);
  return rows.length > 0;
}

export interface KudosWanted {
  /** Who was thanked; null: anybody. */
  authorIds: readonly number[] | null;
  id?: number;
  since?: Date | undefined;
  /** Who asks: theirs are marked, so that they may take them back. */
  asker: string;
  limit: number;
}

/** Newest first. */
export async function listKudos(db: Db, workspace: number, wanted: KudosWanted): Promise<Kudos[]> {
  const { authorIds, id, since, asker, limit } = wanted;
  const { rows } = await sql<KudosRow>`
    SELECT k.*, m.author_id AS said_by FROM kudos k
    JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id
      AND m.message_id = k.message_id
    WHERE k.workspace_id = ${workspace}
      ${authorIds === null ? sql`` : sql`AND k.author_id = ANY(${[...authorIds]}::bigint[])`}
      ${id === undefined ? sql`` : sql`AND k.id = ${id}`}
      ${since === undefined ? sql`` : sql`AND k.given_at >= ${since}`}
    ORDER BY k.given_at DESC, k.id DESC LIMIT ${limit}`.execute(db);
  const names = await listShownNames(
    db,
    workspace,
    rows.map(({ author_id }) => author_id),
  );
  return rows.map((row) => ({
    id: String(row.id),
    conversationId: String(row.conversation_id),
    messageId: row.message_id,
    quote: row.quote,
    saidBy: row.said_by === row.author_id ? ('agent' as const) : ('customer' as const),
    note: row.note,
    givenBy: row.given_by_name,
    givenAt: row.given_at.toISOString(),
    authorId: String(row.author_id),
    author: nameOf(names, row.author_id),
    own: row.given_by === asker,
  }));
}

interface KudosRow {
  id: number;
  conversation_id: number;
  author_id: number;
  message_id: string;
  quote: string;
  note: string;
  given_by: string;
  given_by_name: string;
  given_at: Date;
  said_by: number;
}

const noSuchThanks = () =>
  new RapportError('not-found', {
    what: 'There is no such conversation.',
    wayOut: 'It may have been removed; the list shows what is here.',
  });
