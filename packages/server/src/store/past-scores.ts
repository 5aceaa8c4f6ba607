/**
 * Keeps what an earlier version of the scorer found, for the trend. The shown scores are one version per conversation;
 * this is the shelf beside them, without moments: what is compared over time are verdicts, and quotes are the bulk.
 */
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface ReadAgain {
  id: number;
  scorerVersion: string;
}

/**
 * To be called before the shown scores of these conversations, read by another version, are replaced. A conversation that an older version reads
 * again (somebody went back) loses that version's kept scores: its new ones are shown then.
 */
export async function keepPastScores(db: Db, workspace: number, again: readonly ReadAgain[]): Promise<void> {
  if (again.length === 0) return;
  const given = JSON.stringify(again.map(({ id, scorerVersion }) => ({ id, version: scorerVersion })));
  await sql`
    DELETE FROM past_assessments p USING json_to_recordset(${given}::json) AS g(id bigint, version text)
    WHERE p.workspace_id = ${workspace} AND p.conversation_id = g.id AND p.scorer_version = g.version
  `.execute(db);
  const { rows } = await sql<{ id: number }>`
    INSERT INTO past_assessments (workspace_id, id, conversation_id, author_id, scorer_version, assessed_at, called)
    SELECT a.workspace_id, a.id, a.conversation_id, a.author_id, a.scorer_version, a.assessed_at,
      (SELECT count(*) FROM scores s WHERE s.workspace_id = ${workspace} AND s.assessment_id = a.id
        AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL)
    FROM assessments a JOIN json_to_recordset(${given}::json) AS g(id bigint, version text) ON g.id = a.conversation_id
    WHERE a.workspace_id = ${workspace} AND a.conversation_id = ANY(${again.map(({ id }) => id)}::bigint[])
      AND a.scorer_version <> g.version
    RETURNING id
  `.execute(db);
  if (rows.length === 0) return;
  await sql`
    INSERT INTO past_scores (workspace_id, assessment_id, quality, score, verdict)
    SELECT s.workspace_id, s.assessment_id, s.quality, s.score, s.verdict FROM scores s
    WHERE s.workspace_id = ${workspace} AND s.assessment_id = ANY(${rows.map(({ id }) => id)}::bigint[])
      AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL
  `.execute(db);
}
