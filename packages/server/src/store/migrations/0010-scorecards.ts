/**
 * Scorecards in versions, what a team brings of its past reviews, and the small models that learn from them. A published
 * version never changes: reviews point at it, and what a rating meant must not move under them.
 */
const scorecardTables = `
CREATE TABLE scorecards (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (name <> ''),
  archived_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);

CREATE TABLE scorecard_versions (
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  scorecard_id bigint NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'archived')),
  content jsonb NOT NULL,             -- groups of categories, read with the contract's schema
  note text NOT NULL DEFAULT '',      -- what changes with it, in a sentence of whoever published it
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0), -- counts the saves of a draft
  saved_at timestamptz NOT NULL,
  saved_by text NOT NULL,             -- name of the person
  published_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, scorecard_id, number),
  CHECK ((state = 'draft') = (published_at IS NULL)),
  FOREIGN KEY (workspace_id, scorecard_id) REFERENCES scorecards (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX scorecard_one_draft ON scorecard_versions (workspace_id, scorecard_id) WHERE state = 'draft';
CREATE UNIQUE INDEX scorecard_one_published ON scorecard_versions (workspace_id, scorecard_id)
  WHERE state = 'published';

CREATE FUNCTION keep_published_scorecard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  -- A whole workspace may go; its versions then go with it, from within another trigger.
  IF TG_OP = 'DELETE' THEN
    IF pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a published scorecard version cannot be removed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.content IS DISTINCT FROM OLD.content OR NEW.number <> OLD.number OR NEW.scorecard_id <> OLD.scorecard_id
    OR NEW.published_at IS DISTINCT FROM OLD.published_at OR NEW.note <> OLD.note OR NEW.state = 'draft'
    OR (OLD.state = 'archived' AND NEW.state <> 'archived') THEN
    RAISE EXCEPTION 'a published scorecard version cannot change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published_scorecard BEFORE UPDATE OR DELETE ON scorecard_versions
  FOR EACH ROW EXECUTE FUNCTION keep_published_scorecard();
`;

/** Reviews made elsewhere: how they were chosen is unknown, so no rate may ever read them. */
const pastReviewTables = `
CREATE TABLE past_review_imports (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  file_name text NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by text NOT NULL,          -- name of the person
  columns jsonb NOT NULL,             -- which column of the file held what, as confirmed
  rows_read integer NOT NULL CHECK (rows_read >= 0),
  rows_kept integer NOT NULL CHECK (rows_kept >= 0),
  rows_known integer NOT NULL CHECK (rows_known >= 0), -- there already, from a file before
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE past_review_problems (
  workspace_id integer NOT NULL,
  import_id bigint NOT NULL,
  line integer NOT NULL,              -- of the file, from 1
  column_name text,                   -- null: the row as a whole
  reason text NOT NULL,
  way_out text NOT NULL,
  row_text text NOT NULL,             -- as in the file, masked, so that nothing is lost
  PRIMARY KEY (workspace_id, import_id, line),
  FOREIGN KEY (workspace_id, import_id) REFERENCES past_review_imports (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE past_reviews (
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  import_id bigint NOT NULL,
  line integer NOT NULL,              -- of the file, from 1
  conversation_ref text NOT NULL,     -- id of the conversation as in the file
  conversation_id bigint,             -- null: not here, or not here yet
  reviewee text NOT NULL,             -- as in the file; '' where it names nobody
  author_id bigint,                   -- whose service it was, where the name is known here
  reviewer text NOT NULL,             -- as in the file; '' where it names nobody
  category text NOT NULL,             -- as in the file
  quality text,                       -- the quality of that name, if there is one
  score double precision CHECK (score BETWEEN 0 AND 100), -- (chosen - lowest) / (highest - lowest); null: not applicable
  scale_lowest double precision NOT NULL,
  scale_highest double precision NOT NULL CHECK (scale_highest > scale_lowest),
  comment text NOT NULL,              -- masked
  reviewed_at timestamptz,            -- null where the file gives no date
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES past_review_imports (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id)
);
CREATE UNIQUE INDEX past_reviews_once ON past_reviews
  (workspace_id, conversation_ref, reviewee, reviewer, category, coalesce(reviewed_at, '-infinity'::timestamptz));
CREATE INDEX past_reviews_by_category ON past_reviews (workspace_id, category);
CREATE INDEX past_reviews_by_conversation ON past_reviews (workspace_id, conversation_id);
CREATE INDEX past_reviews_by_author ON past_reviews (workspace_id, author_id);

-- The newest model of each category that learns from the team's own reviews; it can be trained again from what is stored.
CREATE TABLE category_models (
  workspace_id integer NOT NULL,
  scorecard_id bigint NOT NULL,
  category_id text NOT NULL,
  answer jsonb NOT NULL,              -- how well it does, or why there is none yet
  model jsonb,                        -- its weights; null while there are too few reviews
  fingerprint text NOT NULL,          -- of everything it was trained from
  seed bigint NOT NULL,
  scorer_version text NOT NULL,       -- whose acts it reads
  trained_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, scorecard_id, category_id),
  FOREIGN KEY (workspace_id, scorecard_id) REFERENCES scorecards (workspace_id, id) ON DELETE CASCADE
);
`;

const tables = [
  'scorecards',
  'scorecard_versions',
  'past_review_imports',
  'past_review_problems',
  'past_reviews',
  'category_models',
];

const ownWorkspace = tables
  .map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));`,
  )
  .join('\n');

export const scorecards = {
  name: '0010-scorecards',
  sql: `${scorecardTables}${pastReviewTables}${ownWorkspace}`,
};
