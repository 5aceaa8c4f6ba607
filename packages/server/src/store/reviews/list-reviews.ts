/** Finished reviews as rows: behind a number, or about one person. */
import { type DrawnWay, drawnWay, type ReviewState, reviewKind, reviewState } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { isBeingRated } from '../calibration/parts.ts';
import type { Db } from '../open-store.ts';
import { authorSeen, type Sees } from '../seen.ts';

export interface ReviewsQuestion {
  sees: Sees;
  /** Ids of authors; only reviews of their service. */
  about?: readonly number[];
  drawn?: DrawnWay | undefined;
  state?: ReviewState | undefined;
  /** Only reviews that rated this quality, not those where it was not applicable. */
  quality?: string | undefined;
  /** Only of service that another person reviewed too. */
  twice?: 'yes' | undefined;
  from?: Date | null;
  to?: Date | null;
  /** Id of the last one that was read. */
  after?: number | null;
  limit: number;
  /** Whose own unfinished task on the same service keeps a review from being read. */
  blindFor: string | null;
}

export interface StoredReviewRow {
  id: number;
  conversation: number;
  customer: string;
  author: number;
  reviewer: string;
  kind: ReturnType<typeof reviewKind.parse>;
  drawn: DrawnWay;
  state: ReviewState;
  score: number | null;
  finishedAt: Date | null;
  acknowledgedAt: Date | null;
}

interface Row extends Omit<StoredReviewRow, 'kind' | 'drawn' | 'state'> {
  kind: string;
  drawn: string;
  state: string;
  total: number;
}

export async function listReviewRows(
  db: Db,
  workspace: number,
  question: ReviewsQuestion,
): Promise<{ rows: StoredReviewRow[]; total: number }> {
  const { sees, about, drawn, state, quality, twice, from = null, to = null, after = null, limit, blindFor } = question;
  const conditions: RawBuilder<boolean>[] = [
    sql`r.workspace_id = ${workspace} AND r.state <> 'draft'`,
    authorSeen(sees, sql`r.author_id`),
    // What was revised is read from the revision that stands in its place.
    state === undefined ? sql`r.state <> 'revised'` : sql`r.state = ${state}`,
    ...(about === undefined ? [] : [authorSeen(about, sql`r.author_id`)]),
    ...(drawn === undefined ? [] : [sql<boolean>`r.drawn = ${drawn}`]),
    ...(from === null ? [] : [sql<boolean>`c.last_at >= ${from}`]),
    ...(to === null ? [] : [sql<boolean>`c.last_at <= ${to}`]),
    ...(quality === undefined ? [] : [rates(quality)]),
    ...(twice === undefined ? [] : [isReviewedTwice(workspace)]),
    ...(blindFor === null ? [] : [notToBeReadYet(workspace, blindFor)]),
  ];
  const all = sql`FROM reviews r
    JOIN conversations c ON c.workspace_id = r.workspace_id AND c.id = r.conversation_id
    JOIN scorecard_versions v ON v.workspace_id = r.workspace_id AND v.id = r.scorecard_version_id
    LEFT JOIN authors who ON who.workspace_id = c.workspace_id AND who.source = c.source
      AND who.author_key = c.customer_key AND who.role_said = 'customer'
    WHERE ${sql.join(conditions, sql` AND `)}`;
  const counted = await sql<{ n: number }>`SELECT count(*) AS n ${all}`.execute(db);
  const { rows } = await sql<Row>`
    SELECT r.id, r.conversation_id AS conversation, coalesce(who.name, c.customer_key, 'Customer') AS customer,
      r.author_id AS author, r.reviewer_id AS reviewer, r.kind, r.drawn, r.state, r.score,
      r.finished_at AS "finishedAt", r.acknowledged_at AS "acknowledgedAt"
    ${all} AND (${after}::bigint IS NULL OR r.id < ${after}::bigint) ORDER BY r.id DESC LIMIT ${limit}`.execute(db);
  return {
    total: counted.rows[0]?.n ?? 0,
    rows: rows.map((row) => ({
      ...row,
      kind: reviewKind.parse(row.kind),
      drawn: drawnWay.parse(row.drawn),
      state: reviewState.parse(row.state),
    })),
  };
}

/** A category of the pinned scorecard stands for the quality, and it was rated with a point. */
const rates = (quality: string) => sql<boolean>`EXISTS (
  SELECT FROM jsonb_path_query(v.content, '$.groups[*].categories[*]') AS cat,
    jsonb_array_elements(r.content->'ratings') AS rated
  WHERE cat->'kind'->>'quality' = ${quality} AND rated->>'categoryId' = cat->>'id'
    AND jsonb_typeof(rated->'chosen') = 'number')`;

/** Of `reviews AS r`: somebody else rated the same service, blind; nobody's review of their own is meant. */
export const isReviewedTwice = (workspace: number) => sql<boolean>`r.kind <> 'self' AND EXISTS (
  SELECT FROM reviews o WHERE o.workspace_id = ${workspace} AND o.conversation_id = r.conversation_id
    AND o.author_id = r.author_id AND o.reviewer_id <> r.reviewer_id AND o.kind <> 'self' AND o.revision = 1
    AND o.state <> 'draft')`;

const notToBeReadYet = (workspace: number, person: string) => sql<boolean>`(NOT EXISTS (
  SELECT FROM review_assignments t WHERE t.workspace_id = ${workspace} AND t.reviewer_id = ${person}
    AND t.state = 'open' AND t.conversation_id = r.conversation_id AND t.author_id = r.author_id)
  AND NOT ${isBeingRated(workspace, person, { conversation: sql`r.conversation_id`, author: sql`r.author_id` })})`;

/** Whether the person still has to review or rate this service without having seen what others said. */
export async function hasOpenTask(
  db: Db,
  workspace: number,
  { person, conversation, author }: { person: string; conversation: number; author: number },
): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    SELECT EXISTS (SELECT FROM review_assignments t WHERE t.workspace_id = ${workspace} AND t.reviewer_id = ${person}
      AND t.state = 'open' AND t.conversation_id = ${conversation} AND t.author_id = ${author})
      OR ${isBeingRated(workspace, person, { conversation: sql`${conversation}`, author: sql`${author}` })} AS open
  `.execute(db);
  return rows[0]?.open === true;
}
