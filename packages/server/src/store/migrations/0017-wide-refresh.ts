/** Who takes up which conversation again is asked of every conversation at each refresh. */
const index = `
CREATE INDEX conversations_taking_up ON conversations (workspace_id, source, follow_up_of) WHERE follow_up_of IS NOT NULL;
`;

export const wideRefresh = { name: '0017-wide-refresh', sql: index };
