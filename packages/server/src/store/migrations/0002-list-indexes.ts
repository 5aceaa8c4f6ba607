/**
 * The flags of the list of conversations, each in the order of the list. They are rare, so that without these the list
 * walks far for its first page; and because they are rare, these cost an import next to nothing.
 */
const inListOrder = 'conversations (workspace_id, last_at DESC NULLS LAST, id DESC)';

export const listIndexes = {
  name: '0002-list-indexes',
  sql: `
CREATE INDEX conversations_exceptional ON ${inListOrder} WHERE exceptional;
CREATE INDEX conversations_with_promise ON ${inListOrder} WHERE open_promises > 0;
CREATE INDEX conversations_with_goodwill ON ${inListOrder} WHERE goodwill_count > 0;
CREATE INDEX conversations_not_scored ON ${inListOrder} WHERE not_scored IS NOT NULL;
CREATE INDEX conversations_wrote_again ON ${inListOrder} WHERE wrote_again;
CREATE INDEX conversations_unsure ON ${inListOrder} WHERE need_confidence < 0.6;
CREATE INDEX care_steps_out_of_order ON care_steps (workspace_id, conversation_id) WHERE out_of_order;
`,
};
