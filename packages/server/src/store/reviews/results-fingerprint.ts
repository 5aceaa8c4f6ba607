import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

/**
 * Changes whenever something that review results rest on does: a review, a judged moment, a draw, a conversation taken out, a
 * dispute, a score. Each part is a look at the end of an index, so that asking costs nothing beside counting anew.
 */
export async function loadResultsFingerprint(db: Db, workspace: number): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    SELECT concat_ws(' ',
      (SELECT count(*) || '/' || coalesce(max(finished_at)::text, '') || '/' || count(*) FILTER (WHERE state = 'disputed')
        || '/' || count(*) FILTER (WHERE state = 'revised') FROM reviews WHERE workspace_id = ${workspace}),
      (SELECT coalesce(max(answered_at)::text, '') FROM check_cards
        WHERE workspace_id = ${workspace} AND human_verdict IS NOT NULL),
      (SELECT max(id) FROM review_draws WHERE workspace_id = ${workspace}),
      (SELECT count(*) FROM review_assignments WHERE workspace_id = ${workspace} AND state = 'replaced'),
      (SELECT count(*) || '/' || coalesce(max(decided_at)::text, '') FROM disputes WHERE workspace_id = ${workspace}),
      (SELECT max(id) FROM assessments WHERE workspace_id = ${workspace}),
      (SELECT max(id) FROM scorecard_versions WHERE workspace_id = ${workspace} AND state = 'published')
    ) AS fingerprint`.execute(db);
  return rows[0]?.fingerprint ?? '';
}
