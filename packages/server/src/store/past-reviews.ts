/** Reviews a team made elsewhere, as brought in; of unknown selection, so nothing that estimates a rate reads them. */
import {
  type PastReview,
  type PastReviewImport,
  type PastReviewProblem,
  type QualityId,
  RapportError,
} from '@rapport/contract';
import { sql } from 'kysely';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';

export interface PastReviewFile {
  fileName: string;
  by: string;
  now: Date;
  columns: object;
  /** With everything masked that must not be stored. */
  reviews: readonly (PastReview & { quality: QualityId | null })[];
  problems: readonly PastReviewProblem[];
}

/** Keeps a file whole: ratings that are there already are counted, rows that could not be read are kept as they are. */
export async function savePastReviews(db: Db, workspace: number, file: PastReviewFile): Promise<PastReviewImport> {
  const rows = file.reviews.length + file.problems.length;
  const { id } = await db
    .insertInto('past_review_imports')
    .values({
      ...{ workspace_id: workspace, file_name: file.fileName, imported_at: file.now, imported_by: file.by },
      ...{ columns: JSON.stringify(file.columns), rows_read: rows, rows_kept: 0, rows_known: 0 },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  let kept = 0;
  for (let at = 0; at < file.reviews.length; at += rowsAtOnce) {
    kept += await insertReviews(db, workspace, id, file.reviews.slice(at, at + rowsAtOnce));
  }
  for (let at = 0; at < file.problems.length; at += rowsAtOnce) {
    const some = file.problems.slice(at, at + rowsAtOnce);
    await db
      .insertInto('past_review_problems')
      .values(
        some.map(({ line, column, reason, wayOut, row }) => ({
          ...{
            workspace_id: workspace,
            import_id: id,
            line,
            column_name: column,
            reason,
            way_out: wayOut,
            row_text: row,
          },
        })),
      )
      .execute();
  }
  const known = file.reviews.length - kept;
  await db
    .updateTable('past_review_imports')
    .set({ rows_kept: kept, rows_known: known })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
  await findConversations(db, workspace);
  return {
    ...{ id: String(id), fileName: file.fileName, at: file.now.toISOString(), by: file.by, rows, kept, known },
    refused: file.problems.length,
  };
}

const rowsAtOnce = 500;

async function insertReviews(
  db: Db,
  workspace: number,
  importId: number,
  reviews: PastReviewFile['reviews'],
): Promise<number> {
  const inserted = await db
    .insertInto('past_reviews')
    .values(
      reviews.map((one) => ({
        ...{ workspace_id: workspace, import_id: importId, line: one.line, conversation_ref: one.conversation },
        ...{ reviewee: one.reviewee, reviewer: one.reviewer, category: one.category, quality: one.quality },
        ...{ score: one.score, scale_lowest: one.scaleLowest, scale_highest: one.scaleHighest },
        ...{ comment: one.comment, reviewed_at: one.at },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.length;
}

/**
 * Ties ratings to conversations and authors that are here by now. An id that two sources share is left open: a rating on
 * the wrong conversation would be worse than one on none.
 */
export async function findConversations(db: Db, workspace: number): Promise<void> {
  await sql`
    UPDATE past_reviews p SET conversation_id = found.id
    FROM (SELECT source_id, min(id) AS id FROM conversations WHERE workspace_id = ${workspace}
      GROUP BY source_id HAVING count(*) = 1) AS found
    WHERE p.workspace_id = ${workspace} AND p.conversation_id IS NULL AND found.source_id = p.conversation_ref`.execute(
    db,
  );
  // Of a conversation with one agent it is that one; of more, the one whose name or key the file gives.
  await sql`
    UPDATE past_reviews p SET author_id = found.author_id
    FROM (
      SELECT r.id, min(s.author_id) AS author_id FROM past_reviews r
      JOIN assessments s ON s.workspace_id = ${workspace} AND s.conversation_id = r.conversation_id
      JOIN authors a ON a.workspace_id = ${workspace} AND a.id = s.author_id
      WHERE r.workspace_id = ${workspace} AND r.author_id IS NULL AND (
        lower(r.reviewee) IN (lower(a.name), lower(a.author_key)) OR (SELECT count(*) FROM assessments o
          WHERE o.workspace_id = ${workspace} AND o.conversation_id = r.conversation_id) = 1)
      GROUP BY r.id HAVING count(*) = 1
    ) AS found
    WHERE p.workspace_id = ${workspace} AND p.id = found.id`.execute(db);
}

export async function listPastImports(db: Db, workspace: number): Promise<PastReviewImport[]> {
  const rows = await db
    .selectFrom('past_review_imports')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: String(row.id), fileName: row.file_name, at: row.imported_at.toISOString(), by: row.imported_by },
    ...{ rows: row.rows_read, kept: row.rows_kept, known: row.rows_known },
    refused: row.rows_read - row.rows_kept - row.rows_known,
  }));
}

/** @throws RapportError `not-found` */
export async function listPastProblems(db: Db, workspace: number, importId: string): Promise<PastReviewProblem[]> {
  await requireImport(db, workspace, importId);
  const rows = await db
    .selectFrom('past_review_problems')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('import_id', '=', numberOf(importId))
    .orderBy('line')
    .execute();
  return rows.map(({ line, column_name: column, reason, way_out: wayOut, row_text: row }) => ({
    ...{ line, column, reason, wayOut, row },
  }));
}

/** @returns how many ratings went. @throws RapportError `not-found` */
export async function removePastImport(db: Db, workspace: number, importId: string): Promise<number> {
  await requireImport(db, workspace, importId);
  const gone = await db
    .deleteFrom('past_reviews')
    .where('workspace_id', '=', workspace)
    .where('import_id', '=', numberOf(importId))
    .executeTakeFirst();
  await db
    .deleteFrom('past_review_imports')
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(importId))
    .execute();
  return Number(gone.numDeletedRows);
}

async function requireImport(db: Db, workspace: number, importId: string): Promise<void> {
  const found = await db
    .selectFrom('past_review_imports')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(importId))
    .executeTakeFirst();
  if (found !== undefined) return;
  throw new RapportError('not-found', {
    what: 'There is no such file of past reviews.',
    wayOut: 'Go back to the list of past reviews.',
  });
}

export interface StoredPastRating {
  conversationRef: string;
  conversationId: number | null;
  authorId: number | null;
  reviewee: string;
  reviewer: string;
  category: string;
  quality: string | null;
  score: number;
  /** The scorer's on that quality, where it has one. */
  machine: number | null;
}

/** Every rating that applied, with the scorer's score of the same quality beside it. */
export async function listPastRatings(db: Db, workspace: number): Promise<StoredPastRating[]> {
  const { rows } = await sql<StoredPastRating>`
    SELECT p.conversation_ref AS "conversationRef", p.conversation_id AS "conversationId", p.author_id AS "authorId",
      p.reviewee, p.reviewer, p.category, p.quality, p.score, s.score AS machine
    FROM past_reviews p
    LEFT JOIN scores s ON s.workspace_id = ${workspace} AND s.conversation_id = p.conversation_id
      AND s.author_id = p.author_id AND s.quality = p.quality
    WHERE p.workspace_id = ${workspace} AND p.score IS NOT NULL
    ORDER BY p.id`.execute(db);
  return rows;
}
