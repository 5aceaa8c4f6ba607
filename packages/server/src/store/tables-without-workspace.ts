/**
 * The only tables whose rows belong to no workspace, each with its reason. Everything else carries a workspace id and
 * row-level security; the store's tests and `rapport verify` compare the database with this list.
 */
export const tablesWithoutWorkspace: Readonly<Record<string, string>> = {
  workspaces: 'the list of workspaces itself',
  users: 'who signs in is looked up before it is known to which workspace they belong',
  sessions: 'the session tells who asks, and only that tells the workspace',
  sign_ins: 'passwords and single sign-ons of users',
  two_factors: 'second factors of users',
  verifications: 'sign-ins that are half done, minutes old',
  schema_migrations: 'which migrations have run in this database',
  schema_migrations_lock: 'keeps two processes from migrating at once',
};

/** Whole schemas that are not ours: the job engine keeps its own tables, whose payloads hold ids only. */
export const schemasWithoutWorkspace: Readonly<Record<string, string>> = {
  jobs: 'tables of the job engine pg-boss',
};
