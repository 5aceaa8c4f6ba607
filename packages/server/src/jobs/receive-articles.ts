/** Takes a file of articles into the spool and asks for it to be read; files that nothing waits for any more are removed. */
import { type ArticleImport, RapportError } from '@rapport/contract';
import {
  changeArticleImport,
  createArticleImport,
  failArticleImport,
  listOpenArticleImports,
  loadArticleImport,
} from '../store/articles/article-imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';
import type { JobLog } from './job.ts';
import type { Jobs } from './open-jobs.ts';
import { readArticlesJob } from './read-articles.ts';
import { createSpoolKey, type Spool } from './spool.ts';

export interface GivenArticles {
  fileName: string;
  /** Empty: named by its format. */
  helpCentre: string;
  isPart: boolean;
  bytes: AsyncIterable<Uint8Array>;
  limitBytes: number;
  by: string;
  now: Date;
}

interface ReceiveArticlesParts {
  store: Store;
  spool: Spool;
  jobs: Jobs;
  workspace: number;
  log: JobLog;
}

/**
 * When this returns, every byte is on the disk.
 *
 * @throws RapportError `too-large`
 */
export async function receiveArticles(
  { store, spool, jobs, workspace, log }: ReceiveArticlesParts,
  { bytes, limitBytes, ...given }: GivenArticles,
): Promise<ArticleImport> {
  const key = createSpoolKey();
  const begun = { ...given, spoolId: spool.id, spoolKey: key };
  const importId = await inWorkspace(store, workspace, (db) => createArticleImport(db, workspace, begun));
  try {
    await spool.articles.write({ importId, key }, bytes, limitBytes);
    return await inWorkspace(store, workspace, async (db) => {
      await changeArticleImport(db, workspace, importId, { state: 'reading' });
      await jobs.send(db, readArticlesJob, { workspaceId: workspace, articleImportId: importId }, spool.id);
      return loadArticleImport(db, workspace, importId);
    });
  } catch (error) {
    const said = error instanceof RapportError ? error.message : cutOff;
    await inWorkspace(store, workspace, (db) => failArticleImport(db, workspace, importId, said));
    await removeArticleFile({ spool, log }, importId);
    throw error;
  }
}

export async function removeArticleFile(
  { spool, log }: Pick<ReceiveArticlesParts, 'spool' | 'log'>,
  importId: number,
): Promise<void> {
  await spool.articles.remove(importId).catch((error: unknown) => {
    log.warn({ articleImportId: importId, error: String(error) }, 'a spooled file of articles could not be removed');
  });
}

/**
 * At the start of a server: uploads that were cut off with the last one have failed, and files nobody waits for are removed.
 * All workspaces are asked, because the folder is one.
 */
export async function tidyArticleFiles({
  store,
  spool,
  log,
}: Pick<ReceiveArticlesParts, 'store' | 'spool' | 'log'>): Promise<void> {
  const awaited = new Set<number>();
  for (const { id: workspace } of await store.db.selectFrom('workspaces').select('id').execute()) {
    await inWorkspace(store, workspace, async (db) => {
      for (const { id, state } of await listOpenArticleImports(db, workspace, spool.id)) {
        if (state === 'receiving') await failArticleImport(db, workspace, id, cutOff);
        else awaited.add(id);
      }
    });
  }
  for (const importId of await spool.articles.list()) {
    if (!awaited.has(importId)) await removeArticleFile({ spool, log }, importId);
  }
}

const cutOff = 'The file did not arrive whole, so nothing of it was read. Send it again.';
