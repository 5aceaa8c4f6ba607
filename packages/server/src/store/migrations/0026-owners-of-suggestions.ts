/** Who sees to a suggestion is one of the members; a name that was typed before stays as it was. */
export const ownersOfSuggestions = {
  name: '0026-owners-of-suggestions',
  sql: `
ALTER TABLE suggestions ADD COLUMN owner_id text CHECK (owner_id <> ''); -- id of the person; null where a name was typed
COMMENT ON COLUMN suggestions.owner_id IS 'id of the person who sees to it; null: nobody yet, or a name that was typed';
COMMENT ON COLUMN suggestions.owner_name IS 'their name when it was given to them';
`,
};
