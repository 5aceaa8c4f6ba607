import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

/** Sources that are read by themselves. */
export const connectionChecks: readonly Check[] = [
  {
    name: 'connections-go-on',
    promise: 'each connection that is not paused knows when it is read again, and no key stands there unsealed',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; broken: boolean }>`
        SELECT 'connection ' || id AS id,
          (state = 'paused') IS DISTINCT FROM (next_at IS NULL) OR cursor IS NULL
            OR coalesce(sealed_secret !~ '^v1[.][A-Za-z0-9_-]{38,}$', false) AS broken
        FROM connections WHERE workspace_id = ${workspace}`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ broken }) => broken).map(({ id }) => id),
      );
    },
  },
];
