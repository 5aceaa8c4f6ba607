/** An agent contests a reading of their own service; another person decides. What is contested stays out of averages. */
const disputes = `
CREATE TABLE disputes (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  conversation_id bigint NOT NULL,
  author_id bigint NOT NULL,          -- whose service it is
  quality text,                       -- of a score by the machine
  review_id bigint,                   -- or of a review by a person,
  category_id text,                   -- and which category of it
  stood text NOT NULL,                -- the reading that is contested: a verdict, or a point of the scale
  scorer_version text,                -- whose reading that was; null: a person's
  proposed text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  opened_by text NOT NULL CHECK (opened_by <> ''), -- id of the person
  opened_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'partly', 'rejected', 'withdrawn')),
  decided text,                       -- the reading that holds from then on
  words text,                         -- why, to the agent
  decided_by text,
  decided_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((quality IS NULL) = (review_id IS NOT NULL)),
  CHECK ((review_id IS NULL) = (category_id IS NULL)),
  CHECK ((quality IS NULL) = (scorer_version IS NULL)),
  CHECK ((state IN ('accepted', 'partly', 'rejected')) = (decided IS NOT NULL)),
  CHECK ((decided IS NULL) = (words IS NULL) AND (decided IS NULL) = (decided_by IS NULL)),
  CHECK ((state = 'open') = (decided_at IS NULL)),
  CHECK (decided_by IS DISTINCT FROM opened_by),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id),
  FOREIGN KEY (workspace_id, review_id) REFERENCES reviews (workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX disputes_one_open ON disputes (workspace_id, conversation_id, author_id, quality)
  WHERE state = 'open' AND quality IS NOT NULL;
CREATE UNIQUE INDEX disputes_one_open_of_review ON disputes (workspace_id, review_id) WHERE state = 'open';
CREATE INDEX disputes_left_out ON disputes (workspace_id, conversation_id, author_id, quality)
  WHERE quality IS NOT NULL AND state IN ('open', 'accepted', 'partly');

CREATE TABLE dispute_settings (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  window_days integer NOT NULL CHECK (window_days BETWEEN 1 AND 365),
  PRIMARY KEY (workspace_id)
);

ALTER TABLE disputes ENABLE ROW LEVEL SECURITY;
ALTER TABLE disputes FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON disputes
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
ALTER TABLE dispute_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispute_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON dispute_settings
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`;

export const disputesStep = { name: '0018-disputes', sql: disputes };
