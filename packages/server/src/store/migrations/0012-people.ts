/**
 * Thanks that people give each other, quoting what was said, and what the fair comparison of agents found.
 *
 * Thanks keep their own copy of the words: a later import may change the message, and what somebody was thanked for stays
 * theirs. The fingerprint of the message tells `verify` whether the quote must still stand in it.
 */
const tables = `
CREATE TABLE kudos (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,          -- who is thanked
  message_id text NOT NULL,           -- whose words are quoted: the customer's or the agent's own
  message_hash text NOT NULL,          -- MD5 of the message's text when it was quoted
  quote_start integer NOT NULL CHECK (quote_start >= 0), -- UTF-16 units into that text
  quote text NOT NULL CHECK (quote <> ''),
  note text NOT NULL DEFAULT '',
  given_by text NOT NULL,             -- a user's id, or 'local'
  given_by_name text NOT NULL,        -- as it was then
  given_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, conversation_id, author_id, given_by, message_id, quote_start),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id, message_id)
    REFERENCES messages (workspace_id, conversation_id, message_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id)
);
CREATE INDEX kudos_of_author ON kudos (workspace_id, author_id, given_at DESC);

-- One row per quality in which enough people have enough random reviews; found together with the drivers.
CREATE TABLE agent_comparisons (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  quality text NOT NULL,
  answer jsonb NOT NULL,              -- standing of each author, never an order
  scorer_version text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, quality)
);
CREATE INDEX signals_thanked ON signals (workspace_id, at DESC) WHERE kind = 'thanked';
`;

const security = ['kudos', 'agent_comparisons']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const people = { name: '0012-people', sql: tables + security };
