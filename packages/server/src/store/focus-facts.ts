/** Scored conversations as the focus analysis reads them: counted in the database, no text but the quotes of reading tips. */
import type { FocusInput } from '@rapport/insight';
import { sql } from 'kysely';
import { tallyAgents } from './focus-tally.ts';
import type { Db } from './open-store.ts';
import { listCandidates } from './reading-candidates.ts';
import { countJudged } from './reviews/driver-reviews.ts';
import { answeredBy, authorSeen, conversationSeen, type Sees } from './seen.ts';

/**
 * Everything `findFocus` needs. Ask within one snapshot: what is scored meanwhile must be in all parts or in none.
 *
 * @param seed for anything the analysis draws at random
 * @param scorerVersion the only version whose scores are read; what another one scored is counted as left out
 * @param sees whose service it is about; null: everybody's
 */
export async function loadFocusInput(
  db: Db,
  workspace: number,
  { seed, scorerVersion, sees }: { seed: number; scorerVersion: string; sees: Sees },
): Promise<FocusInput> {
  return {
    ...(await tallyAgents(db, workspace, { scorerVersion, sees })),
    reading: await listCandidates(db, workspace, { scorerVersion, sees }),
    ...(await loadTotals(db, workspace, sees)),
    notScored: [
      ...(await listNotScored(db, workspace, { importId: null, sees })),
      ...(await listOtherScorer(db, workspace, { scorerVersion, sees })),
    ],
    reviews: await countJudged(db, workspace, sees),
    reviewers: await countReviewers(db, workspace, sees),
    scorerVersion,
    seed,
  };
}

/** Persons whose reviews of others are finished. */
async function countReviewers(db: Db, workspace: number, sees: Sees): Promise<number> {
  const { rows } = await sql<{ reviewers: number }>`
    SELECT count(DISTINCT reviewer_id) AS reviewers FROM reviews
    WHERE workspace_id = ${workspace} AND state <> 'draft' AND kind <> 'self'
      AND ${authorSeen(sees, sql`author_id`)}`.execute(db);
  return rows[0]?.reviewers ?? 0;
}

async function loadTotals(db: Db, workspace: number, sees: Sees): Promise<Pick<FocusInput, 'totals' | 'period'>> {
  const { rows } = await sql<{ conversations: number; messages: number; first: Date | null; last: Date | null }>`
    SELECT count(*) AS conversations, coalesce(sum(message_count), 0)::bigint AS messages,
      min(first_at) AS first, max(last_at) AS last
    FROM conversations c WHERE workspace_id = ${workspace} AND ${conversationSeen(workspace, sees)}
  `.execute(db);
  const [row] = rows;
  return {
    totals: { conversations: row?.conversations ?? 0, messages: row?.messages ?? 0 },
    period: { from: row?.first?.toISOString() ?? null, to: row?.last?.toISOString() ?? null },
  };
}

/** Why conversations were not scored, with how many; of one import, or of all. */
export async function listNotScored(
  db: Db,
  workspace: number,
  { importId, sees }: { importId: number | null; sees: Sees },
): Promise<{ reason: string; conversations: number }[]> {
  const ofImport =
    importId === null
      ? sql``
      : sql`AND EXISTS (SELECT 1 FROM import_conversations i WHERE i.workspace_id = ${workspace}
          AND i.import_id = ${importId} AND i.conversation_id = c.id)`;
  const { rows } = await sql<{ reason: string; conversations: number }>`
    SELECT not_scored AS reason, count(*) AS conversations FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.not_scored IS NOT NULL ${ofImport}
      AND ${conversationSeen(workspace, sees)}
    GROUP BY not_scored ORDER BY count(*) DESC, not_scored COLLATE "C"
  `.execute(db);
  return rows;
}

/** Scored, but by another version than the one the answer is read from. */
async function listOtherScorer(
  db: Db,
  workspace: number,
  { scorerVersion: version, sees }: { scorerVersion: string; sees: Sees },
): Promise<{ reason: string; conversations: number }[]> {
  const { rows } = await sql<{ conversations: number }>`
    SELECT count(*) AS conversations FROM conversations c
    WHERE workspace_id = ${workspace} AND not_scored IS NULL
      AND (scorer_version < ${version} OR scorer_version > ${version}) AND ${answeredBy(sees)}
  `.execute(db);
  const conversations = rows[0]?.conversations ?? 0;
  return conversations === 0 ? [] : [{ reason: 'other-scorer', conversations }];
}
