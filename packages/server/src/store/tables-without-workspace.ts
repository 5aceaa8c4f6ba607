/**
 * The only tables whose rows belong to no workspace, each with its reason. Everything else carries a workspace id and
 * row-level security; the store's tests and `rapport verify` compare the database with this list.
 */
export const tablesWithoutWorkspace: Readonly<Record<string, string>> = {
  workspaces: 'the list of workspaces itself',
  schema_migrations: 'which migrations have run in this database',
  schema_migrations_lock: 'keeps two processes from migrating at once',
};

/** Whole schemas that are not ours: the job engine keeps its own tables, whose payloads hold ids only. */
export const schemasWithoutWorkspace: Readonly<Record<string, string>> = {
  jobs: 'tables of the job engine pg-boss',
};
