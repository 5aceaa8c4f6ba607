/** How each rater read each conversation: drafts that are saved as they grow, and what was handed in and never changes. */
import { RapportError, type ReviewContent, reviewContent } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

export interface StoredReading {
  calibration: number;
  part: number;
  person: string;
  content: ReviewContent;
  seconds: number;
  saves: number;
  /** Null: a draft. */
  handedInAt: Date | null;
}

/** @param given.person only this one's; null: everybody's */
export async function listReadings(
  db: Db,
  workspace: number,
  { calibrations, person }: { calibrations: readonly number[]; person: string | null },
): Promise<StoredReading[]> {
  const rows = await db
    .selectFrom('calibration_readings')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where(sql<boolean>`calibration_id = ANY(${[...calibrations]}::bigint[])`)
    .where(person === null ? sql<boolean>`true` : sql<boolean>`person_id = ${person}`)
    .orderBy('part_id')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    ...{ calibration: row.calibration_id, part: row.part_id, person: row.person_id, seconds: row.seconds },
    ...{ saves: row.saves, handedInAt: row.handed_in_at, content: reviewContent.parse(row.content) },
  }));
}

export interface ReadingCount {
  calibration: number;
  part: number;
  person: string;
  handedIn: boolean;
}

/** Who has come how far, without a word of what they said. */
export async function listProgressOf(
  db: Db,
  workspace: number,
  calibrations: readonly number[],
): Promise<ReadingCount[]> {
  const { rows } = await sql<ReadingCount>`
    SELECT calibration_id AS calibration, part_id AS part, person_id AS person, handed_in_at IS NOT NULL AS "handedIn"
    FROM calibration_readings
    WHERE workspace_id = ${workspace} AND calibration_id = ANY(${[...calibrations]}::bigint[])`.execute(db);
  return rows;
}

export interface ReadingKey {
  calibration: number;
  part: number;
  person: string;
}

/**
 * @param given.saves what the page last read; an older one is refused, or it would undo what another page saved
 * @throws RapportError `conflict`
 */
export async function saveReading(
  db: Db,
  workspace: number,
  key: ReadingKey,
  given: { saves: number; content: ReviewContent; seconds: number; now: Date },
): Promise<number> {
  const { rows } = await sql<{ saves: number }>`
    INSERT INTO calibration_readings AS r (workspace_id, calibration_id, part_id, person_id, content, seconds, saves, saved_at)
    SELECT ${workspace}, ${key.calibration}, ${key.part}, ${key.person}, ${JSON.stringify(given.content)}::jsonb,
      ${given.seconds}, 1, ${given.now}
    WHERE ${given.saves} = 0 OR EXISTS (SELECT FROM calibration_readings WHERE workspace_id = ${workspace}
      AND part_id = ${key.part} AND person_id = ${key.person})
    ON CONFLICT (workspace_id, part_id, person_id) DO UPDATE SET content = excluded.content, saves = r.saves + 1,
      seconds = greatest(r.seconds, excluded.seconds), saved_at = excluded.saved_at
      WHERE r.saves = ${given.saves} AND r.handed_in_at IS NULL
    RETURNING saves`.execute(db);
  const saved = rows[0]?.saves;
  if (saved !== undefined) return saved;
  throw new RapportError('conflict', {
    what: 'This reading was handed in, or saved from another page since.',
    why: 'Saving over it would lose what was written there.',
    wayOut: 'Load it again; the other page’s words are kept.',
  });
}

/** @returns whether it was a draft until now */
export async function markHandedIn(
  db: Db,
  workspace: number,
  { part, person }: ReadingKey,
  { seconds, now }: { seconds: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('calibration_readings')
    .set((eb) => ({
      handed_in_at: now,
      saved_at: now,
      seconds: eb.fn<number>('greatest', ['seconds', eb.val(seconds)]),
    }))
    .where('workspace_id', '=', workspace)
    .where('part_id', '=', part)
    .where('person_id', '=', person)
    .where('handed_in_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
