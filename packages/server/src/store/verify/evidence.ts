import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { type Check, type CheckResult, inChunks } from './check.ts';

/**
 * Every quote stands where it is said to stand. Looked at in JavaScript, because places count UTF-16 units, which
 * PostgreSQL does not know; in chunks of conversations, so that a million messages need little memory.
 */
export const evidenceChecks: readonly Check[] = [
  {
    name: 'quotes-match',
    promise: 'each quote is an exact part of the message it names, and a response is the agent’s own public words',
    find: (db, workspace) => inChunks((after, result) => checkChunk(db, workspace, after, result)),
  },
];

const conversationsAtOnce = 1000;

interface Quote {
  conversation: number;
  message: string;
  start: number;
  end: number;
  quote: string;
  /** Whose words it must be; null: anybody's. */
  author: number | null;
}

async function checkChunk(db: Db, workspace: number, after: number, result: CheckResult): Promise<number | null> {
  const { rows: ids } = await sql<{ id: number }>`
    SELECT id FROM conversations WHERE workspace_id = ${workspace} AND id > ${after} AND NOT needs_scoring
    ORDER BY id LIMIT ${conversationsAtOnce}`.execute(db);
  const last = ids.at(-1)?.id;
  if (last === undefined) return null;
  const range = sql`workspace_id = ${workspace} AND conversation_id = ANY(${ids.map(({ id }) => id)}::bigint[])`;
  // As arrays of one type each: a million small objects cost more than everything that is done with them.
  const { rows: quotes } = await sql<Quote>`
    SELECT conversation_id AS conversation, trigger_message_id AS message, trigger_start AS start, trigger_end AS "end",
      trigger_quote AS quote, NULL::bigint AS author FROM moments WHERE ${range} AND trigger_message_id IS NOT NULL
    UNION ALL
    SELECT conversation_id, response_message_id, response_start, response_end, response_quote, author_id
    FROM moments WHERE ${range} AND response_message_id IS NOT NULL
    UNION ALL
    SELECT conversation_id, said_message_id, said_start, said_end, said_quote, author_id FROM promises WHERE ${range}
    UNION ALL
    SELECT conversation_id, sign_message_id, sign_start, sign_end, sign_quote, NULL FROM promises
    WHERE ${range} AND sign_message_id IS NOT NULL
    UNION ALL
    SELECT conversation_id, said_message_id, said_start, said_end, said_quote, author_id FROM goodwill WHERE ${range}
    UNION ALL
    SELECT conversation_id, said_message_id, said_start, said_end, said_quote, NULL FROM signals WHERE ${range}
    UNION ALL
    SELECT conversation_id, said_message_id, said_start, said_end, said_quote, NULL
    FROM reason_sentences WHERE ${range}`.execute(db);
  const { rows: messages } = await sql<{
    conversation: number;
    id: string;
    author: number;
    public: boolean;
    text: string;
  }>`
    SELECT conversation_id AS conversation, message_id AS id, author_id AS author, (visibility = 'public'
      -- What a contact was, its author says beside it and not to the customer.
      OR EXISTS (SELECT FROM contacts k WHERE k.workspace_id = ${workspace} AND k.conversation_id = messages.conversation_id)) AS public, text
    FROM messages WHERE ${range}`.execute(db);
  const byPlace = new Map(messages.map((one) => [`${one.conversation} ${one.id}`, one]));
  for (const { conversation, message, start, end, quote, author } of quotes) {
    const found = byPlace.get(`${conversation} ${message}`);
    const isExact = found?.text.slice(start, end) === quote;
    const isOwn = author === null || (found?.author === author && found.public);
    if (!isExact || !isOwn) {
      const why = found === undefined ? 'names no message' : isExact ? 'is not the agent’s own public text' : 'differs';
      result.violations.push(`a quote of conversation ${conversation} ${why}`);
    }
  }
  result.checked += quotes.length;
  return last;
}
