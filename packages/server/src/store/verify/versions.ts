/** Two versions of the scorer side by side, and never mixed. */
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { type Check, type CheckResult, resultOf } from './check.ts';

const ask = async (
  db: Db,
  counted: ReturnType<typeof sql<{ n: number }>>,
  broken: ReturnType<typeof sql<{ id: string }>>,
): Promise<CheckResult> => {
  const all = await counted.execute(db);
  const { rows } = await broken.execute(db);
  return resultOf(
    all.rows[0]?.n ?? 0,
    rows.map(({ id }) => id),
  );
};

export const versionChecks: readonly Check[] = [
  {
    name: 'one-version-shown',
    promise: 'each conversation shows the scores of exactly one version of the scorer, the one that stands on it',
    find: (db, workspace) =>
      ask(
        db,
        sql`SELECT count(*) AS n FROM conversations WHERE workspace_id = ${workspace} AND scorer_version IS NOT NULL`,
        sql`
        SELECT 'assessment ' || a.id AS id FROM assessments a
        JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = a.conversation_id
        WHERE a.workspace_id = ${workspace} AND a.scorer_version IS DISTINCT FROM c.scorer_version
        UNION ALL
        SELECT 'version of conversation ' || c.id FROM conversations c
        WHERE c.workspace_id = ${workspace} AND c.scorer_version IS NOT NULL AND NOT EXISTS (
          SELECT FROM scorer_versions v WHERE v.workspace_id = ${workspace} AND v.scorer_version = c.scorer_version)
        LIMIT 20`,
      ),
  },
  {
    name: 'past-scores-whole',
    promise: 'what an earlier version scored is kept apart, once, and as many scores as it had called for',
    find: (db, workspace) =>
      ask(
        db,
        sql`SELECT count(*) AS n FROM past_assessments WHERE workspace_id = ${workspace}`,
        sql`
        SELECT 'kept assessment ' || p.id AS id FROM past_assessments p
        JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = p.conversation_id
        LEFT JOIN (SELECT assessment_id, count(*) AS n FROM past_scores WHERE workspace_id = ${workspace}
          GROUP BY assessment_id) s ON s.assessment_id = p.id
        WHERE p.workspace_id = ${workspace} AND (p.called <> coalesce(s.n, 0) OR p.scorer_version = c.scorer_version
          OR EXISTS (SELECT FROM assessments a WHERE a.workspace_id = ${workspace} AND a.id = p.id)
          OR NOT EXISTS (SELECT FROM scorer_versions v WHERE v.workspace_id = ${workspace}
            AND v.scorer_version = p.scorer_version))
        LIMIT 20`,
      ),
  },
  {
    name: 'rescores-whole',
    promise: 'a rescore that is going on has work waiting, and after one that is done the focus is of its version',
    find: async (db, workspace) => {
      const { rows } = await sql<{ job: string | null }>`SELECT to_regclass('jobs.job') AS job`.execute(db);
      const hasWork =
        rows[0]?.job == null
          ? sql`false`
          : sql`EXISTS (SELECT FROM jobs.job j WHERE j.state IN ('created', 'retry', 'active')
              AND (j.data->>'workspaceId')::integer = ${workspace}
              AND ((j.data->>'rescoreId')::bigint = r.id OR (r.state = 'finding' AND j.name = 'refresh-focus')))`;
      return ask(
        db,
        sql`SELECT count(*) AS n FROM rescores WHERE workspace_id = ${workspace}`,
        sql`
        SELECT 'rescore ' || r.id || ' in state ' || r.state AS id FROM rescores r
        WHERE r.workspace_id = ${workspace} AND (
          (r.state IN ('running', 'finding') AND NOT ${hasWork})
          OR (r.state = 'done' AND NOT EXISTS (SELECT FROM scorer_versions v WHERE v.workspace_id = ${workspace}
            AND v.scorer_version = r.scorer_version AND v.focus_since IS NOT NULL)))
        LIMIT 20`,
      );
    },
  },
];
