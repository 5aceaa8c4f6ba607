/**
 * What sources say beside the words: the signs of a mail, mailboxes behind which many write, the remark beside a rating
 * and whom it is about, and which conversation a follow-up takes up again.
 */
const columns = `
ALTER TABLE messages ADD COLUMN signs text[]  -- null: none, as for most messages
  CHECK (signs <@ ARRAY['list', 'bulk', 'auto-reply', 'auto-generated', 'bounce', 'spam', 'forward']);

-- Nobody in particular: counted for the team, never shown as a person.
ALTER TABLE authors ADD COLUMN is_team boolean NOT NULL DEFAULT false;

ALTER TABLE conversations
  ADD COLUMN csat_comment text,   -- masked as every text is
  ADD COLUMN csat_agent_key text, -- author_key of the agent the rating is about, where the source says so
  ADD COLUMN follow_up_of text;   -- source_id of the earlier conversation of the same source
`;

export const messageSigns = { name: '0007-message-signs', sql: columns };
