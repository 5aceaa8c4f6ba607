/** Draws with their frames: what was drawn from, and what became of it. */
import { type DrawKind, drawKind, type ReviewDraw } from '@rapport/contract';
import { sql } from 'kysely';
import { listShownNames, nameOf } from '../author-names.ts';
import { insertRows } from '../insert-rows.ts';
import { isoOf } from '../iso-of.ts';
import type { Db } from '../open-store.ts';
import { countConversations } from './draw-frame.ts';
import { listReviewers, personNameOf } from './list-reviewers.ts';

export interface DrawToSave {
  kind: DrawKind;
  seed: number;
  wanted: number;
  from: Date | null;
  to: Date | null;
  lastConversation: number;
  versionId: number;
  by: string;
  at: Date;
  frame: readonly { author: number; eligible: number; drawnBefore: number; drawn: number }[];
}

export async function saveDraw(db: Db, workspace: number, draw: DrawToSave): Promise<number> {
  const { id } = await db
    .insertInto('review_draws')
    .values({
      workspace_id: workspace,
      kind: draw.kind,
      seed: draw.seed,
      wanted: draw.wanted,
      window_from: draw.from,
      window_to: draw.to,
      last_conversation_id: draw.lastConversation,
      scorecard_version_id: draw.versionId,
      drawn_by: draw.by,
      drawn_at: draw.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertRows(
    db,
    'review_draw_frames',
    draw.frame.map(({ author, eligible, drawnBefore, drawn }) => ({
      ...{ workspace_id: workspace, draw_id: id, author_id: author },
      ...{ eligible, drawn_before: drawnBefore, drawn },
    })),
  );
  return id;
}

export interface StoredDraw {
  id: number;
  seed: number;
  kind: DrawKind;
  from: Date | null;
  to: Date | null;
  lastConversation: number;
}

/** Draws of one workspace follow one another, or two could choose the same conversation. */
export async function holdDraws(db: Db, workspace: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('review-draws'), ${workspace})`.execute(db);
}

/** @returns null when there is none */
export async function findDraw(db: Db, workspace: number, id: number): Promise<StoredDraw | null> {
  const row = await db
    .selectFrom('review_draws')
    .select(['id', 'kind', 'seed', 'window_from', 'window_to', 'last_conversation_id'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { window_from: from, window_to: to, last_conversation_id: lastConversation } = row;
  return { id: row.id, seed: row.seed, kind: drawKind.parse(row.kind), from, to, lastConversation };
}

/**
 * One more of an agent was drawn in place of another. Its chance is that of being among so many drawn.
 * @param author as in the frame
 * @returns that chance; null where the draw knows of no further one
 */
export async function countDrawn(db: Db, workspace: number, drawId: number, author: number): Promise<number | null> {
  const { rows } = await sql<{ chance: number }>`
    UPDATE review_draw_frames SET drawn = drawn + 1
    WHERE workspace_id = ${workspace} AND draw_id = ${drawId} AND author_id = ${author} AND drawn < eligible
    RETURNING drawn::double precision / eligible AS chance`.execute(db);
  return rows[0]?.chance ?? null;
}

interface DrawRow {
  id: number;
  kind: string;
  seed: number;
  wanted: number;
  window_from: Date | null;
  window_to: Date | null;
  drawn_by: string;
  drawn_at: Date;
  done: number;
  open: number;
}

interface FrameRow {
  draw_id: number;
  author_id: number;
  eligible: number;
  drawn: number;
  replaced: number;
}

/** @param drawId only this one; null: the newest hundred */
export async function listDraws(
  db: Db,
  workspace: number,
  { drawId, floor }: { drawId: number | null; floor: number },
): Promise<ReviewDraw[]> {
  const { rows } = await sql<DrawRow>`
    SELECT d.*, coalesce(a.done, 0) AS done, coalesce(a.open, 0) AS open
    FROM review_draws d LEFT JOIN (
      SELECT draw_id, count(*) FILTER (WHERE state = 'done') AS done, count(*) FILTER (WHERE state = 'open') AS open
      FROM review_assignments WHERE workspace_id = ${workspace} GROUP BY draw_id) a ON a.draw_id = d.id
    WHERE d.workspace_id = ${workspace} AND (${drawId}::bigint IS NULL OR d.id = ${drawId}::bigint)
    ORDER BY d.id DESC LIMIT 100`.execute(db);
  const frames = await listFrames(
    db,
    workspace,
    rows.map(({ id }) => id),
  );
  const authors = frames.map(({ author_id }) => author_id);
  const names = await listShownNames(db, workspace, authors);
  const sizes = await countConversations(db, workspace, authors);
  const people = await listReviewers(db, workspace);
  return rows.map((row) => ({
    id: String(row.id),
    kind: drawKind.parse(row.kind),
    seed: row.seed,
    wanted: row.wanted,
    from: isoOf(row.window_from),
    to: isoOf(row.window_to),
    drawnBy: personNameOf(people, row.drawn_by),
    drawnAt: row.drawn_at.toISOString(),
    frame: frames
      .filter(({ draw_id }) => draw_id === row.id)
      .map(({ author_id, eligible, drawn, replaced }) => ({
        agentId: String(author_id),
        agent: nameOf(names, author_id),
        ...{ eligible, drawn, replaced },
        probability: row.kind === 'random' && eligible > 0 ? drawn / eligible : null,
        belowFloor: (sizes.get(author_id) ?? 0) < floor,
      })),
    done: row.done,
    open: row.open,
  }));
}

async function listFrames(db: Db, workspace: number, draws: readonly number[]): Promise<FrameRow[]> {
  const { rows } = await sql<FrameRow>`
    SELECT f.draw_id, f.author_id, f.eligible, f.drawn, (SELECT count(*) FROM review_assignments r
      WHERE r.workspace_id = ${workspace} AND r.draw_id = f.draw_id AND r.author_id = f.author_id
        AND r.state = 'replaced') AS replaced
    FROM review_draw_frames f
    WHERE f.workspace_id = ${workspace} AND f.draw_id = ANY(${[...draws]}::bigint[])
    ORDER BY f.draw_id, f.author_id`.execute(db);
  return rows;
}
