/** What the jobs of one import share: their payload, and the rule by which a job that comes twice finds its work done. */
import { z } from 'zod';
import { changeImport, type ImportWork, lockImport } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import type { JobContext, JobDeclaration } from './job.ts';

export const importPayload = z.object({ workspaceId: z.int(), importId: z.int(), piece: z.int() });
export type ImportPayload = z.infer<typeof importPayload>;

/**
 * Runs `work` with the import's row held, if the import still waits for this very piece; otherwise does nothing. An
 * import that was paused or cancelled, and a piece that somebody else has finished, both end here.
 *
 * @returns null when there is nothing to do
 */
export async function withImport<T>(
  context: JobContext,
  { workspaceId, importId, piece }: ImportPayload,
  state: ImportWork['state'],
  work: (db: Db, found: ImportWork) => Promise<T>,
): Promise<T | null> {
  return inWorkspace(context.store, workspaceId, async (db) => {
    const found = await lockImport(db, workspaceId, importId);
    if (found === null || found.state !== state || found.checkpoint.piece !== piece) return null;
    return work(db, found);
  });
}

/** Ends this piece and asks for the next one, in one transaction with what the caller has written. */
export async function goOn(
  context: Pick<JobContext, 'jobs'>,
  db: Db,
  workspaceId: number,
  found: Pick<ImportWork, 'id' | 'checkpoint' | 'spoolId'>,
  next: JobDeclaration<ImportPayload>,
): Promise<void> {
  const piece = found.checkpoint.piece + 1;
  await changeImport(db, workspaceId, found.id, { checkpoint: { ...found.checkpoint, piece, job: next.name } });
  await context.jobs.send(db, next, { workspaceId, importId: found.id, piece }, found.spoolId);
}
