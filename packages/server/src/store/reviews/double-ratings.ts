/** What people rated twice: reviews of the same service by different people, each before it saw the other's. */
import { type ReviewContent, reviewContent } from '@rapport/contract';
import { sql } from 'kysely';
import { numberOf } from '../conversation-filter.ts';
import type { Db } from '../open-store.ts';
import { authorSeen, type Sees } from '../seen.ts';
import { isReviewedTwice } from './list-reviews.ts';

export interface DoubleReview {
  conversation: number;
  author: number;
  reviewer: string;
  versionId: number;
  content: ReviewContent;
}

/** First revisions with any version of the scorecard: what a person said before the machine's reading was shown. */
export async function listDoubleReviews(
  db: Db,
  workspace: number,
  { scorecardId, sees }: { scorecardId: string; sees: Sees },
): Promise<DoubleReview[]> {
  const { rows } = await sql<Omit<DoubleReview, 'content'> & { content: unknown }>`
    SELECT r.conversation_id AS conversation, r.author_id AS author, r.reviewer_id AS reviewer,
      r.scorecard_version_id AS "versionId", r.content
    FROM reviews r
    JOIN scorecard_versions v ON v.workspace_id = ${workspace} AND v.id = r.scorecard_version_id
      AND v.scorecard_id = ${numberOf(scorecardId)}
    WHERE r.workspace_id = ${workspace} AND r.revision = 1 AND r.state <> 'draft' AND ${isReviewedTwice(workspace)}
      AND ${authorSeen(sees, sql`r.author_id`)}
    ORDER BY r.id`.execute(db);
  return rows.map((row) => ({ ...row, content: reviewContent.parse(row.content) }));
}
