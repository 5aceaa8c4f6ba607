/** Words somebody quotes, checked against the message they are said to be from: nothing inexact is ever stored. */
import { type Evidence, RapportError } from '@rapport/contract';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';

export interface QuotedWords {
  conversation: number;
  /** Everybody who answered in it. */
  agents: number[];
}

/**
 * @returns the conversation, for the caller to check whether the person may read it
 * @throws RapportError `not-found` when there is no such conversation, `bad-request` when the words are not there
 */
export async function findQuoted(
  db: Db,
  workspace: number,
  { conversationId, said, mayRead }: { conversationId: string; said: Evidence; mayRead: (agents: number[]) => boolean },
): Promise<QuotedWords> {
  const conversation = numberOf(conversationId);
  const found = await db
    .selectFrom('conversations')
    .select(['id', 'agent_ids'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', conversation)
    .executeTakeFirst();
  if (found === undefined || !mayRead(found.agent_ids)) throw noSuchConversation();
  const message = await db
    .selectFrom('messages')
    .select('text')
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', conversation)
    .where('message_id', '=', said.messageId)
    .where('visibility', '=', 'public')
    .executeTakeFirst();
  if (said.quote === '' || message?.text.slice(said.start, said.end) !== said.quote) {
    throw new RapportError('bad-request', {
      what: 'These words do not stand in the message.',
      why: 'A quote is kept only in the exact words of the conversation.',
      wayOut: 'Select them again in the conversation.',
    });
  }
  return { conversation: found.id, agents: found.agent_ids };
}

export function noSuchConversation(): RapportError {
  return new RapportError('not-found', {
    what: 'There is no such conversation.',
    wayOut: 'It may have been removed; the list shows what is here.',
  });
}
