/** The judge may be asked by a team's own prompt too: an opinion is then of a prompt instead of a quality. */
export const judgePrompts = {
  name: '0026-judge-prompts',
  sql: `
ALTER TABLE judge_opinions
  ALTER COLUMN quality DROP NOT NULL,
  ADD COLUMN prompt_hash text CHECK (prompt_hash ~ '^[0-9a-f]{64}$'), -- of the instructions and the team's words
  ADD CONSTRAINT judge_opinions_about_one CHECK (num_nonnulls(quality, prompt_hash) = 1);
COMMENT ON COLUMN judge_opinions.quality IS 'null: of a prompt';
COMMENT ON COLUMN judge_opinions.prompt_hash IS 'of the instructions and the words of a team''s own prompt; null: of a quality';
`,
};
