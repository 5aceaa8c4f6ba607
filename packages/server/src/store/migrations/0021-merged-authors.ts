/**
 * Several names of one person. Messages carry the author they are counted and scored under, and beside it the one whose
 * name stood there; what people had said about that one goes over too, and is remembered, so that it can come back.
 */
const merged = `
ALTER TABLE authors
  ADD COLUMN merged_into bigint,      -- the author who stands for this person; null: this one does
  ADD CONSTRAINT authors_merged_into FOREIGN KEY (workspace_id, merged_into) REFERENCES authors (workspace_id, id),
  ADD CONSTRAINT authors_not_into_self CHECK (merged_into <> id);
CREATE INDEX authors_merged ON authors (workspace_id, merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE messages
  ADD COLUMN written_as bigint,       -- the author named in the source, where that one is merged into author_id
  ADD CONSTRAINT messages_written_as FOREIGN KEY (workspace_id, written_as) REFERENCES authors (workspace_id, id);
CREATE INDEX messages_as_named ON messages (workspace_id, written_as) WHERE written_as IS NOT NULL;

CREATE TABLE merged_rows (            -- what went over with an author, to be taken back when they are split again
  workspace_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  author_id bigint NOT NULL,          -- the merged one, whose rows they were
  table_name text NOT NULL,
  row_key jsonb NOT NULL,             -- the primary key without workspace and author
  added boolean NOT NULL,             -- true: a row made for the one who stands for both, beside their own
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, table_name, row_key),
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX merged_rows_of_author ON merged_rows (workspace_id, author_id);
ALTER TABLE merged_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE merged_rows FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON merged_rows
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));

-- Whose plan it is may change when two names turn out to be one person; what hangs on it follows.
ALTER TABLE coaching_sessions DROP CONSTRAINT coaching_sessions_workspace_id_plan_id_author_id_fkey,
  ADD CONSTRAINT coaching_sessions_of_person FOREIGN KEY (workspace_id, plan_id, author_id)
    REFERENCES coaching_people (workspace_id, plan_id, author_id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE coaching_pins DROP CONSTRAINT coaching_pins_workspace_id_plan_id_author_id_session_numbe_fkey,
  ADD CONSTRAINT coaching_pins_of_session FOREIGN KEY (workspace_id, plan_id, author_id, session_number)
    REFERENCES coaching_sessions (workspace_id, plan_id, author_id, number) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE coaching_messages DROP CONSTRAINT coaching_messages_workspace_id_plan_id_author_id_fkey,
  ADD CONSTRAINT coaching_messages_of_person FOREIGN KEY (workspace_id, plan_id, author_id)
    REFERENCES coaching_people (workspace_id, plan_id, author_id) ON DELETE CASCADE ON UPDATE CASCADE;

-- A finished review stays as it is; only the name of whose service was read may become that of the same person.
CREATE OR REPLACE FUNCTION keep_finished_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.state = 'draft'
    OR (NEW.content, NEW.score, NEW.machine, NEW.scorer_version, NEW.scorecard_version_id, NEW.conversation_id,
      NEW.reviewer_id, NEW.drawn, NEW.probability, NEW.revision, NEW.finished_at)
    IS DISTINCT FROM (OLD.content, OLD.score, OLD.machine, OLD.scorer_version, OLD.scorecard_version_id, OLD.conversation_id,
      OLD.reviewer_id, OLD.drawn, OLD.probability, OLD.revision, OLD.finished_at)
    OR (NEW.author_id <> OLD.author_id AND NOT EXISTS (SELECT FROM authors a WHERE a.workspace_id = NEW.workspace_id
      AND ((a.id = OLD.author_id AND a.merged_into = NEW.author_id)
        OR (a.id = NEW.author_id AND a.merged_into = OLD.author_id))))) THEN
    RAISE EXCEPTION 'a finished review cannot change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
`;

export const mergedAuthors = { name: '0021-merged-authors', sql: merged };
