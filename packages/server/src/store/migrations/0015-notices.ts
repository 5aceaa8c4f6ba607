/** What members are told by mail. A notice holds what kind it is and ids: the words are made when it is sent. */
const tables = `
CREATE TABLE notice_preferences (
  workspace_id integer NOT NULL,
  user_id text NOT NULL,
  rhythm text NOT NULL CHECK (rhythm IN ('at-once', 'daily', 'never')),
  kinds text[] NOT NULL,
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);

CREATE TABLE notices (
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  user_id text NOT NULL,
  kind text NOT NULL,
  object text NOT NULL,               -- id of what it is about
  created_at timestamptz NOT NULL DEFAULT now(),
  taken_at timestamptz,               -- when a worker last began to send it
  sent_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE INDEX notices_waiting ON notices (workspace_id, user_id, id) WHERE sent_at IS NULL;
`;

const security = ['notice_preferences', 'notices']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const notices = { name: '0015-notices', sql: tables + security };
