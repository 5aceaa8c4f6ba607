/** Stored conversations as the contract's nouns: what the scorer reads, what exports and checks are made from. */
import { type Conversation, conversation, type Message, type MessageSign } from '@rapport/contract';
import { orderMessages } from '@rapport/intake';
import { type Selectable, sql } from 'kysely';
import type { Db } from './open-store.ts';
import type { Conversations } from './tables.ts';

export interface StoredConversation {
  id: number;
  row: Selectable<Conversations>;
  /** With the roles that count now, and in the order of a reader. */
  conversation: Conversation;
  /** Author id of each message, in the same order. */
  authorIds: number[];
}

/** In the order of `ids`; one that is not there is left out. */
export async function loadConversations(
  db: Db,
  workspace: number,
  ids: readonly number[],
): Promise<StoredConversation[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where(sql<boolean>`id = ANY(${ids}::bigint[])`)
    .execute();
  const messages = await loadMessages(db, workspace, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toConversation(row, messages.get(id) ?? [])];
  });
}

interface LoadedMessage {
  message: Message;
  at: string | null;
  order: number;
  authorId: number;
}

async function loadMessages(db: Db, workspace: number, ids: readonly number[]): Promise<Map<number, LoadedMessage[]>> {
  const { rows } = await sql<MessageRow>`
    SELECT m.conversation_id, m.message_id, m.position, m.at, m.visibility, m.text, m.signs, m.author_id,
      a.role, a.role_guessed, a.name, a.is_team,
      -- Of somebody from another source the key could be that of somebody else here.
      CASE WHEN w.source <> a.source THEN 'author ' || a.id ELSE a.author_key END AS author_key
    FROM messages m JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id
    LEFT JOIN authors w ON w.workspace_id = ${workspace} AND w.id = m.written_as
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = ANY(${ids}::bigint[])
  `.execute(db);
  const messages = new Map<number, LoadedMessage[]>();
  for (const row of rows) {
    const at = row.at?.toISOString() ?? null;
    const message: Message = {
      id: row.message_id,
      at,
      role: row.role,
      author: row.name,
      text: row.text,
      visibility: row.visibility,
      ...(row.role_guessed ? { roleGuessed: true } : {}),
      ...(row.author_key === row.name ? {} : { authorId: row.author_key }),
      ...(row.is_team ? { authorIsTeam: true } : {}),
      ...(row.signs === null ? {} : { signs: row.signs }),
    };
    const loaded = { message, at, order: row.position, authorId: row.author_id };
    const its = messages.get(row.conversation_id);
    if (its === undefined) messages.set(row.conversation_id, [loaded]);
    else its.push(loaded);
  }
  return messages;
}

interface MessageRow {
  conversation_id: number;
  message_id: string;
  position: number;
  at: Date | null;
  visibility: Message['visibility'];
  text: string;
  author_id: number;
  role: Message['role'];
  role_guessed: boolean;
  name: string;
  author_key: string;
  is_team: boolean;
  signs: MessageSign[] | null;
}

function toConversation(row: Selectable<Conversations>, messages: readonly LoadedMessage[]): StoredConversation {
  const ordered = orderMessages(messages);
  return {
    id: row.id,
    row,
    authorIds: ordered.map(({ authorId }) => authorId),
    conversation: {
      ...headSchema.parse({
        id: row.source_id,
        channel: row.channel,
        subject: row.subject,
        customer: row.customer_key,
        assignee: row.assignee,
        status: row.status,
        tags: row.tags,
        resolved: row.resolved,
        csatRaw: row.csat_raw,
        csatMax: row.csat_max_said,
        language: row.language,
        outcomes: row.outcomes,
        ...(row.channel_raw === null ? {} : { channelRaw: row.channel_raw }),
        ...(row.csat_comment === null ? {} : { csatComment: row.csat_comment }),
        ...(row.csat_agent_key === null ? {} : { csatAgentId: row.csat_agent_key }),
        ...(row.follow_up_of === null ? {} : { followUpOf: row.follow_up_of }),
      }),
      messages: ordered.map(({ message }) => message),
    },
  };
}

// Roles, visibility and signs are held to their lists by the table; parsing every message again would cost more than reading it.
const headSchema = conversation.omit({ messages: true });
