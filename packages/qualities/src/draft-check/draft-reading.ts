/** Puts a draft in the place of the next reply, so that the ordinary rules can read it. */
import type { Conversation, Message, Moment } from '@rapport/contract';
import { readConversation } from '../read-conversation.ts';
import type { Reading } from '../reading.ts';

export interface DraftTurn {
  role: 'customer' | 'agent';
  text: string;
}

export const draftAuthor = 'draft-author';
export const draftId = 'draft';
export const newestId = 'newest';

export const draftReading = (customerText: string, draft: string, earlier: readonly DraftTurn[]): Reading => {
  const before = earlier.map(({ role, text }, index) => message(`earlier-${index + 1}`, role, text));
  const newest = customerText.trim() ? [message(newestId, 'customer', customerText)] : [];
  const reply = draft.trim() ? [message(draftId, 'agent', draft)] : [];
  return readConversation({ ...conversation, messages: [...before, ...newest, ...reply] }, {});
};

/** Does the draft decide it? What earlier replies did is past. */
export const isAboutDraft = ({ trigger, response }: Moment): boolean =>
  response ? response.messageId === draftId : trigger?.messageId === newestId;

const message = (id: string, role: DraftTurn['role'], text: string): Message => ({
  id,
  at: null,
  role,
  author: role === 'agent' ? draftAuthor : 'customer',
  text,
  visibility: 'public',
});

const conversation: Conversation = {
  id: 'draft',
  channel: 'other',
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
  messages: [],
};
