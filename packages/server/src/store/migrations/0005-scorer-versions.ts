/**
 * Two versions of the scorer side by side. `assessments`, `scores` and `moments` hold the one reading that every page
 * shows; what an earlier version read moves to `past_assessments` and `past_scores`, which only the trend looks at. So
 * no query over scores can mix two versions by forgetting a condition.
 */
const tables = `
CREATE TABLE scorer_versions (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  scorer_version text NOT NULL CHECK (scorer_version <> ''),
  first_used_at timestamptz NOT NULL DEFAULT now(),
  focus_since timestamptz,            -- since when the focus is read from this version; the latest one counts
  PRIMARY KEY (workspace_id, scorer_version)
);

-- One back-fill: what other versions scored is scored again. At most one is open at a time.
CREATE TABLE rescores (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  scorer_version text NOT NULL,       -- the version it scores with
  state text NOT NULL CHECK (state IN ('running', 'paused', 'finding', 'done', 'replaced')),
  to_score integer NOT NULL CHECK (to_score >= 0),
  scored integer NOT NULL DEFAULT 0,
  after_id bigint NOT NULL DEFAULT 0, -- conversations up to this id are done, but for those others held
  piece integer NOT NULL DEFAULT 0,   -- numbers the jobs of the chain, so that one that comes twice finds its work done
  note text,                          -- why it stopped without being asked to
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK (scored <= to_score),
  CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'replaced')))
);
CREATE UNIQUE INDEX rescores_open ON rescores (workspace_id) WHERE state IN ('running', 'paused', 'finding');

CREATE TABLE past_assessments (
  workspace_id integer NOT NULL,
  id bigint NOT NULL,                 -- the number it had among the assessments
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,
  scorer_version text NOT NULL,
  assessed_at timestamptz NOT NULL,
  called integer NOT NULL,            -- qualities that were called for: as many rows of past_scores
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, conversation_id, author_id, scorer_version),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id)
);

-- Without the qualities nothing called for, and without moments: their quotes are the bulk.
CREATE TABLE past_scores (
  workspace_id integer NOT NULL,
  assessment_id bigint NOT NULL,
  quality text NOT NULL,
  score double precision NOT NULL CHECK (score BETWEEN 0 AND 100),
  verdict text NOT NULL CHECK (verdict IN ('met', 'partly', 'missed')),
  PRIMARY KEY (workspace_id, quality, assessment_id),
  FOREIGN KEY (workspace_id, assessment_id) REFERENCES past_assessments (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX past_scores_of_assessment ON past_scores (workspace_id, assessment_id);
CREATE INDEX conversations_by_scorer ON conversations (workspace_id, scorer_version) WHERE scorer_version IS NOT NULL;
`;

/** What was scored before has its version already; the focus was read from the newest of them. */
const known = `
ALTER TABLE assessments NO FORCE ROW LEVEL SECURITY;
ALTER TABLE conversations NO FORCE ROW LEVEL SECURITY;
INSERT INTO scorer_versions (workspace_id, scorer_version, first_used_at, focus_since)
SELECT c.workspace_id, c.scorer_version, coalesce(min(a.assessed_at), now()), coalesce(min(a.assessed_at), now())
FROM conversations c
LEFT JOIN assessments a ON a.workspace_id = c.workspace_id AND a.conversation_id = c.id
WHERE c.scorer_version IS NOT NULL
GROUP BY c.workspace_id, c.scorer_version;
ALTER TABLE assessments FORCE ROW LEVEL SECURITY;
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;
`;

const security = ['scorer_versions', 'rescores', 'past_assessments', 'past_scores']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const scorerVersions = { name: '0005-scorer-versions', sql: tables + known + security };
