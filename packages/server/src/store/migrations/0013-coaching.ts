/**
 * Coaching, practice that an agent kept, and suggestions.
 *
 * A plan stores why its people were chosen and from which weeks: who is chosen in bad weeks rises by itself, and without
 * these dates nobody could take that rise out later. What both sides have acknowledged is held by its digest.
 * Words of customers always stand beside the conversation they are from, so that they go when it goes.
 */
const secured = (table: string): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`;

const said = `
  said_message_id text NOT NULL,
  said_start integer NOT NULL CHECK (said_start >= 0), -- UTF-16 units into the message text
  said_end integer NOT NULL CHECK (said_end > said_start),
  said_quote text NOT NULL CHECK (said_quote <> ''),`;
const ofConversation =
  'FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE';
const ofMessage = `FOREIGN KEY (workspace_id, conversation_id, said_message_id)
    REFERENCES messages (workspace_id, conversation_id, message_id) ON DELETE CASCADE`;
const ofAuthor = 'FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id)';

const tables = `
CREATE TABLE coaching_plans (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  quality text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('low-scores', 'drawn-by-lot', 'volunteered', 'other')),
  reason_words text NOT NULL,
  selected_from timestamptz NOT NULL, -- the weeks that led to the choice: part of neither before nor after
  selected_to timestamptz NOT NULL,
  starts_at timestamptz NOT NULL,
  goal_share double precision NOT NULL CHECK (goal_share > 0 AND goal_share <= 1), -- met of those called for
  goal_at timestamptz NOT NULL,       -- the effect is read once, from conversations before this instant
  coach_id text NOT NULL CHECK (coach_id <> ''),
  coach_name text NOT NULL,
  outlook jsonb NOT NULL,             -- what was said, before the start, of when a verdict can be reached
  created_by text NOT NULL CHECK (created_by <> ''),
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_words text,
  PRIMARY KEY (workspace_id, id),
  CHECK (selected_from < selected_to AND selected_to <= starts_at AND starts_at < goal_at),
  CHECK ((closed_at IS NULL) = (closed_words IS NULL))
);
${secured('coaching_plans')}

CREATE TABLE coaching_people (
  workspace_id integer NOT NULL,
  plan_id bigint NOT NULL,
  author_id bigint NOT NULL,
  figures jsonb NOT NULL,             -- counts of the weeks that led to the choice and of those before, as they were then
  PRIMARY KEY (workspace_id, plan_id, author_id),
  FOREIGN KEY (workspace_id, plan_id) REFERENCES coaching_plans (workspace_id, id) ON DELETE CASCADE,
  ${ofAuthor}
);
CREATE INDEX coaching_of_author ON coaching_people (workspace_id, author_id);
${secured('coaching_people')}

CREATE TABLE coaching_sessions (
  workspace_id integer NOT NULL,
  plan_id bigint NOT NULL,
  author_id bigint NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  held_at timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes > 0),
  goal text NOT NULL,
  habit text NOT NULL,
  notes text NOT NULL,
  next_steps text NOT NULL,
  created_at timestamptz NOT NULL,
  coach_acknowledged_at timestamptz,
  coach_acknowledged_by text,
  agent_acknowledged_at timestamptz,
  agent_acknowledged_by text,
  agent_words text,                   -- how the session was for the agent, in their own words
  digest text,                        -- of everything written above, from the first acknowledgement on
  PRIMARY KEY (workspace_id, plan_id, author_id, number),
  FOREIGN KEY (workspace_id, plan_id, author_id)
    REFERENCES coaching_people (workspace_id, plan_id, author_id) ON DELETE CASCADE,
  CHECK ((coach_acknowledged_at IS NULL) = (coach_acknowledged_by IS NULL)),
  CHECK ((agent_acknowledged_at IS NULL) = (agent_acknowledged_by IS NULL)),
  CHECK ((digest IS NULL) = (coach_acknowledged_at IS NULL AND agent_acknowledged_at IS NULL))
);
${secured('coaching_sessions')}

-- Examples pinned to a session, in the exact words of the conversation.
CREATE TABLE coaching_pins (
  workspace_id integer NOT NULL,
  plan_id bigint NOT NULL,
  author_id bigint NOT NULL,
  session_number integer NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  conversation_id bigint NOT NULL,${said}
  verdict text CHECK (verdict IN ('met', 'partly', 'missed')), -- as the machine read it when it was pinned
  note text NOT NULL,
  PRIMARY KEY (workspace_id, plan_id, author_id, session_number, number),
  FOREIGN KEY (workspace_id, plan_id, author_id, session_number)
    REFERENCES coaching_sessions (workspace_id, plan_id, author_id, number) ON DELETE CASCADE,
  ${ofMessage}
);
CREATE INDEX coaching_pins_of_message ON coaching_pins (workspace_id, conversation_id, said_message_id);
${secured('coaching_pins')}

CREATE TABLE coaching_messages (
  workspace_id integer NOT NULL,
  plan_id bigint NOT NULL,
  author_id bigint NOT NULL,          -- whose thread it is
  number integer NOT NULL CHECK (number > 0),
  side text NOT NULL CHECK (side IN ('coach', 'agent')),
  person_id text NOT NULL CHECK (person_id <> ''),
  person_name text NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  written_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, plan_id, author_id, number),
  FOREIGN KEY (workspace_id, plan_id, author_id)
    REFERENCES coaching_people (workspace_id, plan_id, author_id) ON DELETE CASCADE
);
${secured('coaching_messages')}

-- Only what its writer kept; nobody else reads it.
CREATE TABLE practice_kept (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  person_id text NOT NULL CHECK (person_id <> ''),
  conversation_id bigint NOT NULL,
  quality text NOT NULL,
  turns jsonb NOT NULL,               -- what came before the reply, as it was shown
  reply text NOT NULL CHECK (reply <> ''),
  verdict text NOT NULL CHECK (verdict IN ('met', 'partly', 'missed', 'no-opportunity')),
  why text NOT NULL,
  scorer_version text NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  ${ofConversation}
);
CREATE INDEX practice_kept_by ON practice_kept (workspace_id, person_id, id);
CREATE INDEX practice_kept_of_conversation ON practice_kept (workspace_id, conversation_id);
${secured('practice_kept')}

CREATE TABLE suggestions (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('article', 'macro', 'rule')),
  title text NOT NULL CHECK (title <> ''),
  words text NOT NULL CHECK (words <> ''),
  proposed_by text NOT NULL CHECK (proposed_by <> ''),
  proposed_name text NOT NULL,
  proposed_at timestamptz NOT NULL,
  owner_name text CHECK (owner_name <> ''), -- who sees to it; null until a lead has said
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'done')),
  answer text,
  answered_by text,
  answered_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK (state = 'open' OR (answer IS NOT NULL AND answer <> '' AND owner_name IS NOT NULL)),
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
${secured('suggestions')}

-- What a suggestion rests on; it goes with its conversation, the suggestion stays.
CREATE TABLE suggestion_quotes (
  workspace_id integer NOT NULL,
  suggestion_id bigint NOT NULL,
  conversation_id bigint NOT NULL,${said}
  PRIMARY KEY (workspace_id, suggestion_id),
  FOREIGN KEY (workspace_id, suggestion_id) REFERENCES suggestions (workspace_id, id) ON DELETE CASCADE,
  ${ofMessage}
);
CREATE INDEX suggestion_quotes_of_message ON suggestion_quotes (workspace_id, conversation_id, said_message_id);
${secured('suggestion_quotes')}

-- A source may correct a message that was quoted. What nobody says any more is quoted nowhere.
CREATE FUNCTION drop_quotes_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM coaching_pins WHERE workspace_id = NEW.workspace_id AND conversation_id = NEW.conversation_id
    AND said_message_id = NEW.message_id;
  DELETE FROM suggestion_quotes WHERE workspace_id = NEW.workspace_id AND conversation_id = NEW.conversation_id
    AND said_message_id = NEW.message_id;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_quotes_of_message AFTER UPDATE OF text ON messages
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION drop_quotes_of_message();
`;

export const coaching = { name: '0013-coaching', sql: tables };
