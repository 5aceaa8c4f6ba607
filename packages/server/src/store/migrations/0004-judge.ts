/**
 * What the optional judge said, and how much of its daily budget is used. Beside the scores, in tables of its own: nothing
 * that counts, filters or averages reads them.
 */
export const judge = {
  name: '0004-judge',
  sql: `
-- The budget of a day. One row that every server and worker changes, so that together they cannot spend it twice.
CREATE TABLE judge_days (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  day text NOT NULL CHECK (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), -- in UTC
  calls integer NOT NULL CHECK (calls >= 0),
  tokens bigint NOT NULL CHECK (tokens >= 0),  -- told by the provider, or estimated where it told nothing
  PRIMARY KEY (workspace_id, day)
);

CREATE TABLE judge_opinions (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,          -- whose replies were judged
  quality text NOT NULL,
  content_hash text NOT NULL,         -- of everything the answer depends on: text, quality, rubric, provider, host, model
  text_hash text NOT NULL,            -- of the words alone: an opinion is shown only while they still read the same
  provider text NOT NULL,
  host text NOT NULL,
  model text NOT NULL,
  rubric_version text NOT NULL,
  moments jsonb NOT NULL,             -- quotes by position of the message, so that equal conversations can share an answer
  judged_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, author_id, content_hash),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id)
);
CREATE INDEX judge_opinions_by_content ON judge_opinions (workspace_id, content_hash);

${['judge_days', 'judge_opinions']
  .map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));`,
  )
  .join('\n')}
`,
};
