/**
 * Answers a team's pages read (what changed, outcomes, reasons, rules), the sentences they rest on, and what people said
 * about a reason: who looks after it and since when it is fixed.
 */
const ownWorkspace = (table: string): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`;

const tables = `
-- The newest answer of each kind; an older one can be found again from what is stored.
CREATE TABLE team_answers (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind <> ''), -- 'changes', 'outcomes', 'reasons'
  answer jsonb NOT NULL,
  scorer_version text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, kind)
);

-- Sentences by which conversations are grouped: what customers brought up, and what they were refused.
CREATE TABLE reason_sentences (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('problem', 'rule')),
  number integer NOT NULL,            -- order within the conversation and kind, from 0
  said_message_id text NOT NULL,
  said_start integer NOT NULL CHECK (said_start >= 0), -- UTF-16 units into the message text
  said_end integer NOT NULL CHECK (said_end >= said_start),
  said_quote text NOT NULL,
  words text[] NOT NULL DEFAULT '{}', -- what it is about, in a rough common form
  reason_key text,                    -- the group it fell into; null: none
  PRIMARY KEY (workspace_id, conversation_id, kind, number),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX reason_sentences_of_reason ON reason_sentences (workspace_id, kind, reason_key, conversation_id)
  WHERE reason_key IS NOT NULL;

-- What a person said of a reason; it outlives the grouping, whose keys are made of words.
CREATE TABLE reason_care (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('problem', 'rule')),
  reason_key text NOT NULL CHECK (reason_key <> ''),
  owner text CHECK (owner <> ''),     -- who looks after it, as written by a person
  fixed_at timestamptz,               -- from when on it should come up less; null: not fixed
  said_by text NOT NULL,              -- id of the person who said so
  said_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, kind, reason_key)
);
${['team_answers', 'reason_sentences', 'reason_care'].map(ownWorkspace).join('')}`;

export const reasons = { name: '0016-reasons', sql: tables };
