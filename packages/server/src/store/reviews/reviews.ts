/** Filled scorecards: drafts that are saved as they grow, and finished ones that never change. */
import {
  type DrawnWay,
  drawnWay,
  type MachineReading,
  machineReading,
  RapportError,
  type ReviewContent,
  type ReviewKind,
  type ReviewState,
  reviewContent,
  reviewKind,
  reviewState,
} from '@rapport/contract';
import type { Selectable } from 'kysely';
import type { Db } from '../open-store.ts';
import type { Reviews } from '../tables.ts';

export interface StoredReview {
  id: number;
  assignment: number | null;
  conversation: number;
  author: number;
  reviewer: string;
  kind: ReviewKind;
  drawn: DrawnWay;
  probability: number | null;
  versionId: number;
  state: ReviewState;
  revision: number;
  revises: number | null;
  revisionReason: string | null;
  content: ReviewContent;
  score: number | null;
  machine: MachineReading[] | null;
  scorerVersion: string | null;
  seconds: number;
  saves: number;
  savedAt: Date;
  finishedAt: Date | null;
  acknowledgedAt: Date | null;
}

/** Also for what the caller may not know of. */
export const noSuchReview = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such review.',
    wayOut: 'It may have been removed with its conversation; the list shows what is here.',
  });

/** @throws RapportError `not-found` */
export async function loadReview(db: Db, workspace: number, id: number): Promise<StoredReview> {
  const row = await db
    .selectFrom('reviews')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw noSuchReview();
  return toReview(row);
}

export function toReview(row: Selectable<Reviews>): StoredReview {
  return {
    id: row.id,
    assignment: row.assignment_id,
    conversation: row.conversation_id,
    author: row.author_id,
    reviewer: row.reviewer_id,
    kind: reviewKind.parse(row.kind),
    drawn: drawnWay.parse(row.drawn),
    probability: row.probability,
    versionId: row.scorecard_version_id,
    state: reviewState.parse(row.state),
    revision: row.revision,
    revises: row.revises,
    revisionReason: row.revision_reason,
    content: reviewContent.parse(row.content),
    score: row.score,
    machine: row.machine === null ? null : machineReading.array().parse(row.machine),
    scorerVersion: row.scorer_version,
    seconds: row.seconds,
    saves: row.saves,
    savedAt: row.saved_at,
    finishedAt: row.finished_at,
    acknowledgedAt: row.acknowledged_at,
  };
}

/** The newest review of an assignment, finished or not. */
export async function findReviewOf(db: Db, workspace: number, assignment: number): Promise<number | null> {
  const row = await db
    .selectFrom('reviews')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('assignment_id', '=', assignment)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The revision that stands, or is to stand, in the place of a review. */
export async function findRevisionOf(db: Db, workspace: number, review: number): Promise<number | null> {
  const row = await db
    .selectFrom('reviews')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('revises', '=', review)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The person's own unfinished self-review of a conversation. */
export async function findSelfDraft(
  db: Db,
  workspace: number,
  { reviewer, conversation }: { reviewer: string; conversation: number },
): Promise<number | null> {
  const row = await db
    .selectFrom('reviews')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('reviewer_id', '=', reviewer)
    .where('conversation_id', '=', conversation)
    .where('kind', '=', 'self')
    .where('assignment_id', 'is', null)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return row?.id ?? null;
}

export type ReviewToStart = Pick<
  StoredReview,
  'assignment' | 'conversation' | 'author' | 'reviewer' | 'kind' | 'drawn' | 'probability' | 'versionId' | 'content'
> &
  Partial<Pick<StoredReview, 'revision' | 'revises' | 'revisionReason'>>;

/** @returns null when there is one already, for the same assignment or in place of the same review */
export async function startReview(db: Db, workspace: number, review: ReviewToStart, now: Date): Promise<number | null> {
  const started = await db
    .insertInto('reviews')
    .values({
      workspace_id: workspace,
      assignment_id: review.assignment,
      conversation_id: review.conversation,
      author_id: review.author,
      reviewer_id: review.reviewer,
      kind: review.kind,
      drawn: review.drawn,
      probability: review.probability,
      scorecard_version_id: review.versionId,
      content: JSON.stringify(review.content),
      revision: review.revision ?? 1,
      revises: review.revises ?? null,
      revision_reason: review.revisionReason ?? null,
      started_at: now,
      saved_at: now,
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  return started?.id ?? null;
}

/**
 * @param given.saves what the page last read; an older one is refused, or it would undo what another page saved
 * @throws RapportError `conflict`
 */
export async function saveDraft(
  db: Db,
  workspace: number,
  id: number,
  given: { saves: number; content: ReviewContent; seconds: number; now: Date },
): Promise<number> {
  const saved = await db
    .updateTable('reviews')
    .set((eb) => ({
      content: JSON.stringify(given.content),
      saves: eb('saves', '+', 1),
      // Time only grows: a page that was reloaded counts from what was kept.
      seconds: eb.fn<number>('greatest', ['seconds', eb.val(given.seconds)]),
      saved_at: given.now,
    }))
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('saves', '=', given.saves)
    .returning('saves')
    .executeTakeFirst();
  if (saved !== undefined) return saved.saves;
  const { state } = await loadReview(db, workspace, id);
  if (state !== 'draft') throw alreadyFinished();
  throw new RapportError('conflict', {
    what: 'This review was saved from another page since.',
    why: 'Saving over it would lose what was written there.',
    wayOut: 'Load it again; the other page’s words are kept.',
  });
}

export const alreadyFinished = (): RapportError =>
  new RapportError('conflict', {
    what: 'This review is finished and stays as it is.',
    why: 'Others have read it, and numbers rest on it.',
    wayOut: 'Revise it with a reason; the first one stays on record.',
  });

/** @throws RapportError `conflict` when it is finished already */
export async function finishDraft(
  db: Db,
  workspace: number,
  id: number,
  given: {
    score: number | null;
    machine: readonly MachineReading[];
    scorerVersion: string | null;
    seconds: number;
    now: Date;
  },
): Promise<void> {
  const done = await db
    .updateTable('reviews')
    .set((eb) => ({
      state: 'finished',
      score: given.score,
      machine: JSON.stringify(given.machine),
      scorer_version: given.scorerVersion,
      seconds: eb.fn<number>('greatest', ['seconds', eb.val(given.seconds)]),
      finished_at: given.now,
    }))
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw alreadyFinished();
}

/** A newer revision stands in its place. */
export async function markRevised(db: Db, workspace: number, id: number): Promise<void> {
  await db
    .updateTable('reviews')
    .set({ state: 'revised' })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** Out of every average until somebody has decided; back where nothing was changed. */
export async function markDisputed(db: Db, workspace: number, id: number, isDisputed: boolean): Promise<void> {
  await db
    .updateTable('reviews')
    .set({ state: isDisputed ? 'disputed' : 'finished' })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('state', '=', isDisputed ? 'finished' : 'disputed')
    .execute();
}

/** Once; the first time stands. */
export async function markAcknowledged(db: Db, workspace: number, id: number, now: Date): Promise<void> {
  await db
    .updateTable('reviews')
    .set({ acknowledged_at: now })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .execute();
}
