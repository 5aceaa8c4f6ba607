/** Disputes: what an agent contested, what was proposed and why, and what another person decided. */
import { type DisputeState, disputeState, type QualityId, qualityId } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-store.ts';
import { authorSeen, type Sees } from './seen.ts';

export interface StoredDispute {
  id: number;
  conversation: number;
  customer: string;
  author: number;
  quality: QualityId | null;
  review: number | null;
  category: string | null;
  stood: string;
  proposed: string;
  reason: string;
  openedBy: string;
  openedAt: Date;
  state: DisputeState;
  decided: string | null;
  words: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

interface Row extends Omit<StoredDispute, 'quality' | 'state'> {
  quality: string | null;
  state: string;
}

/** @param given.author whose service; null: of everybody the caller sees */
export async function listStoredDisputes(
  db: Db,
  workspace: number,
  given: { sees: Sees; state?: DisputeState | undefined; conversation?: number | undefined; id?: number | undefined },
): Promise<StoredDispute[]> {
  const { sees, state, conversation, id } = given;
  const { rows } = await sql<Row>`
    SELECT d.id, d.conversation_id AS conversation, coalesce(c.customer_key, '') AS customer, d.author_id AS author,
      d.quality, d.review_id AS review, d.category_id AS category, d.stood, d.proposed, d.reason,
      d.opened_by AS "openedBy", d.opened_at AS "openedAt", d.state, d.decided, d.words, d.decided_by AS "decidedBy",
      d.decided_at AS "decidedAt"
    FROM disputes d JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = d.conversation_id
    WHERE d.workspace_id = ${workspace} AND ${authorSeen(sees, sql`d.author_id`)}
      AND ${state === undefined ? sql`true` : sql`d.state = ${state}`}
      AND ${conversation === undefined ? sql`true` : sql`d.conversation_id = ${conversation}`}
      AND ${id === undefined ? sql`true` : sql`d.id = ${id}`}
    ORDER BY d.state = 'open' DESC, coalesce(d.decided_at, d.opened_at) DESC, d.id DESC LIMIT 500`.execute(db);
  return rows.map((row) => ({
    ...row,
    quality: row.quality === null ? null : qualityId.parse(row.quality),
    state: disputeState.parse(row.state),
  }));
}

export interface NewStoredDispute {
  conversation: number;
  author: number;
  quality: QualityId | null;
  review: number | null;
  category: string | null;
  stood: string;
  scorerVersion: string | null;
  proposed: string;
  reason: string;
  openedBy: string;
  now: Date;
}

/** @returns null when the same reading is contested already */
export async function saveDispute(db: Db, workspace: number, given: NewStoredDispute): Promise<number | null> {
  const saved = await db
    .insertInto('disputes')
    .values({
      ...{ workspace_id: workspace, conversation_id: given.conversation, author_id: given.author },
      ...{ quality: given.quality, review_id: given.review, category_id: given.category, stood: given.stood },
      ...{ scorer_version: given.scorerVersion, proposed: given.proposed, reason: given.reason },
      ...{ opened_by: given.openedBy, opened_at: given.now },
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  return saved?.id ?? null;
}

/** @returns whether it was open until now */
export async function closeDispute(
  db: Db,
  workspace: number,
  id: number,
  given: { state: DisputeState; decided: string | null; words: string | null; by: string | null; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('disputes')
    .set({
      ...{ state: given.state, decided: given.decided, words: given.words },
      ...{ decided_by: given.by, decided_at: given.now },
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** One score of the machine, and when it was made: contested within a window from then on. */
export async function findScore(
  db: Db,
  workspace: number,
  at: { conversation: number; author: number; quality: QualityId },
): Promise<{ verdict: string; scorerVersion: string; since: Date; quote: string | null } | null> {
  const { rows } = await sql<{ verdict: string; scorerVersion: string; since: Date; quote: string | null }>`
    SELECT s.verdict, a.scorer_version AS "scorerVersion", a.assessed_at AS since,
      (SELECT coalesce(m.response_quote, m.trigger_quote) FROM moments m WHERE m.workspace_id = ${workspace}
        AND m.assessment_id = a.id AND m.quality = s.quality ORDER BY m.number = s.worst_moment DESC, m.number LIMIT 1) AS quote
    FROM assessments a JOIN scores s ON s.workspace_id = ${workspace} AND s.assessment_id = a.id
    WHERE a.workspace_id = ${workspace} AND a.conversation_id = ${at.conversation} AND a.author_id = ${at.author}
      AND s.quality = ${at.quality}`.execute(db);
  return rows[0] ?? null;
}

const usualWindow = 14;

export async function loadDisputeWindow(db: Db, workspace: number): Promise<number> {
  const row = await db
    .selectFrom('dispute_settings')
    .select('window_days')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return row?.window_days ?? usualWindow;
}

export async function saveDisputeWindow(db: Db, workspace: number, days: number): Promise<void> {
  await db
    .insertInto('dispute_settings')
    .values({ workspace_id: workspace, window_days: days })
    .onConflict((same) => same.column('workspace_id').doUpdateSet({ window_days: days }))
    .execute();
}

/**
 * Of `scores AS s`: true where nobody contests it, or the machine was found to be right. What a person found wrong stays
 * out of every average; the machine's reading itself is never edited.
 */
export const isUncontested = (workspace: number): RawBuilder<boolean> => sql<boolean>`NOT EXISTS (
  SELECT FROM disputes d WHERE d.workspace_id = ${workspace} AND d.conversation_id = s.conversation_id
    AND d.author_id = s.author_id AND d.quality = s.quality AND d.state IN ('open', 'accepted', 'partly'))`;
