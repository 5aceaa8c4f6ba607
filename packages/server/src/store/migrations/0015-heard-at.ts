/** What was said long ago may be heard today, and is remembered from today on. */
export const heardAt = {
  name: '0015-heard-at',
  sql: `
ALTER TABLE said_things ADD COLUMN heard_at timestamptz NOT NULL DEFAULT now(); -- by our clock: forgotten a month later
DROP INDEX said_things_old;
CREATE INDEX said_things_old ON said_things (workspace_id, heard_at);
`,
};
