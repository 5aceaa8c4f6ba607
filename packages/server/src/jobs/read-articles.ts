/**
 * Reads a received file of articles. All of it becomes true in one transaction, so a file is here whole or not at all, and
 * a job that comes twice finds its work done.
 */
import { setImmediate } from 'node:timers/promises';
import { type ArticleProblem, type MaskCounts, noMasks, RapportError } from '@rapport/contract';
import { type ArticleProblemFound, lookAtArticles, type ReadArticle, readArticles } from '@rapport/intake';
import { z } from 'zod';
import {
  changeArticleImport,
  failArticleImport,
  lockArticleImport,
  saveArticleProblems,
} from '../store/articles/article-imports.ts';
import { keepRefused, markGone, type SavedCounts, saveArticles } from '../store/articles/save-articles.ts';
import { holdArticles, indexArticleWords } from '../store/articles/word-index.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { findCitationsJob } from './find-citations.ts';
import { declareJob, type JobContext, triesOfReading } from './job.ts';
import { createArticleMasker } from './mask-article.ts';

const payload = z.object({ workspaceId: z.int(), articleImportId: z.int() });
type Payload = z.infer<typeof payload>;

const helpCentreNames = {
  'zendesk-guide': 'Zendesk Guide',
  'intercom-articles': 'Intercom',
  'help-scout-docs': 'Help Scout Docs',
  pages: 'Pages',
} as const;

export const readArticlesJob = declareJob<Payload>({
  name: 'read-articles',
  payload,
  length: 'long',
  place: 'spool',
  tries: triesOfReading,
  async handle(context, given) {
    try {
      await inWorkspace(context.store, given.workspaceId, (db) => readFile(context, db, given));
    } catch (error) {
      // What is wrong with the file will be wrong again; anything else is tried again.
      if (!(error instanceof RapportError)) throw error;
      await inWorkspace(context.store, given.workspaceId, (db) =>
        failArticleImport(db, given.workspaceId, given.articleImportId, error.message),
      );
    }
    await context.spool.articles.remove(given.articleImportId);
  },
});

async function readFile(
  context: JobContext,
  db: Db,
  { workspaceId, articleImportId: importId }: Payload,
): Promise<void> {
  const found = await lockArticleImport(db, workspaceId, importId);
  if (found?.state !== 'reading' || found.spool_key === null) return;
  const file = { importId, key: found.spool_key };
  const open = (fromByte?: number) => context.spool.articles.open(file, fromByte);
  const named = { fileName: found.file_name };
  const look = await lookAtArticles(open, named);
  const helpCentre = found.help_centre || helpCentreNames[look.format];
  await holdArticles(db, workspaceId);
  const place = { importId, helpCentre, now: new Date(context.now()) };
  const until = context.now() + longestMilliseconds;
  const read = createTally();
  for await (const batch of inBatches(readArticles(open, look, named))) {
    const { articles, masked } = createArticleMasker(context.languageOf)(batch.articles);
    read.add(await saveArticles(db, workspaceId, place, articles), masked, batch.problems);
    const before = read.refused() - batch.problems.length;
    await saveArticleProblems(db, workspaceId, importId, { from: before + 1, problems: batch.problems.map(toProblem) });
    if (context.now() > until) throw tooSlow();
    await setImmediate();
  }
  const goneNotMarked = read.whyNotGone({ saidPart: found.is_part, isPart: look.isPart });
  await keepRefused(db, workspaceId, { ...place, sourceIds: read.refusedIds() });
  const gone = goneNotMarked === null ? await markGone(db, workspaceId, place) : 0;
  const { added, changed } = read.counts();
  if (added + changed + gone > 0) await indexArticleWords(db, workspaceId);
  await changeArticleImport(db, workspaceId, importId, {
    ...{ state: 'done', help_centre: helpCentre, format: look.format, spool_key: null, ...read.counts() },
    ...{ gone, gone_not_marked: goneNotMarked, masked: JSON.stringify(read.masked()) },
  });
  await context.jobs.sendUnlessWaiting(db, findCitationsJob, { workspaceId, after: 0 });
}

/** A help centre of fifty thousand articles takes a few minutes. */
const longestMilliseconds = 15 * 60_000;

const tooSlow = (): RapportError =>
  new RapportError('unreadable-file', {
    what: 'Reading the file took longer than 15 minutes, so it was given up and nothing of it was kept.',
    wayOut: 'Split it, and bring each part in with the mark that it is only a part.',
  });

const toProblem = ({ file, line, reason, wayOut }: ArticleProblemFound): ArticleProblem => ({
  ...{ file, line, reason, wayOut },
});

const batchSize = 100;

async function* inBatches(found: ReturnType<typeof readArticles>) {
  let articles: ReadArticle[] = [];
  let problems: ArticleProblemFound[] = [];
  for await (const one of found) {
    if (one.kind === 'article') articles.push(one.article);
    else problems.push(one.problem);
    if (articles.length + problems.length < batchSize) continue;
    yield { articles, problems };
    [articles, problems] = [[], []];
  }
  yield { articles, problems };
}

/** Everything that is counted while a file is read. */
function createTally() {
  const counts: SavedCounts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };
  const masked: MaskCounts = { ...noMasks };
  const refusedIds = new Set<string>();
  let [refused, hasUnknown] = [0, false];
  const accepted = () => counts.added + counts.changed + counts.unchanged + counts.repeated;
  return {
    add(more: SavedCounts, moreMasked: MaskCounts, problems: readonly ArticleProblemFound[]): void {
      for (const name of ['added', 'changed', 'unchanged', 'repeated'] as const) counts[name] += more[name];
      for (const [kind, count] of Object.entries(moreMasked)) masked[kind as keyof MaskCounts] += count; // keys of MaskCounts
      refused += problems.length;
      for (const { id } of problems) {
        if (id === null) hasUnknown = true;
        else refusedIds.add(id);
      }
    },
    counts: () => ({ ...counts, refused, entries_read: accepted() + refused }),
    refused: () => refused,
    refusedIds: () => [...refusedIds],
    masked: () => masked,
    /** Why what is not in this file may be there all the same; null: it is gone. */
    whyNotGone: ({ saidPart, isPart }: { saidPart: boolean; isPart: boolean }): string | null => {
      if (saidPart) return 'It was said to hold only some of the articles.';
      if (isPart) return 'Its last page says that there are more pages.';
      if (accepted() === 0) return 'No article of it could be read.';
      return hasUnknown ? 'An entry could not be read, and which article it is cannot be told.' : null;
    },
  };
}
