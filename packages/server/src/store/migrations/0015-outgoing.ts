/** News that Rapport sends to other systems, and to its own members. */
const tables = `
CREATE TABLE hooks (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  url text NOT NULL,
  events text[] NOT NULL,
  sealed_secret text NOT NULL,        -- for this address alone
  state text NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off')),
  reason text,                        -- why it was switched off
  failures integer NOT NULL DEFAULT 0, -- in a row
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE hook_deliveries (
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  hook_id bigint NOT NULL,
  event text NOT NULL,
  body jsonb NOT NULL,                -- ids and numbers only
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  tries integer NOT NULL DEFAULT 0,
  status integer,                     -- of the last answer
  trouble text,
  next_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, hook_id) REFERENCES hooks (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX hook_deliveries_waiting ON hook_deliveries (workspace_id, next_at) WHERE state = 'waiting';
CREATE INDEX hook_deliveries_of_hook ON hook_deliveries (workspace_id, hook_id, id DESC);
`;

const security = ['hooks', 'hook_deliveries']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const outgoing = { name: '0015-outgoing', sql: tables + security };
