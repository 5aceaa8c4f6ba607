/** What a calibration rates: one agent's part in one conversation, how it came there, and the machine's reading of it. */
import { calibrationDraws, channel, type MachineReading, machineReading } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../open-store.ts';

export interface StoredPart {
  id: number;
  calibration: number;
  conversation: number;
  author: number;
  drawn: (typeof calibrationDraws)[number];
  probability: number | null;
  dispute: number | null;
  customer: string;
  channel: ReturnType<typeof channel.parse>;
  subject: string;
  /** Null until the comparison is open. */
  machine: MachineReading[] | null;
}

interface Row extends Omit<StoredPart, 'drawn' | 'channel' | 'machine'> {
  drawn: string;
  channel: string;
  machine: unknown;
}

/** In the order in which they were added. */
export async function listParts(db: Db, workspace: number, calibrations: readonly number[]): Promise<StoredPart[]> {
  if (calibrations.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT p.id, p.calibration_id AS calibration, p.conversation_id AS conversation, p.author_id AS author, p.drawn,
      p.probability, p.dispute_id AS dispute, p.machine, c.channel, c.subject,
      coalesce(who.name, c.customer_key, 'Customer') AS customer
    FROM calibration_parts p
    JOIN conversations c ON c.workspace_id = p.workspace_id AND c.id = p.conversation_id
    LEFT JOIN authors who ON who.workspace_id = c.workspace_id AND who.source = c.source
      AND who.author_key = c.customer_key AND who.role_said = 'customer'
    WHERE p.workspace_id = ${workspace} AND p.calibration_id = ANY(${[...calibrations]}::bigint[])
    ORDER BY p.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    drawn: z.enum(calibrationDraws).parse(row.drawn),
    channel: channel.catch('other').parse(row.channel),
    machine: row.machine === null ? null : machineReading.array().parse(row.machine),
  }));
}

export interface PartToSave {
  conversation: number;
  author: number;
  /** Null: chosen by a person. */
  draw: {
    probability: number;
    seed: number;
    frame: number;
    /** Ids of the categories in one of which the machine read it near the pass line; null: from everything. */
    nearLineOf: readonly string[] | null;
  } | null;
  dispute: number | null;
}

/** What is there already stays as it is. @returns how many came in */
export async function saveParts(
  db: Db,
  workspace: number,
  calibration: number,
  { parts, by, now }: { parts: readonly PartToSave[]; by: string; now: Date },
): Promise<number> {
  if (parts.length === 0) return 0;
  const { length } = await db
    .insertInto('calibration_parts')
    .values(
      parts.map(({ conversation, author, draw, dispute }) => ({
        ...{ workspace_id: workspace, calibration_id: calibration, conversation_id: conversation, author_id: author },
        drawn: draw === null ? 'chosen' : draw.nearLineOf === null ? 'random' : 'near-line',
        ...{ probability: draw?.probability ?? null, draw_seed: draw?.seed ?? null, draw_frame: draw?.frame ?? null },
        draw_categories: draw?.nearLineOf == null ? null : [...draw.nearLineOf],
        ...{ dispute_id: dispute, added_by: by, added_at: now },
      })),
    )
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute();
  return length;
}

export async function deletePart(db: Db, workspace: number, id: number): Promise<void> {
  await db.deleteFrom('calibration_parts').where('workspace_id', '=', workspace).where('id', '=', id).execute();
}

/** As it is when the comparison opens, so that a later version of the scorer changes nothing of it. */
export async function keepMachineOf(
  db: Db,
  workspace: number,
  id: number,
  { machine, scorerVersion }: { machine: readonly MachineReading[]; scorerVersion: string | null },
): Promise<void> {
  await db
    .updateTable('calibration_parts')
    .set({ machine: JSON.stringify(machine), scorer_version: scorerVersion })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** Disputes that some calibration has taken up, with that calibration. */
export async function listCalibratedDisputes(db: Db, workspace: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('calibration_parts')
    .select(['dispute_id', 'calibration_id'])
    .where('workspace_id', '=', workspace)
    .where('dispute_id', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ dispute_id, calibration_id }) => (dispute_id === null ? [] : [[dispute_id, calibration_id]])),
  );
}

/** Calibrations that read a conversation. */
export async function listCalibrationsReading(db: Db, workspace: number, conversation: number): Promise<number[]> {
  const rows = await db
    .selectFrom('calibration_parts')
    .select('calibration_id')
    .distinct()
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', conversation)
    .execute();
  return rows.map(({ calibration_id }) => calibration_id);
}

/** Whether a person rates this service in a calibration whose comparison is not open yet. */
export const isBeingRated = (
  workspace: number,
  person: string,
  { conversation, author }: { conversation: RawBuilder<unknown>; author: RawBuilder<unknown> },
): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT FROM calibration_raters cr
  JOIN calibrations cal ON cal.workspace_id = ${workspace} AND cal.id = cr.calibration_id AND cal.state = 'rating'
  JOIN calibration_parts cp ON cp.workspace_id = ${workspace} AND cp.calibration_id = cal.id
  WHERE cr.workspace_id = ${workspace} AND cr.person_id = ${person} AND cp.conversation_id = ${conversation}
    AND cp.author_id = ${author})`;
