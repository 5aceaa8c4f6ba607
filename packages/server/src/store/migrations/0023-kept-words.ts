/** What was masked and is kept: sealed with a key outside this database, apart from the message, and gone with it. */
const tables = `
CREATE TABLE masking_settings (
  workspace_id integer PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  keeps_masked boolean NOT NULL,      -- without a row: no
  changed_by text NOT NULL,           -- a user's id, or 'local'
  changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE kept_words (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  message_id text NOT NULL,
  start_at integer NOT NULL CHECK (start_at >= 0), -- of its bracket in the stored text, in UTF-16 units
  kind text NOT NULL CHECK (kind IN ('email', 'phone', 'iban')),
  sealed text NOT NULL,               -- AES-256-GCM, with a key of the workspace's own
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, conversation_id, message_id, start_at),
  FOREIGN KEY (workspace_id, conversation_id, message_id)
    REFERENCES messages (workspace_id, conversation_id, message_id) ON DELETE CASCADE
);

-- Whatever changes a text (a correction, an erasure, the end of retention) takes with it what was kept of the old one.
CREATE FUNCTION forget_kept_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM kept_words WHERE workspace_id = NEW.workspace_id AND conversation_id = NEW.conversation_id
    AND message_id = NEW.message_id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_kept_words AFTER UPDATE OF text ON messages
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION forget_kept_words();
`;

const security = ['masking_settings', 'kept_words']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const keptWords = { name: '0023-kept-words', sql: tables + security };
