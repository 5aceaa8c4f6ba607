/** Calibrations with who rates what in them; what they rated stands in `readings.ts`. */
import {
  type CalibrationOpening,
  type CalibrationState,
  calibrationOpening,
  calibrationState,
  RapportError,
} from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { listParts, type StoredPart } from './parts.ts';

export interface StoredCalibration {
  id: number;
  name: string;
  state: CalibrationState;
  versionId: number;
  categoryIds: readonly string[];
  opens: CalibrationOpening;
  dueAt: Date | null;
  madeBy: string;
  madeAt: Date;
  begunAt: Date | null;
  comparedAt: Date | null;
  closedAt: Date | null;
  /** Of the words it tries; null: none. */
  wordingId: number | null;
  /** By their number. */
  raters: readonly { person: string; number: number }[];
  parts: readonly StoredPart[];
}

/** Also for what the caller may not know of. */
export const noSuchCalibration = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such calibration, or no such conversation in it.',
    wayOut: 'The list shows the calibrations that you rate in or lead.',
  });

/** Newest first. @param ids only these; null: the newest three hundred */
export async function listStoredCalibrations(
  db: Db,
  workspace: number,
  ids: readonly number[] | null,
): Promise<StoredCalibration[]> {
  const rows = await db
    .selectFrom('calibrations as c')
    .leftJoin('calibration_retests as r', (join) =>
      join.onRef('r.workspace_id', '=', 'c.workspace_id').onRef('r.calibration_id', '=', 'c.id'),
    )
    .selectAll('c')
    .select('r.wording_id')
    .where('c.workspace_id', '=', workspace)
    .where(ids === null ? sql<boolean>`true` : sql<boolean>`c.id = ANY(${[...ids]}::bigint[])`)
    .orderBy('c.id', 'desc')
    .limit(300)
    .execute();
  const found = rows.map(({ id }) => id);
  const parts = await listParts(db, workspace, found);
  const raters = await db
    .selectFrom('calibration_raters')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where(sql<boolean>`calibration_id = ANY(${found}::bigint[])`)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, versionId: row.scorecard_version_id, categoryIds: row.category_ids },
    state: calibrationState.parse(row.state),
    opens: calibrationOpening.parse(row.opens),
    ...{ dueAt: row.due_at, madeBy: row.made_by, madeAt: row.made_at, begunAt: row.begun_at },
    ...{ comparedAt: row.compared_at, closedAt: row.closed_at, wordingId: row.wording_id },
    raters: raters
      .filter(({ calibration_id }) => calibration_id === row.id)
      .map(({ person_id, number }) => ({ person: person_id, number })),
    parts: parts.filter(({ calibration }) => calibration === row.id),
  }));
}

/** @throws RapportError `not-found` */
export async function loadCalibration(db: Db, workspace: number, id: number): Promise<StoredCalibration> {
  const [found] = await listStoredCalibrations(db, workspace, [id]);
  if (found === undefined) throw noSuchCalibration();
  return found;
}

/** Changes of one calibration follow one another, or the last two to hand in could each believe the other was missing. */
export async function holdCalibration(db: Db, workspace: number, id: number): Promise<void> {
  await sql`SELECT FROM calibrations WHERE workspace_id = ${workspace} AND id = ${id} FOR UPDATE`.execute(db);
}

export interface CalibrationToSave {
  name: string;
  versionId: number;
  categoryIds: readonly string[];
  opens: CalibrationOpening;
  dueAt: Date | null;
  by: string;
  now: Date;
  wordingId: number | null;
}

export async function saveCalibration(db: Db, workspace: number, given: CalibrationToSave): Promise<number> {
  const { id } = await db
    .insertInto('calibrations')
    .values({
      ...{ workspace_id: workspace, name: given.name, scorecard_version_id: given.versionId },
      ...{ category_ids: [...given.categoryIds], opens: given.opens, due_at: given.dueAt },
      ...{ made_by: given.by, made_at: given.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (given.wordingId !== null) {
    await db
      .insertInto('calibration_retests')
      .values({ workspace_id: workspace, calibration_id: id, wording_id: given.wordingId })
      .execute();
  }
  return id;
}

export async function changeStoredCalibration(
  db: Db,
  workspace: number,
  id: number,
  change: {
    name?: string | undefined;
    categoryIds?: readonly string[] | undefined;
    opens?: CalibrationOpening | undefined;
    dueAt?: Date | null | undefined;
  },
): Promise<void> {
  const { name, categoryIds, opens, dueAt } = change;
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(categoryIds === undefined ? {} : { category_ids: [...categoryIds] }),
    ...(opens === undefined ? {} : { opens }),
    ...(dueAt === undefined ? {} : { due_at: dueAt }),
  };
  if (Object.keys(set).length === 0) return;
  await db.updateTable('calibrations').set(set).where('workspace_id', '=', workspace).where('id', '=', id).execute();
}

/** In the order given, which is to be a random one. */
export async function saveRaters(db: Db, workspace: number, id: number, people: readonly string[]): Promise<void> {
  await db
    .deleteFrom('calibration_raters')
    .where('workspace_id', '=', workspace)
    .where('calibration_id', '=', id)
    .execute();
  if (people.length === 0) return;
  await db
    .insertInto('calibration_raters')
    .values(people.map((person_id, at) => ({ workspace_id: workspace, calibration_id: id, person_id, number: at + 1 })))
    .execute();
}

const instants = { rating: 'begun_at', comparing: 'compared_at', closed: 'closed_at' } as const;

/** One state on; the caller holds it. */
export async function moveCalibration(
  db: Db,
  workspace: number,
  id: number,
  { to, now }: { to: keyof typeof instants; now: Date },
): Promise<void> {
  await db
    .updateTable('calibrations')
    .set({ state: to, [instants[to]]: now })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

export async function deleteCalibration(db: Db, workspace: number, id: number): Promise<void> {
  await db.deleteFrom('calibrations').where('workspace_id', '=', workspace).where('id', '=', id).execute();
}
