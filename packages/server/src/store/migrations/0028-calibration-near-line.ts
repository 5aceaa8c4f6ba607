/** Conversations of a calibration may be drawn from what the machine read near the pass line: by chance too, kept apart. */
export const calibrationNearLine = {
  name: '0028-calibration-near-line',
  sql: `
ALTER TABLE calibration_parts
  DROP CONSTRAINT calibration_parts_drawn_check,
  DROP CONSTRAINT calibration_parts_check,
  DROP CONSTRAINT calibration_parts_check1,
  ADD COLUMN draw_categories text[], -- near-line: the draw was from what the machine read near the line in one of these
  ADD CONSTRAINT calibration_parts_drawn CHECK (drawn IN ('random', 'near-line', 'chosen')),
  ADD CONSTRAINT calibration_parts_by_chance CHECK ((drawn <> 'chosen') = (probability IS NOT NULL)
    AND (drawn <> 'chosen') = (draw_seed IS NOT NULL) AND (drawn <> 'chosen') = (draw_frame IS NOT NULL)),
  ADD CONSTRAINT calibration_parts_near_line
    CHECK ((drawn = 'near-line') = (draw_categories IS NOT NULL AND cardinality(draw_categories) > 0));
COMMENT ON COLUMN calibration_parts.draw_categories IS
  'ids of categories; near-line: drawn from what the machine read near the pass line in one of these; null: otherwise';
`,
};
