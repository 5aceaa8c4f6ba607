/**
 * Whose mailbox it is, and which conversations are no service. An address is not stored: of it stay the made name of its
 * domain, so that the team's own can be known again, and a word such as "billing" where it names nobody.
 */
const columns = `
CREATE TABLE own_domains (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  domain text NOT NULL CHECK (domain <> '' AND domain = lower(domain)),
  agent_messages integer NOT NULL DEFAULT 0, -- how often an agent wrote from it
  is_own boolean,                            -- as a person said; null: nobody has said
  PRIMARY KEY (workspace_id, domain)
);
ALTER TABLE own_domains ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_domains FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON own_domains
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));

ALTER TABLE authors ADD COLUMN kept_address text; -- such as 'billing@masked-0a1b2c3d4e5f'

ALTER TABLE conversations
  ADD COLUMN not_service text CHECK (not_service IN ('newsletter', 'bounce', 'alert', 'auto-mail', 'invoice', 'supplier',
    'staff', 'spam')),               -- null: service, or nobody has looked yet
  ADD COLUMN not_service_why text,
  ADD COLUMN service_said boolean NOT NULL DEFAULT false; -- a person said it, so no machine says otherwise
CREATE INDEX conversations_not_service ON conversations (workspace_id, not_service) WHERE not_service IS NOT NULL;
`;

export const service = { name: '0008-service', sql: columns };
