/**
 * What comes by itself, a piece at a time: pushed, told by a webhook, fetched by a connector, read from a mailbox. It is
 * safe when its arrival is; a worker moves it into the conversations a moment later.
 */
const tables = `
CREATE TABLE arrivals (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  came_by text NOT NULL CHECK (came_by IN ('push', 'webhook', 'connector', 'mailbox')),
  sender text NOT NULL,               -- the caller of a push, the id of a connection
  source text NOT NULL,
  delivery_key text,                  -- the idempotency key of a push, the delivery id of a webhook
  body_hash bytea,                    -- of what was sent: the same key with another body is a mistake
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'stored', 'failed')),
  content jsonb,                      -- masked pieces of conversations until they are stored; then gone
  conversations integer NOT NULL,     -- pieces that were accepted
  messages integer NOT NULL,
  refused_messages integer NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]', -- as told to the sender of a push
  conversation_ids bigint[] NOT NULL DEFAULT '{}', -- once stored
  failure text,
  received_at timestamptz NOT NULL DEFAULT now(),
  stored_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, came_by, sender, delivery_key),
  CHECK ((state = 'stored') = (content IS NULL)),
  CHECK ((state = 'stored') = (stored_at IS NOT NULL))
);
CREATE INDEX arrivals_waiting ON arrivals (workspace_id, id) WHERE state = 'waiting';
CREATE INDEX arrivals_old ON arrivals (workspace_id, stored_at) WHERE state = 'stored';

-- When a source last said something of a message or of a field, so that news in any order end in the newest.
CREATE TABLE said_things (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  source text NOT NULL,
  conversation text NOT NULL,         -- its id in the source
  thing text NOT NULL,                -- 'message:ID', 'field:NAME', or 'whole' for the conversation itself
  said_at timestamptz NOT NULL,       -- by the clock of the source
  tie text NOT NULL,                  -- hash of what was said: decides between two that were said at once
  gone boolean NOT NULL,              -- what was said is that it is deleted
  PRIMARY KEY (workspace_id, source, conversation, thing)
);
CREATE INDEX said_things_old ON said_things (workspace_id, said_at);

ALTER TABLE imports ADD COLUMN live_day text; -- such as '2026-01-31': what came by itself on that day, instead of a file
CREATE UNIQUE INDEX imports_live ON imports (workspace_id, source, live_day) WHERE live_day IS NOT NULL;

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['arrivals', 'said_things'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::integer))',
      one
    );
  END LOOP;
END $$;
`;

export const arrivals = { name: '0015-arrivals', sql: tables };
