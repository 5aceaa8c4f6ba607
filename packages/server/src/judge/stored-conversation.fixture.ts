/** For tests: a conversation as it comes from the store, from bare turns; authors are numbered as they appear. */
import type { Message } from '@rapport/contract';
import type { StoredConversation } from '../store/load-conversations.ts';

type Turn = readonly [role: Message['role'], author: string, text: string, visibility?: Message['visibility']];

export function storedOf(turns: readonly Turn[]): Pick<StoredConversation, 'conversation' | 'authorIds'> {
  const authors = [...new Set(turns.map(([, author]) => author))];
  return {
    conversation: {
      ...{ id: 'c', channel: 'email', subject: '', customer: null, assignee: null, status: null, tags: [] },
      ...{ resolved: null, csatRaw: null, csatMax: null, language: null, outcomes: {} },
      messages: turns.map(([role, author, text, visibility = 'public'], index) => ({
        ...{ id: `m${index}`, at: null, role, author, text, visibility },
      })),
    },
    authorIds: turns.map(([, author]) => authors.indexOf(author) + 1),
  };
}
