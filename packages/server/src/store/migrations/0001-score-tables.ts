/** What reading a conversation found: scores with their moments, feelings of customers, promises, and the answers built on them. */
const evidence = (name: string, nullable: boolean): string => {
  const rule = nullable ? '' : ' NOT NULL';
  return `
  ${name}_message_id text${rule},
  ${name}_start integer${rule} CHECK (${name}_start >= 0), -- UTF-16 units into the message text
  ${name}_end integer${rule} CHECK (${name}_end >= ${name}_start),
  ${name}_quote text${rule},`;
};

const ofConversation =
  'FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE';
const ofAuthor = 'FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id)';

export const scoreTables = `
-- One author's part in one conversation, read by one version of the scorer.
CREATE TABLE assessments (
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,
  scorer_version text NOT NULL,
  assessed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, conversation_id, author_id, scorer_version),
  ${ofConversation},
  ${ofAuthor}
);
CREATE INDEX assessments_of_author ON assessments (workspace_id, author_id, conversation_id);

CREATE TABLE scores (
  workspace_id integer NOT NULL,
  assessment_id bigint NOT NULL,
  quality text NOT NULL,
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,
  score double precision CHECK (score BETWEEN 0 AND 100),
  verdict text NOT NULL CHECK (verdict IN ('met', 'partly', 'missed', 'no-opportunity')),
  reason text CHECK ((reason IS NULL) = (score IS NOT NULL)),
  confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  called_at integer,                  -- position of the message that first called for it
  worst_moment integer,               -- number of the weightiest moment that was not met
  trouble_followed boolean,           -- did the customer show trouble after that? null: no opportunity
  PRIMARY KEY (workspace_id, assessment_id, quality),
  FOREIGN KEY (workspace_id, assessment_id) REFERENCES assessments (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX scores_by_verdict ON scores (workspace_id, quality, verdict, conversation_id);

CREATE TABLE moments (
  workspace_id integer NOT NULL,
  assessment_id bigint NOT NULL,
  number integer NOT NULL,            -- order within the assessment, from 0
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,
  quality text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('met', 'partly', 'missed')),
  confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  weight double precision NOT NULL CHECK (weight >= 0),
  rule text NOT NULL,
  why text NOT NULL,${evidence('trigger', true)}${evidence('response', true)}
  PRIMARY KEY (workspace_id, assessment_id, number),
  FOREIGN KEY (workspace_id, assessment_id) REFERENCES assessments (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX moments_of_conversation ON moments (workspace_id, conversation_id);

-- Customers only: a row for an agent's words must not exist, and verify looks for one.
CREATE TABLE customer_emotions (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  message_id text NOT NULL,
  valence double precision NOT NULL CHECK (valence BETWEEN -1 AND 1),
  label text NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, message_id),
  FOREIGN KEY (workspace_id, conversation_id, message_id)
    REFERENCES messages (workspace_id, conversation_id, message_id) ON DELETE CASCADE
);

CREATE TABLE promises (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  number integer NOT NULL,
  author_id bigint NOT NULL,${evidence('said', false)}
  what text NOT NULL,
  due_at timestamptz,
  due_words text,
  state text NOT NULL,${evidence('sign', true)}
  PRIMARY KEY (workspace_id, conversation_id, number),
  ${ofConversation},
  ${ofAuthor}
);

CREATE TABLE goodwill (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  number integer NOT NULL,
  author_id bigint NOT NULL,${evidence('said', false)}
  amount_cents bigint CHECK (amount_cents >= 0), -- 0: a gesture without money; null: not said
  currency text,
  PRIMARY KEY (workspace_id, conversation_id, number),
  ${ofConversation},
  ${ofAuthor}
);

CREATE TABLE signals (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  position integer NOT NULL,          -- of the message in the transcript, from 0
  at timestamptz,${evidence('said', false)}
  PRIMARY KEY (workspace_id, conversation_id, number),
  ${ofConversation}
);
CREATE INDEX signals_by_kind ON signals (workspace_id, kind, conversation_id);

CREATE TABLE care_steps (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  number integer NOT NULL,
  step text NOT NULL,
  message_id text NOT NULL,
  at timestamptz,
  author_id bigint NOT NULL,
  out_of_order boolean NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, number),
  ${ofConversation},
  ${ofAuthor}
);

CREATE TABLE focus_answers (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  answer jsonb NOT NULL,
  fingerprint text NOT NULL,          -- of everything it was computed from
  scorer_version text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);

-- One row per workspace: the answer is being found anew while asked_at is later than done_at.
CREATE TABLE focus_refreshes (
  workspace_id integer PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  asked_at timestamptz NOT NULL,
  done_at timestamptz
);

CREATE TABLE check_decks (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  scorer_version text NOT NULL,
  seed bigint NOT NULL,               -- of the draw, so that it can be repeated
  drawn_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);

-- The moment is kept as it was drawn: scoring again must not change what a person has judged.
CREATE TABLE check_cards (
  workspace_id integer NOT NULL,
  deck_id bigint NOT NULL,
  position integer NOT NULL,          -- from 0; with the deck it names the card
  quality text NOT NULL,
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,
  moment jsonb NOT NULL,
  drawn_probability double precision NOT NULL CHECK (drawn_probability > 0 AND drawn_probability <= 1),
  human_verdict text CHECK (human_verdict IN ('met', 'partly', 'missed', 'no-opportunity')),
  seconds double precision,                       -- the person took for it
  answered_at timestamptz,
  PRIMARY KEY (workspace_id, deck_id, position),
  FOREIGN KEY (workspace_id, deck_id) REFERENCES check_decks (workspace_id, id) ON DELETE CASCADE,
  ${ofConversation},
  ${ofAuthor}
);
`;
