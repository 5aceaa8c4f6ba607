/** Which mails of a mailbox could not be read, and why: what is counted without a reason cannot be mended by anybody. */
export const mailboxProblems = {
  name: '0034-mailbox-problems',
  sql: `
CREATE TABLE mailbox_problems (
  workspace_id integer NOT NULL,
  mailbox_id bigint NOT NULL,
  path text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL,
  severity text NOT NULL,
  file text NOT NULL,
  column_name text,
  reason text NOT NULL,
  way_out text NOT NULL,
  units integer NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, mailbox_id, path, number),
  FOREIGN KEY (workspace_id, mailbox_id, path)
    REFERENCES mailbox_folders (workspace_id, mailbox_id, path) ON DELETE CASCADE
);
CREATE INDEX mailbox_problems_by_code ON mailbox_problems (workspace_id, mailbox_id, code);
COMMENT ON COLUMN mailbox_problems.path IS 'the folder; read from its beginning again, its problems are found anew';
COMMENT ON COLUMN mailbox_problems.file IS 'folder and number of the mail, as the mail server counts';
COMMENT ON COLUMN mailbox_problems.units IS 'mails that were not taken in for it; 0: a remark';
ALTER TABLE mailbox_problems ENABLE ROW LEVEL SECURITY;
ALTER TABLE mailbox_problems FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON mailbox_problems
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
};
