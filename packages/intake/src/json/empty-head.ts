import type { ConversationHead } from '../record.ts';

/** A conversation of which nothing is known but its id. */
export const emptyHead = (id: string): ConversationHead => ({
  id,
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
});
