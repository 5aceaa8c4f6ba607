/** What an import has scored so far, cut where a ninth and a third of it were done: the same question, asked thrice. */
import type { CountedCluster } from '@rapport/statistics';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** Fewer are no share. */
const fewest = 20;

export interface EarlyCounts {
  conversations: number;
  /** By agent: conversations with voiced trouble, and those in which it was acknowledged. */
  agents: CountedCluster[];
}

/** In the order in which conversations are scored; cuts that hold too few are left out. */
export async function countEarly(db: Db, workspace: number, importId: number): Promise<EarlyCounts[]> {
  const { rows } = await sql<{ cut: number; agent: number; n: number; passed: number }>`
    WITH voiced AS (
      SELECT coalesce(c.agent_ids[1], 0) AS agent, c.heard = 'yes' AS heard, row_number() OVER (ORDER BY c.id) AS place,
        count(*) OVER () AS so_far
      FROM conversations c
      WHERE c.workspace_id = ${workspace} AND c.import_id = ${importId} AND NOT c.needs_scoring
        AND c.scorer_version IS NOT NULL AND c.heard <> 'nothing-to-hear')
    SELECT cut, agent, count(*) AS n, count(*) FILTER (WHERE heard) AS passed
    FROM voiced CROSS JOIN LATERAL (VALUES (so_far / 9), (so_far / 3), (so_far)) AS cuts (cut)
    WHERE cut >= ${fewest} AND place <= cut GROUP BY 1, 2 ORDER BY 1, 2`.execute(db);
  return [...new Set(rows.map(({ cut }) => cut))].map((cut) => ({
    conversations: cut,
    agents: rows.flatMap((one) => (one.cut === cut ? [{ n: one.n, passed: one.passed }] : [])),
  }));
}
