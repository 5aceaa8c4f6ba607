/**
 * Erases whoever is marked: a customer goes with their conversations, an agent goes on under a name that says nothing. Run
 * again it finds nothing to do, so it serves a wish, a job that was killed, and an old backup alike.
 */
import { sql } from 'kysely';
import { recountAuthors } from '../count-authors.ts';
import { forgetEmptyAuthors } from '../forget-authors.ts';
import type { Db } from '../open-store.ts';
import { deleteConversations } from '../retention.ts';
import { loadMarkMaker, type MarkMaker, plainMark, saveMarks } from './erased-marks.ts';
import { type FoundMarked, findMarked } from './find-marked.ts';
import { forgetMembers } from './forget-members.ts';
import { type IncomingPiece, sortOut } from './keep-unerased.ts';
import { renameAuthors } from './rename-authors.ts';

export interface ErasedCounts {
  conversations: number;
  messages: number;
  messagesElsewhere: number;
  people: number;
  renamed: number;
  accounts: number;
}

/** Nothing new is stored while this runs: whoever stores holds the same lock, shared. */
export async function holdErasing(db: Db, workspace: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('erasing'), ${workspace})`.execute(db);
}

export async function eraseMarked(db: Db, workspace: number, erasure: number): Promise<ErasedCounts> {
  await holdErasing(db, workspace);
  const make = await loadMarkMaker(db, workspace);
  const found = await findMarked(db, workspace);
  const conversations = await withOwnOnly(db, workspace, found);
  await markConversations(db, workspace, { erasure, make, ids: conversations });
  await forgetNews(db, workspace, conversations);
  const { messages, people } = await deleteConversations(db, workspace, conversations);
  await sortOutWaiting(db, workspace);
  const elsewhere = await takeMessages(db, workspace, found.gone);
  const gone = await forgetEmptyAuthors(db, workspace, found.gone);
  await hideAuthors(db, workspace, found.gone);
  await renameAuthors(db, workspace, found.renamed);
  await forgetMembers(db, workspace, found.members);
  return {
    ...{ conversations: conversations.length, messages, messagesElsewhere: elsewhere, people: people + gone },
    ...{ renamed: found.renamed.length, accounts: found.members.length },
  };
}

/** Where no customer is named, a conversation belongs to the customers who wrote in it: if all of them go, it goes. */
async function withOwnOnly(db: Db, workspace: number, { gone, conversations }: FoundMarked): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.customer_key IS NULL
      AND c.id IN (SELECT conversation_id FROM messages WHERE workspace_id = ${workspace}
        AND author_id = ANY(${gone}::bigint[]))
      AND NOT EXISTS (SELECT FROM messages m JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id
        WHERE m.workspace_id = ${workspace} AND m.conversation_id = c.id AND a.role = 'customer'
          AND m.author_id <> ALL(${gone}::bigint[]))`.execute(db);
  return [...new Set([...conversations, ...rows.map(({ id }) => id)])];
}

interface Going {
  erasure: number;
  make: MarkMaker;
  ids: readonly number[];
}

/** So that a conversation does not come back without its customer. */
async function markConversations(db: Db, workspace: number, { erasure, make, ids }: Going): Promise<void> {
  const { rows } = await sql<{ source: string; source_id: string }>`
    SELECT source, source_id FROM conversations WHERE workspace_id = ${workspace} AND id = ANY(${ids}::bigint[])`.execute(
    db,
  );
  const marks = rows.map(({ source, source_id }) => plainMark('conversation', make.conversation(source, source_id)));
  await saveMarks(db, workspace, erasure, marks);
}

/** What sources said of these conversations, and past reviews that were never joined to them. */
async function forgetNews(db: Db, workspace: number, ids: readonly number[]): Promise<void> {
  const theirs = sql`SELECT FROM conversations c WHERE c.workspace_id = ${workspace} AND c.id = ANY(${ids}::bigint[])`;
  await sql`
    DELETE FROM said_things s WHERE s.workspace_id = ${workspace}
      AND EXISTS (${theirs} AND c.source = s.source AND c.source_id = s.conversation)`.execute(db);
  await sql`
    DELETE FROM connection_problems p USING connections o WHERE p.workspace_id = ${workspace}
      AND o.workspace_id = ${workspace} AND o.id = p.connection_id
      AND EXISTS (${theirs} AND c.source = o.source AND c.source_id = p.conversation)`.execute(db);
  await sql`
    DELETE FROM past_reviews r WHERE r.workspace_id = ${workspace}
      AND EXISTS (${theirs} AND c.source_id = r.conversation_ref)`.execute(db);
}

/** What has come and is not in the conversations yet. */
async function sortOutWaiting(db: Db, workspace: number): Promise<void> {
  const rows = await db
    .selectFrom('arrivals')
    .select(['id', 'source', 'content'])
    .where('workspace_id', '=', workspace)
    .where('content', 'is not', null)
    .execute();
  for (const { id, source, content } of rows) {
    // Only arrivals are written there, in pieces of conversations; the store knows no more of them than that.
    const waiting = content as { pieces: IncomingPiece[] };
    const kept = await sortOut(db, workspace, source, waiting.pieces);
    await db
      .updateTable('arrivals')
      .set({ content: JSON.stringify({ ...waiting, pieces: kept.filter((piece) => piece !== null) }) })
      .where('workspace_id', '=', workspace)
      .where('id', '=', id)
      .execute();
  }
}

/** Own messages in conversations of others: those stay, and are read anew without them. */
async function takeMessages(db: Db, workspace: number, gone: readonly number[]): Promise<number> {
  const { rows } = await sql<{ conversation: number }>`
    DELETE FROM messages WHERE workspace_id = ${workspace} AND author_id = ANY(${gone}::bigint[])
    RETURNING conversation_id AS conversation`.execute(db);
  const changed = [...new Set(rows.map(({ conversation }) => conversation))];
  await sql`
    UPDATE conversations c SET needs_scoring = true, message_count = n.messages, first_at = n.first_at, last_at = n.last_at
    FROM (SELECT o.id, count(m.message_id)::integer AS messages, min(m.at) AS first_at, max(m.at) AS last_at
      FROM conversations o LEFT JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = o.id
      WHERE o.workspace_id = ${workspace} AND o.id = ANY(${changed}::bigint[]) GROUP BY o.id) n
    WHERE c.workspace_id = ${workspace} AND c.id = n.id`.execute(db);
  // What was found in them quotes them; it is found anew in a moment.
  for (const table of ['assessments', 'promises', 'goodwill', 'signals', 'care_steps', 'reason_sentences'] as const) {
    await sql`
      DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND conversation_id = ANY(${changed}::bigint[])
      `.execute(db);
  }
  for (const table of ['conversation_words', 'judge_opinions', 'check_cards', 'pins', 'practice_kept'] as const) {
    await sql`
      DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND conversation_id = ANY(${changed}::bigint[])
      `.execute(db);
  }
  await sql`
    UPDATE conversations SET first_words = '', signals = '{}', open_promises = 0, goodwill_count = 0, agent_ids = '{}'
    WHERE workspace_id = ${workspace} AND id = ANY(${changed}::bigint[])`.execute(db);
  await recountAuthors(db, workspace, gone);
  return rows.length;
}

/** Something still speaks of them, such as a role that was corrected: then nothing in the directory does. */
async function hideAuthors(db: Db, workspace: number, gone: readonly number[]): Promise<void> {
  await sql`
    UPDATE authors SET author_key = 'erased-' || id, name = 'Erased person', kept_address = NULL, hints = '{}', why = ''
    WHERE workspace_id = ${workspace} AND id = ANY(${gone}::bigint[])`.execute(db);
}
