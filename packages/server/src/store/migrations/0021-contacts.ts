/**
 * Contacts in person and by phone stand as conversations with internal messages, so that lists, search, retention and
 * erasure treat them like all others. What only they have is who wrote them down.
 */
const contacts = `
CREATE TABLE contacts (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  conversation_id bigint NOT NULL,
  logged_by text NOT NULL CHECK (logged_by <> ''), -- a user's id, or 'local': who may change it
  logged_at timestamptz NOT NULL,
  changed_at timestamptz,
  PRIMARY KEY (workspace_id, conversation_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX contacts_of_person ON contacts (workspace_id, logged_by, conversation_id DESC);
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON contacts
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`;

export const contactsStep = { name: '0021-contacts', sql: contacts };
