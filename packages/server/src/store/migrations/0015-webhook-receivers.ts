/** Addresses to which helpdesks send their news. The signing secret is sealed with a key outside this database. */
export const webhookReceivers = {
  name: '0015-webhook-receivers',
  sql: `
CREATE TABLE webhook_receivers (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  source text NOT NULL,               -- the origin of its conversations
  address_key text NOT NULL,          -- the part of its address nobody can guess
  sealed_secret text NOT NULL,
  received integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  last_received_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, address_key)
);
ALTER TABLE webhook_receivers ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_receivers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON webhook_receivers
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
};
