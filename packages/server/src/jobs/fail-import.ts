import { z } from 'zod';
import { failArticleImport } from '../store/articles/article-imports.ts';
import { changeImport, lockImport } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { changeRescore, lockRescore } from '../store/rescores.ts';
import { declareJob, type JobContext } from './job.ts';

/** Takes what failed too often: the import it belonged to is told to have failed, with what is safe and the way out. */
export const failImport = declareJob({
  name: 'fail-import',
  payload: z.looseObject({
    workspaceId: z.int(),
    importId: z.int().nullish(),
    rescoreId: z.int().nullish(),
    articleImportId: z.int().nullish(),
  }),
  length: 'piece',
  place: 'anywhere',
  async handle(context, { workspaceId, importId, rescoreId, articleImportId }) {
    if (rescoreId != null) return pauseRescore(context, workspaceId, rescoreId);
    if (articleImportId != null) return failArticles(context, workspaceId, articleImportId);
    if (importId == null) {
      context.log.error({ workspaceId }, 'work that belongs to no import failed too often and was given up');
      return;
    }
    await inWorkspace(context.store, workspaceId, async (db) => {
      await stopAsFailed(db, workspaceId, importId, brokenDown);
    });
    await removeSpooled(context, importId);
  },
});

const brokenDown =
  'Reading or scoring broke down again and again at the same place. What was read is stored and counted. ' +
  'Send the file again: what is already stored counts as duplicate. If it fails again, the log names the cause.';

async function failArticles({ store, spool, log }: JobContext, workspace: number, importId: number): Promise<void> {
  log.error({ workspaceId: workspace, articleImportId: importId }, 'reading articles broke down again and again');
  const failure = 'Reading broke down again and again; nothing of the file was kept. The log names the cause.';
  await inWorkspace(store, workspace, (db) => failArticleImport(db, workspace, importId, failure));
  await spool.articles.remove(importId);
}

/** What is scored stays; a person may look at the log and let it go on. */
async function pauseRescore({ store, log }: JobContext, workspace: number, rescoreId: number): Promise<void> {
  log.error({ workspaceId: workspace, rescoreId }, 'scoring again broke down twenty times in a row; it is paused');
  await inWorkspace(store, workspace, async (db) => {
    const found = await lockRescore(db, workspace, rescoreId);
    if (found?.state !== 'running') return;
    const note = 'Scoring broke down twenty times in a row. What is scored stays; the log names the cause.';
    await changeRescore(db, workspace, rescoreId, { state: 'paused', note });
  });
}

/** Ends an import for a reason, unless it has already ended. @returns whether it was ended now */
export async function stopAsFailed(db: Db, workspace: number, importId: number, failure: string): Promise<boolean> {
  const found = await lockImport(db, workspace, importId);
  if (found === null || ['done', 'cancelled', 'failed'].includes(found.state)) return false;
  await changeImport(db, workspace, importId, { state: 'failed', failure, finished: true, forgetSpoolKey: true });
  return true;
}

/** The key is gone with the transaction; the file follows it. One left over by a kill here is swept at the next start. */
export async function removeSpooled(
  { spool, log }: Pick<JobContext, 'spool' | 'log'>,
  importId: number,
): Promise<void> {
  await spool.remove(importId).catch((error: unknown) => {
    log.warn({ importId, error: String(error) }, 'a spooled file could not be removed');
  });
}
