/** The log of what was done, and what must stand in it. */
import { sql } from 'kysely';
import { findChainBreaks } from '../list-audit.ts';
import { type Check, resultOf } from './check.ts';

export const accountChecks: readonly Check[] = [
  {
    name: 'audit-chain',
    promise: 'the log of what was done is unbroken: no entry was changed, left out or put in later',
    async find(db, workspace) {
      const { checked, broken } = await findChainBreaks(db, workspace);
      return resultOf(
        checked,
        broken.map((number) => `entry ${number}`),
      );
    },
  },
  {
    name: 'changes-in-log',
    promise: 'every member, invitation, team, key and change of agents’ rights has its entry in the log',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; told: boolean }>`
        SELECT thing.kind || ' ' || thing.id AS id, EXISTS (
          SELECT FROM audit_entries e WHERE e.workspace_id = ${workspace} AND e.what = ANY(thing.whats)
            AND (thing.kind = 'rights' OR e.object = thing.id)) AS told
        FROM (
          SELECT 'member' AS kind, user_id AS id, '{owner-made,invitation-accepted}'::text[] AS whats
            FROM members WHERE workspace_id = ${workspace}
          UNION ALL SELECT 'removed member', user_id, '{member-removed}' FROM members
            WHERE workspace_id = ${workspace} AND state = 'removed'
          UNION ALL SELECT 'link', id::text, '{invited,owner-link-made,password-link-made}' FROM invitations
            WHERE workspace_id = ${workspace}
          UNION ALL SELECT 'team', id::text, '{team-made}' FROM teams WHERE workspace_id = ${workspace}
          UNION ALL SELECT 'key', id::text, '{key-made}' FROM api_keys WHERE workspace_id = ${workspace}
          UNION ALL SELECT 'revoked key', id::text, '{key-revoked}' FROM api_keys
            WHERE workspace_id = ${workspace} AND revoked_at IS NOT NULL
          UNION ALL SELECT 'rights', '', '{rights-changed}' FROM agents_rights WHERE workspace_id = ${workspace}
        ) AS thing`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ told }) => !told).map(({ id }) => id),
      );
    },
  },
  {
    name: 'owner-left',
    promise: 'where there are accounts there is an owner',
    async find(db, workspace) {
      const { rows } = await sql<{ members: number; owners: number }>`
        SELECT count(*) AS members, count(*) FILTER (WHERE role = 'owner' AND state = 'active') AS owners
        FROM members WHERE workspace_id = ${workspace}`.execute(db);
      const { members, owners } = rows[0] ?? { members: 0, owners: 0 };
      return resultOf(members, members > 0 && owners === 0 ? ['no owner is left'] : []);
    },
  },
];
