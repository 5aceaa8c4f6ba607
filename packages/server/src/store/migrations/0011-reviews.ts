/**
 * Reviews by people: how each conversation was drawn and with what chance, who is to read it, and the filled scorecard.
 *
 * A finished review never changes: a trigger refuses it, whoever asks. What is said afterwards (which reading fits, comments,
 * that the agent has read it) stands in rows of its own or in columns that rate nothing.
 */
const ofConversation =
  'FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE';
const ofAuthor = 'FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id)';
const ofVersion = 'FOREIGN KEY (workspace_id, scorecard_version_id) REFERENCES scorecard_versions (workspace_id, id)';
const ofReview = 'FOREIGN KEY (workspace_id, review_id) REFERENCES reviews (workspace_id, id) ON DELETE CASCADE';

const drawTables = `
CREATE TABLE review_draws (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('random', 'worst-moments', 'outliers', 'low-rating')),
  seed bigint NOT NULL,               -- of the draw, so that it can be repeated
  wanted integer NOT NULL CHECK (wanted > 0), -- per agent; of flagged ones in all
  window_from timestamptz,            -- newest message of the conversation; null: open
  window_to timestamptz,
  last_conversation_id bigint NOT NULL, -- newer ones were not there to be drawn
  scorecard_version_id bigint NOT NULL,
  drawn_by text NOT NULL,             -- id of the person
  drawn_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  ${ofVersion}
);

-- Whose conversations stood in a draw: with the chosen ones it gives every chance again.
CREATE TABLE review_draw_frames (
  workspace_id integer NOT NULL,
  draw_id bigint NOT NULL,
  author_id bigint NOT NULL,
  eligible integer NOT NULL CHECK (eligible >= 0), -- could have been drawn
  drawn_before integer NOT NULL CHECK (drawn_before >= 0), -- by chance in an earlier draw, so not eligible again
  drawn integer NOT NULL CHECK (drawn BETWEEN 0 AND eligible), -- the ones drawn in place of others included
  PRIMARY KEY (workspace_id, draw_id, author_id),
  FOREIGN KEY (workspace_id, draw_id) REFERENCES review_draws (workspace_id, id) ON DELETE CASCADE,
  ${ofAuthor}
);

CREATE TABLE review_assignments (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  draw_id bigint,                     -- null: chosen by a person
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,          -- whose service is read
  kind text NOT NULL CHECK (kind IN ('assigned', 'self', 'peer')),
  drawn text NOT NULL CHECK (drawn IN ('random', 'flagged', 'chosen')),
  probability double precision CHECK (probability > 0 AND probability <= 1), -- chance of being drawn, at the draw
  why text NOT NULL,                  -- said to the reviewer; nothing of the machine's reading
  scorecard_version_id bigint NOT NULL,
  reviewer_id text NOT NULL CHECK (reviewer_id <> ''), -- id of the person
  assigned_by text NOT NULL,
  assigned_at timestamptz NOT NULL,
  due_at timestamptz,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'replaced')),
  replaced_reason text CHECK (replaced_reason IN
    ('not-service', 'wrong-agent', 'unreadable', 'conflict-of-interest', 'other')),
  replaced_words text NOT NULL DEFAULT '',
  replaced_by text,                   -- id of the person who took it out
  in_place_of bigint,                 -- the assignment this one was drawn for
  PRIMARY KEY (workspace_id, id),
  CHECK ((drawn = 'random') = (probability IS NOT NULL)),
  CHECK ((state = 'replaced') = (replaced_reason IS NOT NULL)),
  CHECK ((drawn = 'chosen') = (draw_id IS NULL)),
  FOREIGN KEY (workspace_id, draw_id) REFERENCES review_draws (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, in_place_of) REFERENCES review_assignments (workspace_id, id),
  ${ofConversation},
  ${ofAuthor},
  ${ofVersion}
);
CREATE INDEX review_assignments_of_reviewer ON review_assignments (workspace_id, reviewer_id, state, due_at);
CREATE INDEX review_assignments_of_conversation ON review_assignments (workspace_id, conversation_id, author_id);
CREATE UNIQUE INDEX review_assignments_once ON review_assignments (workspace_id, draw_id, conversation_id, author_id)
  WHERE draw_id IS NOT NULL;
`;

const reviewTables = `
CREATE TABLE reviews (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  assignment_id bigint,               -- null: a self-review nobody asked for, or one of a calibration
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,          -- whose service was read
  reviewer_id text NOT NULL CHECK (reviewer_id <> ''),
  kind text NOT NULL CHECK (kind IN ('assigned', 'self', 'peer')),
  drawn text NOT NULL CHECK (drawn IN ('random', 'flagged', 'chosen')),
  probability double precision CHECK (probability > 0 AND probability <= 1),
  scorecard_version_id bigint NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'finished', 'disputed', 'revised')),
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  revises bigint,                     -- the review this one stands in the place of
  revision_reason text,
  content jsonb NOT NULL,             -- ratings, quotes, comments; read with the contract's schema
  score double precision CHECK (score BETWEEN 0 AND 100), -- null: a draft, or nothing was applicable
  machine jsonb,                      -- the machine's reading when it was finished; null: a draft
  scorer_version text,                -- whose reading that is; null: not scored
  seconds double precision NOT NULL DEFAULT 0 CHECK (seconds >= 0),
  saves integer NOT NULL DEFAULT 0 CHECK (saves >= 0), -- of the draft
  started_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  finished_at timestamptz,
  acknowledged_at timestamptz,        -- the agent has read it
  PRIMARY KEY (workspace_id, id),
  CHECK ((state = 'draft') = (finished_at IS NULL)),
  CHECK ((finished_at IS NULL) = (machine IS NULL)),
  CHECK ((drawn = 'random') = (probability IS NOT NULL)),
  CHECK ((revises IS NULL) = (revision = 1)),
  CHECK ((revises IS NULL) = (revision_reason IS NULL)),
  FOREIGN KEY (workspace_id, assignment_id) REFERENCES review_assignments (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, revises) REFERENCES reviews (workspace_id, id) ON DELETE CASCADE,
  ${ofConversation},
  ${ofAuthor},
  ${ofVersion}
);
CREATE UNIQUE INDEX reviews_one_per_assignment ON reviews (workspace_id, assignment_id, revision)
  WHERE assignment_id IS NOT NULL;
CREATE UNIQUE INDEX reviews_one_revision ON reviews (workspace_id, revises) WHERE revises IS NOT NULL;
CREATE INDEX reviews_of_conversation ON reviews (workspace_id, conversation_id, author_id);
CREATE INDEX reviews_of_author ON reviews (workspace_id, author_id, finished_at DESC) WHERE finished_at IS NOT NULL;
CREATE INDEX reviews_of_reviewer ON reviews (workspace_id, reviewer_id, finished_at DESC);

CREATE FUNCTION keep_finished_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.state = 'draft'
    OR (NEW.content, NEW.score, NEW.machine, NEW.scorer_version, NEW.scorecard_version_id, NEW.conversation_id, NEW.author_id,
      NEW.reviewer_id, NEW.drawn, NEW.probability, NEW.revision, NEW.finished_at)
    IS DISTINCT FROM (OLD.content, OLD.score, OLD.machine, OLD.scorer_version, OLD.scorecard_version_id, OLD.conversation_id,
      OLD.author_id, OLD.reviewer_id, OLD.drawn, OLD.probability, OLD.revision, OLD.finished_at)) THEN
    RAISE EXCEPTION 'a finished review cannot change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_finished_review BEFORE UPDATE ON reviews
  FOR EACH ROW EXECUTE FUNCTION keep_finished_review();

-- Where person and machine differ: which reading fits the rubric, as the reviewer says after both are seen.
CREATE TABLE review_readings (
  workspace_id integer NOT NULL,
  review_id bigint NOT NULL,
  category_id text NOT NULL,
  fits text NOT NULL CHECK (fits IN ('machine', 'mine', 'rule-unclear')),
  said_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, review_id, category_id),
  ${ofReview}
);

CREATE TABLE review_comments (
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  review_id bigint NOT NULL,
  person_id text NOT NULL CHECK (person_id <> ''),
  text text NOT NULL CHECK (text <> ''),
  mentions text[] NOT NULL DEFAULT '{}', -- ids of members
  said_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  ${ofReview}
);
CREATE INDEX review_comments_of_review ON review_comments (workspace_id, review_id, id);

-- Kept for later by one person, for a talk or as an example; nobody else sees it.
CREATE TABLE pins (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  person_id text NOT NULL CHECK (person_id <> ''),
  conversation_id bigint NOT NULL,
  words jsonb,                        -- message, place and quote; null: the whole conversation
  note text NOT NULL DEFAULT '',
  pinned_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  ${ofConversation}
);
CREATE INDEX pins_of_person ON pins (workspace_id, person_id, id DESC);

CREATE TABLE review_goals (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  person_id text NOT NULL CHECK (person_id <> ''),
  per_week integer NOT NULL CHECK (per_week > 0),
  PRIMARY KEY (workspace_id, person_id)
);

CREATE TABLE review_settings (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  anonymous boolean NOT NULL DEFAULT false, -- agents read "a reviewer"
  PRIMARY KEY (workspace_id)
);

-- The deck of single moments says from what it was drawn.
ALTER TABLE check_decks
  ADD COLUMN last_conversation_id bigint,  -- newer ones were not there to be drawn; null: a deck from before this was kept
  ADD COLUMN frame_authors bigint[];       -- whose moments stood in the draw; null: everybody's
CREATE INDEX check_cards_judged ON check_cards (workspace_id, quality, conversation_id) WHERE human_verdict IS NOT NULL;
`;

const tables = [
  'review_draws',
  'review_draw_frames',
  'review_assignments',
  'reviews',
  'review_readings',
  'review_comments',
  'pins',
  'review_goals',
  'review_settings',
];

const ownWorkspace = tables
  .map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));`,
  )
  .join('\n');

export const reviews = { name: '0011-reviews', sql: `${drawTables}${reviewTables}${ownWorkspace}` };
