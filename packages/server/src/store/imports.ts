/** Imports: what is on its way in, how far it got, what came of it. */
import { authorRole, type ImportRun, type ImportState, type IntakePlan, intakePlan } from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { parseImport } from './import-row.ts';
import type { Db } from './open-store.ts';

/** The channel on which every change of an import is told, with its id; the live progress of pages listens to it. */
export const importChannel = 'rapport_import';

export interface NewImport {
  fileName: string;
  /** '' until the first look names it by format. */
  source: string;
  spoolId: string;
  spoolKey: Buffer;
  /** Go on to scoring without waiting for a person to say who is who. */
  autoConfirm: boolean;
  isSample: boolean;
  /** What the sender already knows of the file, such as its time zone. */
  said?: SaidMapping;
}

export async function createImport(db: Db, workspace: number, given: NewImport): Promise<number> {
  const { id } = await db
    .insertInto('imports')
    .values({
      workspace_id: workspace,
      file_name: given.fileName,
      source: given.source,
      state: 'receiving',
      spool_id: given.spoolId,
      spool_key: given.spoolKey,
      auto_confirm: given.autoConfirm,
      is_sample: given.isSample,
      said: given.said === undefined ? null : JSON.stringify(given.said),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function loadImport(db: Db, workspace: number, id: number): Promise<ImportRun | null> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : parseImport(row);
}

/** Those of files, newest first. */
export async function listImports(db: Db, workspace: number, limit = 200): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('live_day', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(parseImport);
}

/** What a person said in the mapping step; laid over the plan of the first look. */
export const saidMapping = intakePlan
  .pick({ mapping: true, csatScale: true, effortScale: true })
  .extend({
    dayFirst: z.boolean(),
    timeZone: z.string(),
    speakers: z.array(z.object({ name: z.string(), role: authorRole })),
    /** Columns that hold nothing that is read, whatever was guessed of them. */
    ignored: z.array(z.string()),
    /** From the command line, which does not know the other names: these are the team. */
    agents: z.array(z.string()),
  })
  .partial();
export type SaidMapping = z.infer<typeof saidMapping>;

/** How far reading got. `piece` numbers the jobs of a chain, so that one that comes twice finds its work done. */
export const importCheckpoint = z.object({
  piece: z.int(),
  /** Name of the job that does the next piece, for going on after a pause. */
  job: z.string(),
  position: z.object({ byte: z.number(), line: z.int(), units: z.int(), skip: z.int().exactOptional() }).nullable(),
  /** While settling: conversations up to this id are done. */
  settledTo: z.number().nullable(),
  /** While finding who is who: authors up to this id are looked at. */
  authorsTo: z.number().exactOptional(),
});
export type ImportCheckpoint = z.infer<typeof importCheckpoint>;
export const firstCheckpoint: ImportCheckpoint = { piece: 0, job: '', position: null, settledTo: null };

/** What a job needs of its import. */
export interface ImportWork {
  id: number;
  fileName: string;
  source: string;
  state: ImportState;
  pausedFrom: ImportState | null;
  autoConfirm: boolean;
  plan: IntakePlan | null;
  said: SaidMapping;
  checkpoint: ImportCheckpoint;
  spoolId: string;
  spoolKey: Buffer | null;
  problems: number;
  units: number;
}

/**
 * Loads an import and holds its row until the transaction ends: whoever moves it on does so one at a time, and a pause
 * or cancel comes before or after a piece, never into it.
 */
export async function lockImport(db: Db, workspace: number, id: number): Promise<ImportWork | null> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const run = parseImport(row);
  return {
    id: row.id,
    fileName: row.file_name,
    source: row.source,
    state: run.state,
    pausedFrom: row.paused_from as ImportState | null, // written from ImportState alone, by moveImport
    autoConfirm: row.auto_confirm,
    plan: run.plan,
    said: saidMapping.parse(row.said ?? {}),
    checkpoint: row.checkpoint === null ? firstCheckpoint : importCheckpoint.parse(row.checkpoint),
    spoolId: row.spool_id,
    spoolKey: row.spool_key,
    problems: row.problems,
    units: row.units,
  };
}

export interface ImportChange {
  state?: ImportState;
  pausedFrom?: ImportState | null;
  source?: string;
  plan?: IntakePlan;
  said?: SaidMapping;
  checkpoint?: ImportCheckpoint;
  fileBytes?: number;
  spoolBytes?: number;
  bytesRead?: number;
  toScore?: number;
  autoConfirm?: boolean;
  failure?: string | null;
  notScored?: ImportRun['counts']['notScored'];
  /** The key goes with the file, and so do the names of who speaks in it: what is stored of them is masked. */
  forgetSpoolKey?: true;
  scoringStarted?: true;
  finished?: true;
}

/** Writes what has changed and tells the listeners, in the caller's transaction: nothing is told that did not happen. */
export async function changeImport(db: Db, workspace: number, id: number, change: ImportChange): Promise<void> {
  const json = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));
  await db
    .updateTable('imports')
    .set({
      state: change.state,
      paused_from: change.pausedFrom,
      source: change.source,
      plan: json(change.plan),
      said: json(change.said),
      checkpoint: json(change.checkpoint),
      file_bytes: change.fileBytes,
      spool_bytes: change.spoolBytes,
      bytes_read: change.bytesRead,
      to_score: change.toScore,
      auto_confirm: change.autoConfirm,
      failure: change.failure,
      not_scored: json(change.notScored),
      ...(change.forgetSpoolKey
        ? { spool_key: null, plan: sql<string>`plan - 'speakers'`, said: sql<string>`said - 'speakers' - 'agents'` }
        : {}),
      ...(change.scoringStarted ? { scoring_started_at: sql<Date>`now()` } : {}),
      ...(change.finished ? { finished_at: sql<Date>`now()` } : {}),
      workspace_id: workspace,
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
  await announceImport(db, id);
}

/** Tells whoever watches an import that it changed; heard when the transaction commits. */
export async function announceImport(db: Db, id: number): Promise<void> {
  await sql`SELECT pg_notify(${importChannel}, ${String(id)})`.execute(db);
}

/** Imports of one spool folder that were still being received when their server went away. */
export async function listUnfinishedUploads(db: Db, workspace: number, spoolId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('imports')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('spool_id', '=', spoolId)
    .where('state', '=', 'receiving')
    .execute();
  return rows.map(({ id }) => id);
}

/** What a person said of the newest table before this one that has the very same columns; null: nobody said anything. */
export async function findEarlierSaid(
  db: Db,
  workspace: number,
  { before, columns }: { before: number; columns: readonly string[] },
): Promise<{ said: SaidMapping; fileName: string } | null> {
  const { rows } = await sql<{ said: unknown; file_name: string }>`
    SELECT i.said, i.file_name FROM imports i
    WHERE i.workspace_id = ${workspace} AND i.id < ${before} AND i.state NOT IN ('failed', 'cancelled')
      AND i.said ? 'mapping' AND i.plan->>'format' = 'csv'
      AND (SELECT jsonb_agg(c.value->'column' ORDER BY c.ordinality)
        FROM jsonb_array_elements(i.plan->'columns') WITH ORDINALITY c) = ${JSON.stringify(columns)}::jsonb
    ORDER BY i.id DESC LIMIT 1`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { said: saidMapping.parse(row.said), fileName: row.file_name };
}
