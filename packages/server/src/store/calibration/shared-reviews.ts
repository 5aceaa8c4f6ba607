/** Reviews of the same service by two people or more, as each of them first read it. */
import { type ReviewContent, reviewContent } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { isReviewedTwice } from '../reviews/list-reviews.ts';
import { authorSeen, type Sees } from '../seen.ts';

export interface SharedReview {
  conversation: number;
  author: number;
  reviewer: string;
  versionId: number;
  content: ReviewContent;
  finishedAt: Date;
}

/**
 * The first finished reading of each: a revision came after the machine's view, or from a decided dispute, and says
 * nothing of how strict somebody reads. Nobody's reading of their own service.
 */
export async function listSharedReviews(db: Db, workspace: number, sees: Sees): Promise<SharedReview[]> {
  const { rows } = await sql<Omit<SharedReview, 'content'> & { content: unknown }>`
    SELECT r.conversation_id AS conversation, r.author_id AS author, r.reviewer_id AS reviewer,
      r.scorecard_version_id AS "versionId", r.content, r.finished_at AS "finishedAt"
    FROM reviews r
    WHERE r.workspace_id = ${workspace} AND r.revision = 1 AND r.state <> 'draft' AND ${isReviewedTwice(workspace)}
      AND ${authorSeen(sees, sql`r.author_id`)}
    ORDER BY r.id LIMIT 20000`.execute(db);
  return rows.map((row) => ({ ...row, content: reviewContent.parse(row.content) }));
}

/** What was handed in to calibrations whose comparison is open: before that it is nobody else's business. */
export async function listComparedReadings(db: Db, workspace: number, sees: Sees): Promise<SharedReview[]> {
  const { rows } = await sql<Omit<SharedReview, 'content'> & { content: unknown }>`
    SELECT p.conversation_id AS conversation, p.author_id AS author, r.person_id AS reviewer,
      c.scorecard_version_id AS "versionId", r.content, r.handed_in_at AS "finishedAt"
    FROM calibration_readings r
    JOIN calibrations c ON c.workspace_id = ${workspace} AND c.id = r.calibration_id
      AND c.state IN ('comparing', 'closed')
    JOIN calibration_parts p ON p.workspace_id = ${workspace} AND p.id = r.part_id
    WHERE r.workspace_id = ${workspace} AND r.handed_in_at IS NOT NULL AND ${authorSeen(sees, sql`p.author_id`)}
    ORDER BY r.calibration_id, r.part_id, r.person_id LIMIT 20000`.execute(db);
  return rows.map((row) => ({ ...row, content: reviewContent.parse(row.content) }));
}
