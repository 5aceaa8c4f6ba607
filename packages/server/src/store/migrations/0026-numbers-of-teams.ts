/** Answers of single teams, beside those of everybody: found by a job, kept whole, one of each kind. */
export const numbersOfTeams = {
  name: '0026-numbers-of-teams',
  sql: `
CREATE TABLE answers_of_teams (
  workspace_id integer NOT NULL,
  team_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind <> ''), -- 'focus', 'changes', 'outcomes'
  answer jsonb NOT NULL,
  scorer_version text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, team_id, kind),
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN answers_of_teams.kind IS 'focus, changes or outcomes';
COMMENT ON COLUMN answers_of_teams.answer IS 'in the form of the contract, of the people who were in the team when it was found';
ALTER TABLE answers_of_teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE answers_of_teams FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON answers_of_teams
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
};
