/** Mailboxes that are read over IMAP, and how far each of their folders has been read. */
const tables = `
CREATE TABLE mailboxes (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (name <> ''),
  source text NOT NULL CHECK (source <> ''), -- the origin of its conversations
  host text NOT NULL,
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  tls text NOT NULL CHECK (tls IN ('tls', 'starttls', 'none')),
  user_name text NOT NULL,
  sign_in text NOT NULL CHECK (sign_in IN ('password', 'oauth')),
  sealed_secret text NOT NULL,        -- for this host and user alone
  own_addresses text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'paused', 'failing')),
  reason jsonb,                       -- why it fails: code, what, way out
  failures integer NOT NULL DEFAULT 0, -- in a row
  last_read_at timestamptz,           -- when it last had everything
  next_at timestamptz NOT NULL DEFAULT now(), -- when it is looked into again
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, source)
);

CREATE TABLE mailbox_folders (
  workspace_id integer NOT NULL,
  mailbox_id bigint NOT NULL,
  path text NOT NULL,
  role text NOT NULL CHECK (role IN ('inbox', 'sent')),
  uid_validity text NOT NULL,         -- another one means that all numbers below are void
  last_uid bigint NOT NULL DEFAULT 0, -- read up to here; saved with what was read
  mails integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, mailbox_id, path),
  FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes (workspace_id, id) ON DELETE CASCADE
);
`;

const security = ['mailboxes', 'mailbox_folders']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const mailboxes = { name: '0015-mailboxes', sql: tables + security };
