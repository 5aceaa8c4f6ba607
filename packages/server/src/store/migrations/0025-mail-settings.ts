/** The mail server an administrator has named on a page. What the environment names wins and is not stored. */
const table = `
CREATE TABLE mail_settings (
  workspace_id integer PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  host text NOT NULL CHECK (host <> ''),
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  tls text NOT NULL CHECK (tls IN ('tls', 'starttls', 'none')),
  user_name text NOT NULL,            -- empty: the server asks for no sign-in
  sealed_password text,               -- for this host and user alone
  from_address text NOT NULL CHECK (from_address <> ''),
  changed_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE mail_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON mail_settings
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`;

export const mailSettings = { name: '0025-mail-settings', sql: table };
