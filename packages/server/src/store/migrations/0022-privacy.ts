/**
 * How long conversations are kept, whom was erased, and what must never come back.
 *
 * Of an erased person stays a keyed hash of each id they had and of each name that was masked: enough to know them again
 * when a file, a source or an old backup brings them back, and nothing that says who they were.
 */
const tables = `
CREATE TABLE retention_settings (
  workspace_id integer PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  default_days integer CHECK (default_days BETWEEN 1 AND 36500), -- null: kept until somebody deletes it
  channel_days jsonb NOT NULL DEFAULT '{}', -- days by channel where they differ from the default; null: kept
  counted_from text NOT NULL CHECK (counted_from IN ('arrival', 'last-message')),
  starts_at timestamptz NOT NULL,     -- nothing is deleted before
  next_run_at timestamptz NOT NULL,
  changed_by text NOT NULL,           -- a user's id, or 'local'
  changed_at timestamptz NOT NULL
);

CREATE TABLE retention_runs (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,            -- null: under way, or stopped and taken up again
  conversations integer NOT NULL DEFAULT 0 CHECK (conversations >= 0), -- deleted so far
  people integer NOT NULL DEFAULT 0 CHECK (people >= 0), -- customers of whom nothing was left
  by_channel jsonb NOT NULL DEFAULT '{}', -- conversations deleted, by channel
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX retention_runs_open ON retention_runs (workspace_id) WHERE finished_at IS NULL;

CREATE TABLE erasures (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('customer', 'agent', 'replay')), -- replay: what an older backup had brought back
  state text NOT NULL CHECK (state IN ('asked', 'masking', 'done')),
  wanted jsonb,                       -- ids and words of the person until it is done; then gone
  counts jsonb NOT NULL DEFAULT '{}', -- what went and what was masked, in numbers
  asked_by text NOT NULL,             -- a user's id, or 'local'
  asked_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((state = 'done') = (done_at IS NOT NULL)),
  CHECK ((state = 'done') = (wanted IS NULL))
);

CREATE TABLE erased_marks (
  workspace_id integer NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32), -- HMAC-SHA256 with the workspace's own key
  kind text NOT NULL CHECK (kind IN ('gone', 'renamed', 'conversation', 'words', 'name')),
  first_word integer,                 -- of words: a short keyed sum of the first one, to find them in a text quickly
  word_count integer CHECK (word_count > 0),
  erasure_id bigint NOT NULL,
  PRIMARY KEY (workspace_id, hash),
  CHECK ((kind = 'words') = (first_word IS NOT NULL) AND (kind = 'words') = (word_count IS NOT NULL)),
  FOREIGN KEY (workspace_id, erasure_id) REFERENCES erasures (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX erased_marks_of_erasure ON erased_marks (workspace_id, erasure_id);
`;

/** What must not change otherwise may lose the name of whoever is erased, inside the one transaction that says so. */
const lifted = `
DROP TRIGGER keep_finished_review ON reviews;
CREATE TRIGGER keep_finished_review BEFORE UPDATE ON reviews
  FOR EACH ROW WHEN (current_setting('app.erasing', true) IS DISTINCT FROM 'yes')
  EXECUTE FUNCTION keep_finished_review();
DROP TRIGGER keep_handed_in_reading ON calibration_readings;
CREATE TRIGGER keep_handed_in_reading BEFORE UPDATE ON calibration_readings
  FOR EACH ROW WHEN (current_setting('app.erasing', true) IS DISTINCT FROM 'yes')
  EXECUTE FUNCTION keep_handed_in_reading();
DROP TRIGGER keep_published_scorecard ON scorecard_versions;
CREATE TRIGGER keep_published_scorecard BEFORE UPDATE OR DELETE ON scorecard_versions
  FOR EACH ROW WHEN (current_setting('app.erasing', true) IS DISTINCT FROM 'yes')
  EXECUTE FUNCTION keep_published_scorecard();
`;

const security = ['retention_settings', 'retention_runs', 'erasures', 'erased_marks']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
  )
  .join('');

export const privacy = { name: '0022-privacy', sql: tables + lifted + security };
