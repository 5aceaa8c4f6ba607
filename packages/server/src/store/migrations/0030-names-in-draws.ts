/** Names that turn out to be one person stood apart in the draws before that, each with a chance of its own. */
export const namesInDraws = {
  name: '0030-names-in-draws',
  sql: `
ALTER TABLE authors ADD COLUMN last_draw_apart bigint;
COMMENT ON COLUMN authors.last_draw_apart IS
  'of a merged name: the newest draw of reviews when it was merged; in that and all before it stood apart. Null: in none';

-- For names that were merged before: the log tells when, and draws tell when they were drawn.
ALTER TABLE authors NO FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_entries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE review_draws NO FORCE ROW LEVEL SECURITY;
UPDATE authors a SET last_draw_apart = (SELECT max(d.id) FROM review_draws d
  WHERE d.workspace_id = a.workspace_id AND d.drawn_at <= (SELECT max(e.at) FROM audit_entries e
    WHERE e.workspace_id = a.workspace_id AND e.what = 'authors-merged'
      AND a.id::text = ANY (string_to_array(e.detail ->> 'names', ' '))))
  WHERE a.merged_into IS NOT NULL;
ALTER TABLE authors FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_entries FORCE ROW LEVEL SECURITY;
ALTER TABLE review_draws FORCE ROW LEVEL SECURITY;
`,
};
