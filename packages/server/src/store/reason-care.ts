/** What people said of a reason: who looks after it and since when it is fixed; with the weeks around the fix. */
import type { ReasonKind } from '@rapport/contract';
import type { WeekOfReason } from '@rapport/insight';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import type { ReasonScope } from './reason-counts.ts';

export interface KeptCare {
  kind: ReasonKind;
  key: string;
  owner: string | null;
  fixedAt: string | null;
}

export async function listCare(db: Db, workspace: number): Promise<KeptCare[]> {
  const { rows } = await sql<Omit<KeptCare, 'fixedAt'> & { fixed: Date | null }>`
    SELECT kind, reason_key AS key, owner, fixed_at AS fixed FROM reason_care
    WHERE workspace_id = ${workspace} ORDER BY kind, reason_key COLLATE "C"`.execute(db);
  return rows.map(({ fixed, ...care }) => ({ ...care, fixedAt: fixed?.toISOString() ?? null }));
}

/** Is there such a group, or was something said of it before? */
export async function isKnownReason(
  db: Db,
  workspace: number,
  { kind, key }: Pick<KeptCare, 'kind' | 'key'>,
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    SELECT EXISTS (SELECT FROM reason_sentences
        WHERE workspace_id = ${workspace} AND kind = ${kind} AND reason_key = ${key})
      OR EXISTS (SELECT FROM reason_care
        WHERE workspace_id = ${workspace} AND kind = ${kind} AND reason_key = ${key}) AS known`.execute(db);
  return rows[0]?.known === true;
}

/** Nothing said is nothing kept. */
export async function saveCare(
  db: Db,
  workspace: number,
  { care: { kind, key, owner, fixedAt }, saidBy, saidAt }: { care: KeptCare; saidBy: string; saidAt: Date },
): Promise<void> {
  if (owner === null && fixedAt === null) {
    await sql`DELETE FROM reason_care WHERE workspace_id = ${workspace} AND kind = ${kind} AND reason_key = ${key}`.execute(
      db,
    );
    return;
  }
  await sql`
    INSERT INTO reason_care (workspace_id, kind, reason_key, owner, fixed_at, said_by, said_at)
    VALUES (${workspace}, ${kind}, ${key}, ${owner}, ${fixedAt}, ${saidBy}, ${saidAt})
    ON CONFLICT (workspace_id, kind, reason_key) DO UPDATE SET owner = excluded.owner, fixed_at = excluded.fixed_at,
      said_by = excluded.said_by, said_at = excluded.said_at`.execute(db);
}

/** So many weeks before the fix are looked at. */
const weeksBefore = 26;

/** Full weeks before and after the fix, oldest first, with all scored conversations and those of the group. */
export async function countAroundFix(
  db: Db,
  { workspace, scorerVersion }: ReasonScope,
  { kind, key, fixedAt }: { kind: ReasonKind; key: string; fixedAt: string },
): Promise<{ before: WeekOfReason[]; after: WeekOfReason[] }> {
  const { rows } = await sql<{ week: number; of: number; n: number; ends: boolean }>`
    SELECT week, count(*) AS of, count(*) FILTER (WHERE held) AS n,
      ${fixedAt}::timestamptz + (week + 1) * interval '7 days' <= max(end_of_data) AS ends
    FROM (
      SELECT floor(extract(epoch FROM (c.last_at - ${fixedAt}::timestamptz)) / 604800)::int AS week,
        max(c.last_at) OVER () AS end_of_data,
        EXISTS (SELECT FROM reason_sentences r WHERE r.workspace_id = ${workspace} AND r.conversation_id = c.id
          AND r.kind = ${kind} AND r.reason_key = ${key}) AS held
      FROM conversations c
      WHERE c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
        AND c.last_at IS NOT NULL) counted
    WHERE week >= ${-weeksBefore} GROUP BY week ORDER BY week`.execute(db);
  return {
    before: rows.filter(({ week }) => week < 0).map(({ of, n }) => ({ of, n })),
    after: rows.filter(({ week, ends }) => week >= 0 && ends).map(({ of, n }) => ({ of, n })),
  };
}
