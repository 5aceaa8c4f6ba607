/**
 * Stores one batch of what reading yields, with a handful of set-based statements, all in the caller's transaction.
 *
 * A message is the same when source, conversation and message id are the same. Where the source has no message ids, the
 * place within the conversation is the id, so the same file read again meets its own messages. Equal messages are
 * duplicates and are not written; what a file says about the conversation itself gathers in `import_conversations.head`
 * and is applied by `settleConversations`.
 */
import type { ConversationHead, Fragment, IntakeMessage } from '@rapport/intake';
import { mergeHeads } from '@rapport/intake';
import { sql } from 'kysely';
import { type AuthorCache, type AuthorSaid, authorCacheKey, ensureAuthors } from './ensure-authors.ts';
import { keepUnerased } from './erasure/keep-unerased.ts';
import { saveKept, type WordToKeep } from './kept-words.ts';
import { holdNames } from './merge-authors.ts';
import type { Db } from './open-store.ts';

export interface BatchPlace {
  importId: number;
  source: string;
  /** Ids known from batches that are already committed; new ones are returned, not added, because a batch may fail. */
  authors: AuthorCache;
}

export interface BatchResult {
  /** Messages of erased people, which are not stored. */
  leftOut: number;
  accepted: number;
  /** Of the accepted: those that changed a stored message. */
  updated: number;
  duplicate: number;
  /** Conversations this import had not shown before. */
  conversations: number;
  newAuthors: AuthorCache;
}

/** All pieces of one conversation within the batch. */
interface Gathered {
  head: ConversationHead;
  messages: { message: IntakeMessage; hasId: boolean }[];
}

export async function saveFragments(
  db: Db,
  workspace: number,
  place: BatchPlace,
  fragments: readonly Fragment[],
): Promise<BatchResult> {
  const given = await keepUnerased(db, workspace, place.source, fragments);
  const kept = given.filter((one) => one !== null);
  const leftOut = countMessages(fragments) - countMessages(kept);
  const gathered = gather(kept);
  // A batch may hold nothing but problems.
  if (gathered.size === 0) {
    return { leftOut, accepted: 0, updated: 0, duplicate: 0, conversations: 0, newAuthors: new Map() };
  }
  await holdNames(db, workspace, 'shared');
  const newAuthors = await ensureAuthors(db, workspace, place.source, findNewAuthors(gathered, place.authors));
  const ids = await ensureConversations(db, workspace, place, [...gathered.keys()]);
  const shown = await showConversations(db, workspace, place.importId, gathered, ids);

  const rows = new Map<string, MessageRow>();
  const words = new Map<string, WordToKeep[]>();
  let units = 0;
  for (const [sourceId, { messages }] of gathered) {
    const conversation = ids.get(sourceId) ?? 0;
    const { before } = shown.get(conversation) ?? { before: 0 };
    units += messages.length;
    for (const [index, { message, hasId }] of messages.entries()) {
      const key = authorCacheKey(authorOf(message));
      const row = toRow({ message, hasId, conversation, position: before + index });
      row.author_id = newAuthors.get(key) ?? place.authors.get(key) ?? 0;
      // One id twice in a batch: the later one counts, as it would over two batches.
      const at = `${conversation} ${row.message_id}`;
      rows.set(at, row);
      words.set(at, wordsToKeep(row, message));
    }
  }
  const changed = await putMessages(db, workspace, [...rows.values()]);
  await saveKept(db, workspace, [...words.values()].flat());
  await markChanged(db, workspace, place.importId, [...changed.keys()]);
  const inserted = sum(changed.values(), ({ inserted }) => inserted);
  const updated = sum(changed.values(), ({ updated }) => updated);
  return {
    leftOut,
    accepted: inserted + updated,
    updated,
    duplicate: units - inserted - updated,
    conversations: [...shown.values()].filter(({ isNew }) => isNew).length,
    newAuthors,
  };
}

const countMessages = (fragments: readonly Fragment[]): number => sum(fragments, ({ messages }) => messages.length);

function gather(fragments: readonly Fragment[]): Map<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  for (const { conversation, messages, hasMessageIds } of fragments) {
    const one = gathered.get(conversation.id);
    const pieces = messages.map((message) => ({ message, hasId: hasMessageIds }));
    if (one === undefined) gathered.set(conversation.id, { head: conversation, messages: pieces });
    else {
      one.head = mergeHeads(one.head, conversation);
      one.messages.push(...pieces);
    }
  }
  return gathered;
}

const authorOf = (message: IntakeMessage): AuthorSaid => ({
  key: message.authorId ?? message.author,
  role: message.role,
  name: message.author,
  roleGuessed: message.roleGuessed ?? false,
  isTeam: message.authorIsTeam ?? false,
  keptAddress: message.authorEmail ?? null,
});

function findNewAuthors(gathered: ReadonlyMap<string, Gathered>, known: AuthorCache): AuthorSaid[] {
  const found = new Map<string, AuthorSaid>();
  for (const { messages } of gathered.values()) {
    for (const { message } of messages) {
      const author = authorOf(message);
      const key = authorCacheKey(author);
      if (!known.has(key)) found.set(key, author);
    }
  }
  return [...found.values()];
}

async function ensureConversations(
  db: Db,
  workspace: number,
  { importId, source }: BatchPlace,
  sourceIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; source_id: string }>`
    WITH given AS (SELECT value AS source_id FROM json_array_elements_text(${JSON.stringify([...sourceIds].sort())}::json)),
    put AS (
      INSERT INTO conversations (workspace_id, source, source_id, channel, import_id)
      SELECT ${workspace}, ${source}, source_id, 'other', ${importId} FROM given
      ON CONFLICT (workspace_id, source, source_id) DO NOTHING
      RETURNING id, source_id
    )
    SELECT id, source_id FROM put
    UNION
    SELECT c.id, c.source_id FROM given
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.source = ${source} AND c.source_id = given.source_id
  `.execute(db);
  return new Map(rows.map(({ id, source_id }) => [source_id, id]));
}

/** Counts the messages this import has now shown of each conversation; `before` is how many it had shown earlier. */
async function showConversations(
  db: Db,
  workspace: number,
  importId: number,
  gathered: ReadonlyMap<string, Gathered>,
  ids: ReadonlyMap<string, number>,
): Promise<Map<number, { before: number; isNew: boolean }>> {
  const earlier = await db
    .selectFrom('import_conversations')
    .select(['conversation_id', 'head'])
    .where('workspace_id', '=', workspace)
    .where('import_id', '=', importId)
    .where('conversation_id', 'in', [...ids.values()])
    .execute();
  // Only saveFragments writes heads, from ConversationHead: the cast is the way back.
  const headOf = new Map(
    earlier.map(({ conversation_id, head }) => [conversation_id, head as ConversationHead | null]),
  );
  const given = [...gathered].map(([sourceId, { head, messages }]) => {
    const id = ids.get(sourceId) ?? 0;
    const before = headOf.get(id);
    const made = messages.filter(({ hasId }) => !hasId).length;
    return { id, head: before ? mergeHeads(before, head) : head, seen: messages.length, made };
  });
  const { rows } = await sql<{ conversation_id: number; messages_seen: number; fresh: boolean }>`
    INSERT INTO import_conversations AS i
      (workspace_id, import_id, conversation_id, messages_seen, made_ids, head, changed)
    SELECT ${workspace}, ${importId}, id, seen, made, head, false
    FROM json_to_recordset(${JSON.stringify(given)}::json) AS x(id bigint, seen integer, made integer, head jsonb)
    ON CONFLICT (workspace_id, import_id, conversation_id) DO UPDATE SET
      messages_seen = i.messages_seen + excluded.messages_seen,
      made_ids = i.made_ids + excluded.made_ids,
      head = excluded.head
    RETURNING conversation_id, messages_seen, (xmax = 0) AS fresh
  `.execute(db);
  const seenNow = new Map(given.map(({ id, seen }) => [id, seen]));
  return new Map(
    rows.map((row) => [
      row.conversation_id,
      { before: row.messages_seen - (seenNow.get(row.conversation_id) ?? 0), isNew: row.fresh },
    ]),
  );
}

interface MessageRow {
  conversation_id: number;
  message_id: string;
  position: number;
  id_is_made: boolean;
  at: string | null;
  role: string;
  author_id: number;
  visibility: string;
  text: string;
  signs: readonly string[] | null;
}

const toRow = (one: {
  message: IntakeMessage;
  hasId: boolean;
  conversation: number;
  position: number;
}): MessageRow => ({
  conversation_id: one.conversation,
  message_id: one.hasId ? one.message.id : `#${one.position + 1}`,
  position: one.position,
  id_is_made: !one.hasId,
  at: one.message.at,
  role: one.message.role,
  author_id: 0,
  visibility: one.message.visibility,
  text: one.message.text,
  signs: one.message.signs ?? null,
});

const wordsToKeep = ({ conversation_id, message_id, text }: MessageRow, { kept = [] }: IntakeMessage): WordToKeep[] =>
  kept.map(({ kind, start, sealed }) => ({ conversation_id, message_id, start_at: start, kind, sealed, text }));

/** Writes what is new or different. The place counts as a difference only where no time tells the order. */
async function putMessages(
  db: Db,
  workspace: number,
  rows: readonly MessageRow[],
): Promise<Map<number, { inserted: number; updated: number }>> {
  const { rows: changed } = await sql<{ conversation_id: number; inserted: number; updated: number }>`
    WITH put AS (
      INSERT INTO messages AS m
        (workspace_id, conversation_id, message_id, position, id_is_made, at, role, author_id, written_as, visibility, text, signs)
      -- A name that is merged into somebody is theirs from the first message on.
      SELECT ${workspace}, conversation_id, message_id, position, id_is_made, at, x.role, coalesce(a.merged_into, a.id),
        CASE WHEN a.merged_into IS NOT NULL THEN a.id END, visibility, text, signs
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(conversation_id bigint, message_id text,
        position integer, id_is_made boolean, at timestamptz, role text, author_id bigint, visibility text, text text, signs text[])
      JOIN authors a ON a.workspace_id = ${workspace} AND a.id = x.author_id
      ON CONFLICT (workspace_id, conversation_id, message_id) DO UPDATE SET
        position = excluded.position, at = excluded.at, role = excluded.role, author_id = excluded.author_id,
        written_as = excluded.written_as, visibility = excluded.visibility, text = excluded.text, signs = excluded.signs
      WHERE (m.at, m.author_id, m.visibility, m.text, m.signs)
          IS DISTINCT FROM (excluded.at, excluded.author_id, excluded.visibility, excluded.text, excluded.signs)
        OR (excluded.at IS NULL AND m.position <> excluded.position)
      RETURNING conversation_id, (xmax = 0) AS fresh
    )
    SELECT conversation_id, (count(*) FILTER (WHERE fresh))::integer AS inserted,
      (count(*) FILTER (WHERE NOT fresh))::integer AS updated
    FROM put GROUP BY conversation_id
  `.execute(db);
  return new Map(changed.map(({ conversation_id, ...counts }) => [conversation_id, counts]));
}

async function markChanged(
  db: Db,
  workspace: number,
  importId: number,
  conversations: readonly number[],
): Promise<void> {
  if (conversations.length === 0) return;
  await sql`
    UPDATE import_conversations SET changed = true
    WHERE workspace_id = ${workspace} AND import_id = ${importId} AND conversation_id = ANY(${conversations}) AND NOT changed
  `.execute(db);
}

const sum = <T>(values: Iterable<T>, of: (value: T) => number): number => {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
};
