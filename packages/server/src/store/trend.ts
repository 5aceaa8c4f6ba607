/** How often a quality was met when it was called for, over time, counted for each version of the scorer. */
import type { QualityId, TrendStep } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';
import { authorSeen, conversationSeen, type Sees } from './seen.ts';

/** Of one agent, in one week or month, as one version reads it. */
export interface TrendCount {
  scorerVersion: string;
  /** Start of the week (Monday) or month, UTC. */
  from: Date;
  agent: number;
  met: number;
  n: number;
}

/** Shown scores and kept ones alike; of each only what was called for, and only of who counts as an agent today. */
const readings = (workspace: number, quality: QualityId): RawBuilder<unknown> => sql`
  SELECT a.scorer_version, a.conversation_id, a.author_id, s.verdict
  FROM scores s JOIN assessments a ON a.workspace_id = ${workspace} AND a.id = s.assessment_id
  WHERE s.workspace_id = ${workspace} AND s.quality = ${quality} AND s.verdict <> 'no-opportunity'
    AND s.called_at IS NOT NULL AND ${isUncontested(workspace)}
  UNION ALL
  SELECT p.scorer_version, p.conversation_id, p.author_id, s.verdict
  FROM past_scores s JOIN past_assessments p ON p.workspace_id = ${workspace} AND p.id = s.assessment_id
  JOIN authors w ON w.workspace_id = ${workspace} AND w.id = p.author_id AND w.role = 'agent'
  WHERE s.workspace_id = ${workspace} AND s.quality = ${quality}`;

/** In order of time. Conversations without a time are in no week, so they are left out. */
export async function countTrend(
  db: Db,
  workspace: number,
  { quality, by, sees }: { quality: QualityId; by: TrendStep; sees: Sees },
): Promise<TrendCount[]> {
  const { rows } = await sql<TrendCount>`
    SELECT r.scorer_version AS "scorerVersion",
      date_trunc(${by}, c.last_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS "from",
      r.author_id AS agent, count(*) FILTER (WHERE r.verdict = 'met') AS met, count(*) AS n
    FROM (${readings(workspace, quality)}) r
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = r.conversation_id
    WHERE c.last_at IS NOT NULL AND ${authorSeen(sees, sql`r.author_id`)}
    GROUP BY 1, 2, 3 ORDER BY 2, 1, 3
  `.execute(db);
  return rows;
}

/** Days between the first and the last conversation; null where none has a time. */
export async function loadSpanDays(db: Db, workspace: number, sees: Sees): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    SELECT extract(epoch FROM max(last_at) - min(last_at))::double precision / 86400 AS days
    FROM conversations c WHERE workspace_id = ${workspace} AND ${conversationSeen(workspace, sees)}`.execute(db);
  return rows[0]?.days ?? null;
}

/** Assessments of one agent by what two versions found in the same conversation; null: nothing called for it. */
export interface TrendPair {
  agent: number;
  before: boolean | null;
  after: boolean | null;
  n: number;
}

/** Only conversations that both versions have read, each with the authors of either. */
export async function countPairs(
  db: Db,
  workspace: number,
  { quality, before, after, sees }: { quality: QualityId; before: string; after: string; sees: Sees },
): Promise<TrendPair[]> {
  const { rows } = await sql<TrendPair>`
    WITH read_by AS (
      SELECT conversation_id, author_id, scorer_version FROM assessments WHERE workspace_id = ${workspace}
      UNION ALL
      SELECT p.conversation_id, p.author_id, p.scorer_version FROM past_assessments p
      JOIN authors w ON w.workspace_id = ${workspace} AND w.id = p.author_id AND w.role = 'agent'
      WHERE p.workspace_id = ${workspace}
    ), found AS (${readings(workspace, quality)})
    SELECT x.author_id AS agent, b.verdict = 'met' AS before, a.verdict = 'met' AS after, count(*) AS n
    FROM read_by x
    JOIN read_by y ON y.conversation_id = x.conversation_id AND y.author_id = x.author_id AND y.scorer_version = ${after}
    LEFT JOIN found b ON b.conversation_id = x.conversation_id AND b.author_id = x.author_id
      AND b.scorer_version = ${before}
    LEFT JOIN found a ON a.conversation_id = x.conversation_id AND a.author_id = x.author_id
      AND a.scorer_version = ${after}
    WHERE x.scorer_version = ${before} AND (a.verdict IS NOT NULL OR b.verdict IS NOT NULL)
      AND ${authorSeen(sees, sql`x.author_id`)}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  `.execute(db);
  return rows;
}
