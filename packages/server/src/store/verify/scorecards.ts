/** Scorecards: what a rating meant can be read for as long as the rating is kept. */
import { findScorecardProblems, scorecardContent } from '@rapport/contract';
import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

export const scorecardChecks: readonly Check[] = [
  {
    name: 'scorecards-whole',
    promise: 'every version of a scorecard can be read, and whatever was published had nothing missing',
    async find(db, workspace) {
      const rows = await db
        .selectFrom('scorecard_versions')
        .select(['id', 'state', 'content'])
        .where('workspace_id', '=', workspace)
        .orderBy('id')
        .execute();
      const broken = rows.flatMap(({ id, state, content }) => {
        const read = scorecardContent.safeParse(content);
        if (!read.success) return [`form of version ${id}`];
        return state !== 'draft' && findScorecardProblems(read.data).length > 0 ? [`content of version ${id}`] : [];
      });
      return resultOf(rows.length, broken);
    },
  },
  {
    name: 'past-reviews-counted',
    promise: 'of every file of past reviews each row is kept, was there already, or is named with its reason',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; whole: boolean }>`
        SELECT 'file ' || i.id AS id,
          (SELECT count(*) FROM past_review_problems p WHERE p.workspace_id = ${workspace} AND p.import_id = i.id)
            + i.rows_kept + i.rows_known = i.rows_read
          -- Reviews go with their conversation, so fewer than were kept may be left, never more.
          AND (SELECT count(*) FROM past_reviews r WHERE r.workspace_id = ${workspace} AND r.import_id = i.id)
            <= i.rows_kept AS whole
        FROM past_review_imports i WHERE i.workspace_id = ${workspace} ORDER BY i.id`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ whole }) => !whole).map(({ id }) => id),
      );
    },
  },
];
