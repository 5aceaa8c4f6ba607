/** What became of each call of a helpdesk, and addresses that take a pause. Nothing of what a call held is in it. */
export const webhookCalls = {
  name: '0023-webhook-calls',
  sql: `
ALTER TABLE webhook_receivers ADD COLUMN state text NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'paused'));

CREATE TABLE webhook_calls (
  workspace_id integer NOT NULL,
  receiver_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  verdict text NOT NULL,              -- of the closed list in the contract
  bytes integer NOT NULL,             -- of its body
  PRIMARY KEY (workspace_id, receiver_id, id),
  FOREIGN KEY (workspace_id, receiver_id) REFERENCES webhook_receivers (workspace_id, id) ON DELETE CASCADE
);
ALTER TABLE webhook_calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_calls FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON webhook_calls
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
};
