/** What a person said of a conversation stays as it was said, and by what chance they came to say it. */
import { scorecardContent, scoreReview } from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { type StoredReview, toReview } from '../reviews/reviews.ts';
import type { Reviews } from '../tables.ts';
import { type Check, type CheckResult, namedViolations, resultOf } from './check.ts';

export const reviewChecks: readonly Check[] = [
  {
    name: 'reviews-recompute',
    promise:
      'a finished review is pinned to a scorecard version that cannot change, its score recomputes equal, its quotes stand where it says',
    async find(db, workspace): Promise<CheckResult> {
      const result: CheckResult = { checked: 0, violations: [] };
      for (let after = 0; result.violations.length < namedViolations; ) {
        const rows = await listFinished(db, workspace, after);
        for (const row of rows) result.violations.push(...(await findBroken(db, workspace, row)));
        result.checked += rows.length;
        const last = rows.at(-1);
        if (last === undefined) return result;
        after = last.id;
      }
      return result;
    },
  },
  {
    name: 'reviews-by-chance',
    promise:
      'each random review has its chance, above 0 and at most 1, and each draw as many conversations as its frame says',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; sound: boolean }>`
        SELECT 'review ' || r.id AS id, r.probability > 0 AND r.probability <= 1
          AND r.probability = t.probability AND r.drawn = t.drawn AS sound
        FROM reviews r LEFT JOIN review_assignments t ON t.workspace_id = ${workspace} AND t.id = r.assignment_id
        WHERE r.workspace_id = ${workspace} AND r.drawn = 'random'
        UNION ALL
        -- Conversations go, and their assignments with them: fewer than were drawn may be left, never more.
        -- Names that turned out to be one person stood in the draw apart.
        SELECT 'agent ' || f.person || ' in draw ' || f.draw_id,
          (SELECT count(*) FROM review_assignments t WHERE t.workspace_id = ${workspace} AND t.draw_id = f.draw_id
            AND t.author_id = ANY(f.names)) <= f.drawn
          AND NOT EXISTS (SELECT FROM review_assignments t WHERE t.workspace_id = ${workspace}
            AND t.draw_id = f.draw_id AND t.author_id = ANY(f.names) AND t.drawn = 'random'
            AND t.probability > f.chance + 1e-9)
        FROM (
          SELECT f.draw_id, coalesce(a.merged_into, a.id) AS person, sum(f.drawn) AS drawn,
            array_agg(DISTINCT a.id) || array_agg(DISTINCT coalesce(a.merged_into, a.id)) AS names,
            max(f.drawn::double precision / nullif(f.eligible, 0)) AS chance
          FROM review_draw_frames f JOIN authors a ON a.workspace_id = ${workspace} AND a.id = f.author_id
          WHERE f.workspace_id = ${workspace} GROUP BY 1, 2
        ) f`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ sound }) => sound !== true).map(({ id }) => id),
      );
    },
  },
  {
    name: 'reviews-revised-openly',
    promise: 'a review is replaced only by a newer revision of the same person with a reason, and one of them counts',
    async find(db, workspace) {
      const { rows } = await sql<{ id: number; sound: boolean }>`
        SELECT r.id, CASE r.state
          WHEN 'revised' THEN n.state IN ('finished', 'disputed', 'revised')
          ELSE coalesce(n.state, 'draft') = 'draft' END
          AND coalesce(n.revision = r.revision + 1 AND n.reviewer_id = r.reviewer_id AND n.author_id = r.author_id
            AND n.conversation_id = r.conversation_id AND n.revision_reason <> '', true) AS sound
        FROM reviews r LEFT JOIN reviews n ON n.workspace_id = ${workspace} AND n.revises = r.id
        WHERE r.workspace_id = ${workspace} ORDER BY r.id`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ sound }) => sound !== true).map(({ id }) => `review ${id}`),
      );
    },
  },
];

const reviewsAtOnce = 500;

interface FinishedRow extends Selectable<Reviews> {
  version_state: string;
  version_content: unknown;
}

async function listFinished(db: Db, workspace: number, after: number): Promise<FinishedRow[]> {
  const { rows } = await sql<FinishedRow>`
    SELECT r.*, v.state AS version_state, v.content AS version_content
    FROM reviews r JOIN scorecard_versions v ON v.workspace_id = ${workspace} AND v.id = r.scorecard_version_id
    WHERE r.workspace_id = ${workspace} AND r.state <> 'draft' AND r.id > ${after}
    ORDER BY r.id LIMIT ${reviewsAtOnce}`.execute(db);
  return rows;
}

async function findBroken(db: Db, workspace: number, row: FinishedRow): Promise<string[]> {
  const review = toReview(row);
  const content = scorecardContent.parse(row.version_content);
  const ratings = review.content.ratings.flatMap(({ categoryId, chosen }) =>
    chosen === undefined ? [] : [{ categoryId, chosen }],
  );
  const { score } = scoreReview(content, ratings);
  const isEqual = score === review.score || Math.abs((score ?? -1) - (review.score ?? -1)) < 1e-9;
  return [
    ...(row.version_state === 'draft' ? [`version of review ${review.id}`] : []),
    ...(isEqual ? [] : [`score of review ${review.id}`]),
    ...((await quotesStand(db, workspace, review)) ? [] : [`quote of review ${review.id}`]),
  ];
}

/** In JavaScript, because places count UTF-16 units. */
async function quotesStand(db: Db, workspace: number, { conversation, content }: StoredReview): Promise<boolean> {
  const quotes = content.ratings.flatMap((rating) => rating.quotes);
  if (quotes.length === 0) return true;
  const messages = await db
    .selectFrom('messages')
    .select(['message_id', 'text'])
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', conversation)
    .execute();
  const texts = new Map(messages.map(({ message_id, text }) => [message_id, text]));
  return quotes.every(({ messageId, start, end, quote }) => texts.get(messageId)?.slice(start, end) === quote);
}
