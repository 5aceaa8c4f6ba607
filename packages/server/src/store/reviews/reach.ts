/**
 * Which draws could have chosen which part of which conversation. Parts with one history of draws had one chance, so they
 * make one stratum; a part that no draw could reach is not spoken for.
 */
import { type RawBuilder, sql } from 'kysely';
import { listMergedInto } from '../merge-authors.ts';
import type { Db } from '../open-store.ts';
import { authorSeen, type Sees } from '../seen.ts';

export interface Reach {
  from: string | null;
  to: string | null;
  last: number;
  authors: number[] | null;
}

interface ReachRow {
  from: Date | null;
  to: Date | null;
  last: number;
  authors: number[] | null;
}

/** Random draws, and decks of which a moment was judged; each frame once. */
export async function listReaches(db: Db, workspace: number): Promise<Reach[]> {
  const { rows } = await sql<ReachRow>`
    SELECT DISTINCT d.window_from AS "from", d.window_to AS "to", d.last_conversation_id AS last, f.authors
    FROM review_draws d
    CROSS JOIN LATERAL (SELECT array_agg(author_id ORDER BY author_id) AS authors FROM review_draw_frames
      WHERE workspace_id = d.workspace_id AND draw_id = d.id) f
    WHERE d.workspace_id = ${workspace} AND d.kind = 'random' AND f.authors IS NOT NULL
    UNION
    SELECT DISTINCT NULL::timestamptz, NULL::timestamptz, coalesce(d.last_conversation_id, ${Number.MAX_SAFE_INTEGER}::bigint),
      d.frame_authors
    FROM check_decks d WHERE d.workspace_id = ${workspace} AND EXISTS (SELECT FROM check_cards k
      WHERE k.workspace_id = ${workspace} AND k.deck_id = d.id AND k.human_verdict IS NOT NULL)`.execute(db);
  const intoOf = await listMergedInto(db, workspace);
  return rows.map(({ from, to, last, authors }) => ({
    ...{ from: from?.toISOString() ?? null, to: to?.toISOString() ?? null },
    // Who was drawn from under another name is drawn from.
    ...{ last, authors: authors && [...new Set(authors.flatMap((id) => [id, intoOf.get(id) ?? id]))] },
  }));
}

export interface Period {
  from: Date | null;
  to: Date | null;
  sees: Sees;
}

/** The part of a statement before `SELECT`: `parts (assessment, conversation, author, reach)` of scored service. */
export function partsInReach(workspace: number, period: Period, reaches: readonly Reach[]): RawBuilder<unknown> {
  const numbered = JSON.stringify(reaches.map((one, k) => ({ k, ...one })));
  return sql`
    reaches AS (SELECT * FROM json_to_recordset(${numbered}::json)
      AS r(k integer, "from" timestamptz, "to" timestamptz, last bigint, authors bigint[])),
    parts AS (
      SELECT a.id AS assessment, a.conversation_id AS conversation, a.author_id AS author,
        (SELECT string_agg(r.k::text, ' ' ORDER BY r.k) FROM reaches r WHERE c.id <= r.last
          AND (r."from" IS NULL OR c.last_at >= r."from") AND (r."to" IS NULL OR c.last_at <= r."to")
          AND (r.authors IS NULL OR a.author_id = ANY(r.authors))) AS reach
      FROM assessments a
      JOIN conversations c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
      JOIN authors o ON o.workspace_id = a.workspace_id AND o.id = a.author_id
      WHERE a.workspace_id = ${workspace} AND o.role = 'agent' AND NOT o.is_team AND c.not_scored IS NULL
        AND c.not_service IS NULL AND ${authorSeen(period.sees, sql`a.author_id`)}
        AND (${period.from}::timestamptz IS NULL OR c.last_at >= ${period.from}::timestamptz)
        AND (${period.to}::timestamptz IS NULL OR c.last_at <= ${period.to}::timestamptz)
    )`;
}
