/** Reasons are found for single teams too: of the groups that were found in everybody's conversations. */
export const reasonsOfTeams = {
  name: '0027-reasons-of-teams',
  sql: `
COMMENT ON COLUMN answers_of_teams.kind IS 'focus, changes, outcomes or reasons';
`,
};
