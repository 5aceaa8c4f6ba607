/** What agents were told and agreed to; until it is filled nothing about a single agent is shown. */
import { type AgentsRights, agentsRights } from '@rapport/contract';
import { sql } from 'kysely';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

export type RightsFilled = Omit<AgentsRights, 'missing' | 'changedBy' | 'changedAt'>;

export async function loadAgentsRights(db: Db, workspace: number): Promise<AgentsRights> {
  const row = await db
    .selectFrom('agents_rights')
    .leftJoin('users', 'users.id', 'agents_rights.changed_by')
    .selectAll('agents_rights')
    .select('users.name')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  const filled: RightsFilled = {
    informedOn: row?.informed_on ?? null,
    agreement: row?.agreement ?? '',
    purposes: row?.purposes ?? '',
    retention: row?.retention ?? '',
    viewsOn: row?.views_on ?? false,
  };
  return agentsRights.parse({
    ...filled,
    missing: findMissing(filled),
    changedBy: row === undefined ? null : (row.name ?? (row.changed_by === 'local' ? 'You' : 'Somebody')),
    changedAt: isoOf(row?.changed_at ?? null),
  });
}

/** Have the agents been told, and are pages of single people switched on? */
export async function areViewsOn(db: Db, workspace: number): Promise<boolean> {
  const rights = await db
    .selectFrom('agents_rights')
    .select('views_on')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return rights?.views_on === true;
}

/** Which of the four are still to be filled. */
export function findMissing(filled: RightsFilled): AgentsRights['missing'] {
  return (['informedOn', 'agreement', 'purposes', 'retention'] as const).filter(
    (name) => filled[name] === null || filled[name] === '',
  );
}

export async function saveAgentsRights(
  db: Db,
  workspace: number,
  { filled, changedBy }: { filled: RightsFilled; changedBy: string },
): Promise<void> {
  const { informedOn, agreement, purposes, retention, viewsOn } = filled;
  await sql`
    INSERT INTO agents_rights (workspace_id, informed_on, agreement, purposes, retention, views_on, changed_by)
    VALUES (${workspace}, ${informedOn}, ${agreement}, ${purposes}, ${retention}, ${viewsOn}, ${changedBy})
    ON CONFLICT (workspace_id) DO UPDATE SET informed_on = excluded.informed_on, agreement = excluded.agreement,
      purposes = excluded.purposes, retention = excluded.retention, views_on = excluded.views_on,
      changed_by = excluded.changed_by, changed_at = now()`.execute(db);
}
