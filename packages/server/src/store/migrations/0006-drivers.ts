/** The newest answer about drivers, one per outcome; an older one can be found again from what is stored. */
const table = `
CREATE TABLE driver_answers (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  outcome text NOT NULL CHECK (outcome <> ''),
  answer jsonb NOT NULL,
  fingerprint text NOT NULL,          -- of everything it was computed from
  scorer_version text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  checked_at timestamptz NOT NULL DEFAULT now(), -- when it was last seen to be still true
  PRIMARY KEY (workspace_id, outcome)
);
ALTER TABLE driver_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE driver_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON driver_answers
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`;

export const driverAnswers = { name: '0006-drivers', sql: table };
