/**
 * Lists by quality and verdict. Which verdicts a quality has, and what follows them, hang together: professionalism is
 * hardly ever missed. Without these statistics the planner expects hundreds of such conversations, walks the newest ones
 * to find fifty of them, and walks them all. The sample is large because the rare combinations are those that matter.
 */
export const scoreLookups = {
  name: '0003-score-lookups',
  sql: `
CREATE STATISTICS scores_found_together (mcv) ON quality, verdict, trouble_followed FROM scores;
ALTER STATISTICS scores_found_together SET STATISTICS 1000;
CREATE INDEX scores_of_author ON scores (workspace_id, author_id, quality, verdict, conversation_id);
`,
};
