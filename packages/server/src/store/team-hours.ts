/** In which hours conversations came, and in which the team replied: counted of everybody together. */
import type { HourCounts } from '@rapport/contract';
import { sql } from 'kysely';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import { veryUpsetAt } from './team-load.ts';

/** A quarter of a year: long enough for quiet hours, short enough that nobody looks at last year's hours. */
const weeksCounted = 13;

/** No name and no id of anybody is in it: who worked when is nobody's business here. */
export async function countTeamHours(db: Db, workspace: number, scorerVersion: string): Promise<HourCounts> {
  const { rows } = await sql<{ at: Date; begun: number; hard: number; replies: number }>`
    WITH came AS MATERIALIZED (
      SELECT c.id, c.first_at, c.feeling_first FROM conversations c
      WHERE c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
        AND c.first_at >= (SELECT max(o.first_at) FROM conversations o WHERE o.workspace_id = ${workspace}
          AND o.scorer_version = ${scorerVersion} AND o.not_scored IS NULL) - make_interval(weeks => ${weeksCounted})
    ), begun AS (
      SELECT date_trunc('hour', first_at, 'UTC') AS at, count(*) AS n,
        count(*) FILTER (WHERE feeling_first <= ${veryUpsetAt}) AS hard
      FROM came GROUP BY 1
    ), replied AS (
      SELECT date_trunc('hour', m.at, 'UTC') AS at, count(*) AS n
      FROM came c
      JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = c.id AND m.visibility = 'public'
      JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id AND a.role = 'agent'
      WHERE m.at IS NOT NULL GROUP BY 1
    )
    SELECT coalesce(b.at, r.at) AS at, coalesce(b.n, 0) AS begun, coalesce(b.hard, 0) AS hard, coalesce(r.n, 0) AS replies
    FROM begun b FULL JOIN replied r ON r.at = b.at ORDER BY 1`.execute(db);
  const { rows: around } = await sql<{ people: number; first: Date | null; last: Date | null }>`
    SELECT count(DISTINCT a.author_id) AS people, min(c.first_at) AS first, max(c.first_at) AS last
    FROM conversations c CROSS JOIN LATERAL unnest(c.agent_ids) AS a(author_id)
    WHERE c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
      AND c.first_at >= ${rows[0]?.at ?? null}`.execute(db);
  const [span] = around;
  return {
    scorerVersion,
    ...{ people: span?.people ?? 0, from: isoOf(span?.first ?? null), to: isoOf(span?.last ?? null) },
    hours: rows.map(({ at, ...counts }) => ({ at: at.toISOString(), ...counts })),
  };
}
