/**
 * Several people rate the same conversations, each alone, to see where the rubric is read differently. Their readings
 * stand in tables of their own: they are about the rubric, not about an agent, and enter no rate.
 */
const tables = `
CREATE TABLE calibrations (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (name <> ''),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'rating', 'comparing', 'closed')),
  scorecard_version_id bigint NOT NULL,
  category_ids text[] NOT NULL CHECK (cardinality(category_ids) > 0), -- of that version; what is rated
  opens text NOT NULL CHECK (opens IN ('all-in', 'by-lead')), -- when the comparison opens
  due_at timestamptz,
  made_by text NOT NULL CHECK (made_by <> ''), -- id of the person
  made_at timestamptz NOT NULL,
  begun_at timestamptz,
  compared_at timestamptz,            -- from then on nobody rates any more
  closed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((state = 'planned') = (begun_at IS NULL)),
  CHECK ((state IN ('planned', 'rating')) = (compared_at IS NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  FOREIGN KEY (workspace_id, scorecard_version_id) REFERENCES scorecard_versions (workspace_id, id)
);

-- What is rated: one agent's part in one conversation.
CREATE TABLE calibration_parts (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  calibration_id bigint NOT NULL,
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,          -- whose service is read; nobody rating is told
  drawn text NOT NULL CHECK (drawn IN ('random', 'chosen')),
  probability double precision CHECK (probability > 0 AND probability <= 1), -- chance of being drawn, at the draw
  draw_seed bigint,                   -- of the draw, so that it can be repeated
  draw_frame integer CHECK (draw_frame > 0), -- how many could have been drawn
  dispute_id bigint,                  -- the decided dispute that brought it here
  added_by text NOT NULL CHECK (added_by <> ''),
  added_at timestamptz NOT NULL,
  machine jsonb,                      -- the machine's reading when the comparison opened; null: not open yet
  scorer_version text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, calibration_id, id),
  UNIQUE (workspace_id, calibration_id, conversation_id, author_id),
  CHECK ((drawn = 'random') = (probability IS NOT NULL)),
  CHECK ((drawn = 'random') = (draw_seed IS NOT NULL) AND (drawn = 'random') = (draw_frame IS NOT NULL)),
  FOREIGN KEY (workspace_id, calibration_id) REFERENCES calibrations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id),
  FOREIGN KEY (workspace_id, dispute_id) REFERENCES disputes (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX calibration_parts_of_conversation ON calibration_parts (workspace_id, conversation_id, author_id);
CREATE INDEX calibration_parts_of_dispute ON calibration_parts (workspace_id, dispute_id) WHERE dispute_id IS NOT NULL;

CREATE TABLE calibration_raters (
  workspace_id integer NOT NULL,
  calibration_id bigint NOT NULL,
  person_id text NOT NULL CHECK (person_id <> ''),
  number integer NOT NULL CHECK (number > 0), -- in random order, so that it stands for a name without giving it away
  PRIMARY KEY (workspace_id, calibration_id, person_id),
  UNIQUE (workspace_id, calibration_id, number),
  FOREIGN KEY (workspace_id, calibration_id) REFERENCES calibrations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX calibration_raters_of_person ON calibration_raters (workspace_id, person_id);

-- How one rater read one conversation; never changes once it is handed in.
CREATE TABLE calibration_readings (
  workspace_id integer NOT NULL,
  calibration_id bigint NOT NULL,
  part_id bigint NOT NULL,
  person_id text NOT NULL,
  content jsonb NOT NULL,             -- ratings, quotes, comments; read with the contract's schema of a review
  seconds double precision NOT NULL DEFAULT 0 CHECK (seconds >= 0),
  saves integer NOT NULL DEFAULT 0 CHECK (saves >= 0), -- of the draft
  saved_at timestamptz NOT NULL,
  handed_in_at timestamptz,           -- null: a draft, nobody else's business
  PRIMARY KEY (workspace_id, part_id, person_id),
  FOREIGN KEY (workspace_id, calibration_id, part_id)
    REFERENCES calibration_parts (workspace_id, calibration_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, calibration_id, person_id)
    REFERENCES calibration_raters (workspace_id, calibration_id, person_id) ON DELETE CASCADE
);
CREATE INDEX calibration_readings_of_person ON calibration_readings (workspace_id, person_id);

CREATE FUNCTION keep_handed_in_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.handed_in_at IS NOT NULL AND (NEW.content, NEW.part_id, NEW.person_id, NEW.handed_in_at)
    IS DISTINCT FROM (OLD.content, OLD.part_id, OLD.person_id, OLD.handed_in_at) THEN
    RAISE EXCEPTION 'a reading that was handed in cannot change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_handed_in_reading BEFORE UPDATE ON calibration_readings
  FOR EACH ROW EXECUTE FUNCTION keep_handed_in_reading();

-- What was agreed on, apart from what anybody rated.
CREATE TABLE calibration_consensus (
  workspace_id integer NOT NULL,
  part_id bigint NOT NULL,
  category_id text NOT NULL CHECK (category_id <> ''),
  chosen integer CHECK (chosen BETWEEN 1 AND 5), -- point of the scale; null: not applicable, or the rule is unclear
  rule_unclear boolean NOT NULL DEFAULT false,
  words text NOT NULL DEFAULT '',
  recorded_by text NOT NULL CHECK (recorded_by <> ''),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, part_id, category_id),
  CHECK (NOT (rule_unclear AND chosen IS NOT NULL)),
  FOREIGN KEY (workspace_id, part_id) REFERENCES calibration_parts (workspace_id, id) ON DELETE CASCADE
);

-- Words for the rubric that were proposed from a disagreement; never changed, only followed by others.
CREATE TABLE calibration_wordings (
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  calibration_id bigint NOT NULL,     -- where it came up
  part_id bigint,                     -- and on which conversation
  scorecard_id bigint NOT NULL,
  category_id text NOT NULL CHECK (category_id <> ''),
  before jsonb NOT NULL,              -- the words that were rated by: question, when N/A, what each point means
  after jsonb NOT NULL,
  words text NOT NULL DEFAULT '',     -- why
  proposed_by text NOT NULL CHECK (proposed_by <> ''),
  proposed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, calibration_id) REFERENCES calibrations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, part_id) REFERENCES calibration_parts (workspace_id, id) ON DELETE SET NULL (part_id),
  FOREIGN KEY (workspace_id, scorecard_id) REFERENCES scorecards (workspace_id, id)
);
CREATE INDEX calibration_wordings_of_calibration ON calibration_wordings (workspace_id, calibration_id);

-- A calibration that tries such words: they are rated by in the place of those of the version.
CREATE TABLE calibration_retests (
  workspace_id integer NOT NULL,
  calibration_id bigint NOT NULL,
  wording_id bigint NOT NULL,
  PRIMARY KEY (workspace_id, calibration_id),
  FOREIGN KEY (workspace_id, calibration_id) REFERENCES calibrations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, wording_id) REFERENCES calibration_wordings (workspace_id, id)
);
CREATE INDEX calibration_retests_of_wording ON calibration_retests (workspace_id, wording_id);
`;

const names = [
  'calibrations',
  'calibration_parts',
  'calibration_raters',
  'calibration_readings',
  'calibration_consensus',
];
const ownWorkspace = [...names, 'calibration_wordings', 'calibration_retests']
  .map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));`,
  )
  .join('\n');

export const calibration = { name: '0019-calibration', sql: `${tables}${ownWorkspace}` };
