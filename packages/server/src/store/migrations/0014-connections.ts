/**
 * Live connections: where to ask, how far reading has come, what could not be read. The key to the other side is sealed
 * with a key that is not in this database, for the host it may be sent to.
 */
const tables = `
CREATE TABLE connections (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind <> ''),
  name text NOT NULL CHECK (name <> ''),
  source text NOT NULL CHECK (source <> ''), -- the origin of its conversations
  address text NOT NULL,              -- base address of the other side
  settings jsonb NOT NULL DEFAULT '{}', -- what the form asked for beside the secrets
  sealed_secret text,                 -- null: none was needed, or it has to be entered again
  state text NOT NULL CHECK (state IN ('running', 'paused', 'failing')),
  reason jsonb,                       -- why it fails or waits: code, what, way out
  history_from timestamptz,           -- conversations changed before are left alone; null: all are read
  cursor jsonb,                       -- how far reading has come; saved with what it stands for
  piece integer NOT NULL DEFAULT 0,   -- counts saved steps, so that of two that take the same one only one is kept
  failures integer NOT NULL DEFAULT 0, -- in a row
  gone integer NOT NULL DEFAULT 0,    -- conversations the source has deleted or merged
  last_read_at timestamptz,           -- when it last had everything
  next_at timestamptz,                -- when the other side is asked again; null: not by itself
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, source)
);

-- What of a conversation could not be read, as of its last reading: nothing is counted twice however often it is read.
CREATE TABLE connection_problems (
  workspace_id integer NOT NULL,
  connection_id bigint NOT NULL,
  conversation text NOT NULL,         -- its id in the source
  number integer NOT NULL,
  code text NOT NULL,
  severity text NOT NULL,
  file text NOT NULL,                 -- what was asked for, in the words of the source
  column_name text,
  reason text NOT NULL,
  way_out text NOT NULL,
  units integer NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, connection_id, conversation, number),
  FOREIGN KEY (workspace_id, connection_id) REFERENCES connections (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX connection_problems_by_code ON connection_problems (workspace_id, connection_id, code);
`;

const security = ['connections', 'connection_problems']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const connections = { name: '0014-connections', sql: tables + security };
