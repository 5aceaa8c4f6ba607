/** Who is to read what by when. */
import {
  assignmentStates,
  channel,
  drawnWay,
  RapportError,
  type ReplaceReason,
  type ReviewTask,
  reviewKind,
} from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { listShownNames, nameOf } from '../author-names.ts';
import { insertRows } from '../insert-rows.ts';
import { isoOf } from '../iso-of.ts';
import type { Db } from '../open-store.ts';
import { authorSeen, type Sees } from '../seen.ts';
import { listReviewers, personNameOf } from './list-reviewers.ts';

export interface AssignmentToSave {
  draw: number | null;
  conversation: number;
  author: number;
  kind: ReviewTask['kind'];
  drawn: ReviewTask['drawn'];
  probability: number | null;
  why: string;
  versionId: number;
  reviewer: string;
  by: string;
  at: Date;
  dueAt: Date | null;
  inPlaceOf: number | null;
}

export async function saveAssignments(db: Db, workspace: number, given: readonly AssignmentToSave[]): Promise<void> {
  await insertRows(
    db,
    'review_assignments',
    given.map((one) => columnsOf(workspace, one)),
  );
}

export async function saveAssignment(db: Db, workspace: number, one: AssignmentToSave): Promise<number> {
  const { id } = await db
    .insertInto('review_assignments')
    .values(columnsOf(workspace, one))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const columnsOf = (workspace: number, one: AssignmentToSave) => ({
  workspace_id: workspace,
  draw_id: one.draw,
  conversation_id: one.conversation,
  author_id: one.author,
  kind: one.kind,
  drawn: one.drawn,
  probability: one.probability,
  why: one.why,
  scorecard_version_id: one.versionId,
  reviewer_id: one.reviewer,
  assigned_by: one.by,
  assigned_at: one.at.toISOString(),
  due_at: one.dueAt?.toISOString() ?? null,
  // Named because whole rows are inserted, where a default would be left out.
  state: 'open',
  replaced_words: '',
  in_place_of: one.inPlaceOf,
});

export interface StoredAssignment {
  id: number;
  draw: number | null;
  conversation: number;
  author: number;
  kind: ReviewTask['kind'];
  drawn: ReviewTask['drawn'];
  probability: number | null;
  why: string;
  versionId: number;
  reviewer: string;
  state: ReviewTask['state'];
  dueAt: Date | null;
}

/** @throws RapportError `not-found` */
export async function loadAssignment(db: Db, workspace: number, id: number): Promise<StoredAssignment> {
  const row = await db
    .selectFrom('review_assignments')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw noSuchTask();
  return {
    id: row.id,
    draw: row.draw_id,
    conversation: row.conversation_id,
    author: row.author_id,
    kind: reviewKind.parse(row.kind),
    drawn: drawnWay.parse(row.drawn),
    probability: row.probability,
    why: row.why,
    versionId: row.scorecard_version_id,
    reviewer: row.reviewer_id,
    state: z.enum(assignmentStates).parse(row.state),
    dueAt: row.due_at,
  };
}

/** Also for what the caller may not know of. */
export const noSuchTask = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such review to do.',
    wayOut: 'It may have been given to somebody else; your list shows what is yours.',
  });

export async function changeAssignment(
  db: Db,
  workspace: number,
  id: number,
  change: { reviewer?: string; kind?: ReviewTask['kind']; dueAt?: Date | null },
): Promise<void> {
  await db
    .updateTable('review_assignments')
    .set({
      ...(change.reviewer === undefined ? {} : { reviewer_id: change.reviewer }),
      ...(change.kind === undefined ? {} : { kind: change.kind }),
      ...(change.dueAt === undefined ? {} : { due_at: change.dueAt }),
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

export async function markAssignmentDone(db: Db, workspace: number, id: number): Promise<void> {
  await db
    .updateTable('review_assignments')
    .set({ state: 'done' })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** Takes it out; what was begun on it is a draft that nobody finished, and goes with it. */
export async function markAssignmentReplaced(
  db: Db,
  workspace: number,
  id: number,
  { reason, words, by }: { reason: ReplaceReason; words: string; by: string },
): Promise<void> {
  await db
    .deleteFrom('reviews')
    .where('workspace_id', '=', workspace)
    .where('assignment_id', '=', id)
    .where('state', '=', 'draft')
    .execute();
  await db
    .updateTable('review_assignments')
    .set({ state: 'replaced', replaced_reason: reason, replaced_words: words, replaced_by: by })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

export interface TaskQuestion {
  /** Only what this person is to do; null: everybody's. */
  reviewer: string | null;
  sees: Sees;
  /** One by its id; null: all that are open, and what was done within the last week. */
  id: number | null;
  doneSince: Date;
}

interface TaskRow {
  id: number;
  review_id: number | null;
  state: string;
  conversation_id: number;
  customer: string;
  author_id: number;
  channel: string;
  kind: string;
  drawn: string;
  why: string;
  reviewer_id: string;
  due_at: Date | null;
}

/** What is open first, by its day; then what was done. */
export async function listTasks(
  db: Db,
  workspace: number,
  { reviewer, sees, id, doneSince }: TaskQuestion,
): Promise<ReviewTask[]> {
  const recent = sql<boolean>`(t.state = 'open' OR (t.state = 'done' AND r.finished_at >= ${doneSince}))`;
  const conditions: RawBuilder<boolean>[] = [
    sql`t.workspace_id = ${workspace}`,
    id === null ? recent : sql`t.id = ${id}`,
    authorSeen(sees, sql`t.author_id`),
    ...(reviewer === null ? [] : [sql<boolean>`t.reviewer_id = ${reviewer}`]),
  ];
  const { rows } = await sql<TaskRow>`
    SELECT t.id, r.id AS review_id, t.state, t.conversation_id, t.author_id, t.kind, t.drawn, t.why, t.reviewer_id, t.due_at,
      c.channel, coalesce(who.name, c.customer_key, 'Customer') AS customer
    FROM review_assignments t
    JOIN conversations c ON c.workspace_id = t.workspace_id AND c.id = t.conversation_id
    LEFT JOIN reviews r ON r.workspace_id = t.workspace_id AND r.assignment_id = t.id AND r.state <> 'revised'
    LEFT JOIN authors who ON who.workspace_id = c.workspace_id AND who.source = c.source
      AND who.author_key = c.customer_key AND who.role_said = 'customer'
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY t.state <> 'open', t.due_at NULLS LAST, t.id LIMIT 500`.execute(db);
  const names = await listShownNames(
    db,
    workspace,
    rows.map(({ author_id }) => author_id),
  );
  const people = await listReviewers(db, workspace);
  return rows.map((row) => ({
    assignmentId: String(row.id),
    reviewId: row.review_id === null ? null : String(row.review_id),
    state: z.enum(assignmentStates).parse(row.state),
    conversationId: String(row.conversation_id),
    customer: row.customer,
    agent: nameOf(names, row.author_id),
    channel: channel.catch('other').parse(row.channel),
    kind: reviewKind.parse(row.kind),
    drawn: drawnWay.parse(row.drawn),
    why: row.why,
    reviewerId: row.reviewer_id,
    reviewer: personNameOf(people, row.reviewer_id),
    dueAt: isoOf(row.due_at),
    started: row.review_id !== null,
  }));
}
