/** Imports: their plan, how far reading got, their counts, what was refused. */
export const importTables = `
CREATE TABLE imports (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  file_name text NOT NULL,
  file_bytes bigint NOT NULL DEFAULT 0,
  source text NOT NULL DEFAULT '',    -- '' until the first look names it by format
  state text NOT NULL CHECK (state IN ('receiving', 'looking', 'needs-mapping', 'reading', 'who-is-who', 'scoring',
    'finding', 'done', 'paused', 'cancelled', 'failed')),
  paused_from text,                   -- the state to go back to on resume
  auto_confirm boolean NOT NULL DEFAULT false, -- do not wait for a person to say who is who
  is_sample boolean NOT NULL DEFAULT false,
  plan jsonb,
  said jsonb,                         -- what a person said in the mapping step
  checkpoint jsonb,                   -- how far reading got; saved with the rows it stands for
  spool_id text NOT NULL,             -- the data folder that holds the file; only its workers read it
  spool_key bytea,                    -- key of the spooled file; gone with the file when the import ends
  spool_bytes bigint,                 -- length of the unpacked file
  bytes_read bigint NOT NULL DEFAULT 0,
  units integer NOT NULL DEFAULT 0,
  accepted integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0, -- of the accepted: those that changed something already stored
  duplicate integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  conversations integer NOT NULL DEFAULT 0,
  to_score integer NOT NULL DEFAULT 0,
  scored integer NOT NULL DEFAULT 0,
  masked jsonb NOT NULL DEFAULT '{"card": 0, "iban": 0, "key": 0, "email": 0, "phone": 0}',
  not_scored jsonb NOT NULL DEFAULT '[]',
  problems integer NOT NULL DEFAULT 0,
  period_from timestamptz,
  period_to timestamptz,
  failure text,
  started_at timestamptz NOT NULL DEFAULT now(),
  scoring_started_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK (accepted + duplicate + rejected = units),
  CHECK (updated <= accepted)
);
CREATE INDEX imports_open ON imports (workspace_id, id) WHERE state NOT IN ('done', 'cancelled', 'failed');

CREATE TABLE import_problems (
  workspace_id integer NOT NULL,
  import_id bigint NOT NULL,
  number integer NOT NULL,            -- in the order found, from 1
  code text NOT NULL,
  severity text NOT NULL,
  file text NOT NULL,
  line bigint,                        -- physical line, from 1
  column_name text,
  reason text NOT NULL,
  way_out text NOT NULL,
  units integer NOT NULL,
  PRIMARY KEY (workspace_id, import_id, number),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports (workspace_id, id) ON DELETE CASCADE
);

-- Which conversations an import held, and how many messages of each: the place of one without an id is its id. What the
-- rows said about the conversation itself gathers in head, and is applied once, when all of them have been read.
CREATE TABLE import_conversations (
  workspace_id integer NOT NULL,
  import_id bigint NOT NULL,
  conversation_id bigint NOT NULL,
  messages_seen integer NOT NULL DEFAULT 0,
  made_ids integer NOT NULL DEFAULT 0,
  head jsonb,
  changed boolean NOT NULL,           -- true: new or different, so it is scored again
  PRIMARY KEY (workspace_id, import_id, conversation_id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX import_conversations_back ON import_conversations (workspace_id, conversation_id);
`;
