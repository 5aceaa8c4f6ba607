/** Misses worth reading first, the best few of each quality: the order of `chooseCandidates`, asked of the database. */
import { type QualityId, qualityIds } from '@rapport/contract';
import { chooseCandidates, fewestWords, mostCandidates, type ReadingCandidate } from '@rapport/insight';
import { sql } from 'kysely';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';
import { authorSeen, type Sees } from './seen.ts';

interface CandidateRow {
  conversation_id: number;
  quality: QualityId;
  confidence: number;
  followed: boolean;
  quote: string;
  why: string;
}

/** @param sees whose misses; null: everybody's */
export async function listCandidates(
  db: Db,
  workspace: number,
  { scorerVersion, sees }: { scorerVersion: string; sees: Sees },
): Promise<ReadingCandidate[]> {
  const found: CandidateRow[] = [];
  for (const quality of qualityIds) {
    const { rows } = await sql<CandidateRow>`
      SELECT s.conversation_id, s.quality, s.confidence, coalesce(s.trouble_followed, false) AS followed, q.quote, m.why
      FROM scores s
      JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id
      JOIN moments m ON m.workspace_id = ${workspace} AND m.assessment_id = s.assessment_id AND m.number = s.worst_moment
      CROSS JOIN LATERAL (SELECT coalesce(m.trigger_quote, m.response_quote) AS quote) q
      WHERE s.workspace_id = ${workspace} AND s.quality = ${quality} AND s.verdict = 'missed' AND s.called_at IS NOT NULL
        AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL AND q.quote <> '' AND ${isUncontested(workspace)}
        AND ${authorSeen(sees, sql`s.author_id`)}
      ORDER BY (q.quote ~ ${severalWords}) DESC, s.trouble_followed IS TRUE DESC, s.confidence DESC, s.conversation_id,
        s.assessment_id
      LIMIT ${mostCandidates}
    `.execute(db);
    found.push(...rows);
  }
  return chooseCandidates(
    found.map(({ conversation_id, ...one }) => ({ ...one, conversationId: String(conversation_id) })),
  );
}

const severalWords = `(\\S+\\s+){${fewestWords - 1}}`;
