/** Back-fills with a newer scorer: what is behind, how far one got, and the rows it takes next. */
import type { RescoreRun } from '@rapport/contract';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import type { Rescores } from './tables.ts';

export interface Rescore {
  id: number;
  scorerVersion: string;
  state: RescoreRun['state'];
  toScore: number;
  scored: number;
  afterId: number;
  piece: number;
}

type Row = Selectable<Rescores>;

const toRescore = (row: Row): Rescore => ({
  id: row.id,
  scorerVersion: row.scorer_version,
  state: row.state as Rescore['state'], // the table allows no other
  toScore: row.to_score,
  scored: row.scored,
  afterId: row.after_id,
  piece: row.piece,
});

const toRun = (row: Row): RescoreRun => ({
  id: String(row.id),
  scorerVersion: row.scorer_version,
  state: row.state as RescoreRun['state'], // the table allows no other
  toScore: row.to_score,
  scored: row.scored,
  note: row.note,
  startedAt: row.started_at.toISOString(),
  finishedAt: isoOf(row.finished_at),
});

const openStates = ['running', 'paused', 'finding'];

async function findOpenRow(db: Db, workspace: number): Promise<Row | undefined> {
  return db
    .selectFrom('rescores')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('state', 'in', openStates)
    .executeTakeFirst();
}

export async function findOpenRescore(db: Db, workspace: number): Promise<Rescore | null> {
  const row = await findOpenRow(db, workspace);
  return row === undefined ? null : toRescore(row);
}

/** The same as the pages see it. */
export async function loadOpenRescore(db: Db, workspace: number): Promise<RescoreRun | null> {
  const row = await findOpenRow(db, workspace);
  return row === undefined ? null : toRun(row);
}

export async function loadRescore(db: Db, workspace: number, id: number): Promise<RescoreRun | null> {
  const row = await db
    .selectFrom('rescores')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toRun(row);
}

/** Holds the row until the transaction ends: of two runs of one piece the second sees what the first has done. */
export async function lockRescore(db: Db, workspace: number, id: number): Promise<Rescore | null> {
  const row = await db
    .selectFrom('rescores')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toRescore(row);
}

export async function createRescore(
  db: Db,
  workspace: number,
  given: { scorerVersion: string; toScore: number },
): Promise<Rescore> {
  const row = await db
    .insertInto('rescores')
    .values({
      workspace_id: workspace,
      scorer_version: given.scorerVersion,
      state: 'running',
      to_score: given.toScore,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toRescore(row);
}

export interface RescoreChange {
  state?: Rescore['state'];
  afterId?: number;
  piece?: number;
  scored?: number;
  toScore?: number;
  note?: string | null;
}

export async function changeRescore(db: Db, workspace: number, id: number, change: RescoreChange): Promise<void> {
  const { state, afterId, piece, scored, toScore, note } = change;
  await db
    .updateTable('rescores')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(state === 'done' || state === 'replaced' ? { finished_at: sql<Date>`clock_timestamp()` } : {}),
      ...(afterId === undefined ? {} : { after_id: afterId }),
      ...(piece === undefined ? {} : { piece }),
      ...(scored === undefined ? {} : { scored }),
      ...(toScore === undefined ? {} : { to_score: toScore }),
      ...(note === undefined ? {} : { note }),
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/**
 * Scored by another version, and not about to be scored anyway: what an import has changed and will score is its own.
 * Written as two ranges, which the index over versions can serve.
 */
const isBehind = (workspace: number, version: string): RawBuilder<boolean> => sql`
  (c.scorer_version < ${version} OR c.scorer_version > ${version})
  AND NOT (c.needs_scoring AND EXISTS (SELECT FROM imports i WHERE i.workspace_id = ${workspace} AND i.id = c.import_id
    AND i.state NOT IN ('done', 'cancelled', 'failed')))`;

export async function countBehind(db: Db, workspace: number, version: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM conversations c WHERE c.workspace_id = ${workspace} AND ${isBehind(workspace, version)}
  `.execute(db);
  return rows[0]?.n ?? 0;
}

/** Takes conversations that are behind and that nobody else holds, until the transaction ends. */
export async function claimBehind(
  db: Db,
  workspace: number,
  { version, after, limit }: { version: string; after: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.id > ${after} AND ${isBehind(workspace, version)}
    ORDER BY c.id LIMIT ${limit}
    FOR UPDATE OF c SKIP LOCKED
  `.execute(db);
  return rows.map(({ id }) => id);
}
