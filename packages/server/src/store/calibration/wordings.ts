/** Words that were proposed for a category, and the calibrations that tried them. */
import { type CategoryWording, categoryWording } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

export interface StoredWording {
  id: number;
  /** Where it came up. */
  calibration: number;
  scorecard: number;
  categoryId: string;
  before: CategoryWording;
  after: CategoryWording;
  words: string;
  by: string;
  at: Date;
  /** Ids of the calibrations that try it, the oldest first. */
  retests: number[];
}

/** Newest first. @param given.calibration only those that came up there; `id` only this one */
export async function listStoredWordings(
  db: Db,
  workspace: number,
  { calibration = null, id = null }: { calibration?: number | null; id?: number | null },
): Promise<StoredWording[]> {
  const rows = await db
    .selectFrom('calibration_wordings')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where(calibration === null ? sql<boolean>`true` : sql<boolean>`calibration_id = ${calibration}`)
    .where(id === null ? sql<boolean>`true` : sql<boolean>`id = ${id}`)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  const retests = await db
    .selectFrom('calibration_retests')
    .select(['calibration_id', 'wording_id'])
    .where('workspace_id', '=', workspace)
    .orderBy('calibration_id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, calibration: row.calibration_id, scorecard: row.scorecard_id, categoryId: row.category_id },
    ...{ words: row.words, by: row.proposed_by, at: row.proposed_at },
    before: categoryWording.parse(row.before),
    after: categoryWording.parse(row.after),
    retests: retests.filter(({ wording_id }) => wording_id === row.id).map(({ calibration_id }) => calibration_id),
  }));
}

export async function saveWording(
  db: Db,
  workspace: number,
  given: Omit<StoredWording, 'id' | 'retests'> & { part: number | null },
): Promise<number> {
  const { id } = await db
    .insertInto('calibration_wordings')
    .values({
      ...{ workspace_id: workspace, calibration_id: given.calibration, part_id: given.part },
      ...{ scorecard_id: given.scorecard, category_id: given.categoryId, words: given.words },
      ...{ before: JSON.stringify(given.before), after: JSON.stringify(given.after) },
      ...{ proposed_by: given.by, proposed_at: given.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
