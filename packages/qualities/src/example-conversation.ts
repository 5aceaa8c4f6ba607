/** Turns an example of a quality into a conversation, for tests, the docs and the help beside a score. */
import type { Conversation } from '@rapport/contract';
import type { QualityExample } from './quality-definition.ts';

export const conversationOfExample = (
  turns: QualityExample['turns'],
  channel: Conversation['channel'] = 'chat',
): Conversation => ({
  id: 'example',
  channel,
  subject: '',
  customer: null,
  assignee: null,
  status: null,
  tags: [],
  resolved: null,
  csatRaw: null,
  csatMax: null,
  language: null,
  outcomes: {},
  messages: turns.map(({ role, author, at, text }, index) => ({
    id: String(index + 1),
    at: at ?? null,
    role,
    author: author ?? role,
    text,
    visibility: 'public',
  })),
});
