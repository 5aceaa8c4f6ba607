/** A helpdesk that signs nothing can still ring: its connection then looks before its turn. */
export const rings = {
  name: '0030-rings',
  sql: `
ALTER TABLE connections ADD COLUMN rung_at timestamptz;
COMMENT ON COLUMN connections.rung_at IS 'when its helpdesk rang since the last look began; null: it did not';
`,
};
