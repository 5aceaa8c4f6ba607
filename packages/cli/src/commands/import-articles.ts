/** `rapport import-articles PATH`: brings articles in as the page does, and stays until they are read. */
import { type ArticleImport, RapportError } from '@rapport/contract';
import { createImportActions } from '@rapport/server/jobs/import-actions';
import type { OpenRapport } from '@rapport/server/open-rapport';
import { listArticleProblems, loadArticleImport } from '@rapport/server/store/articles/article-imports';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { type OpenedArticles, openArticles } from '../open-articles.ts';
import { stderrLog, withRapport } from '../open-store.ts';
import { withWorker } from '../with-worker.ts';

interface Options {
  name?: string;
  part?: true;
}

export function addImportArticles(program: Command): void {
  program
    .command('import-articles')
    .argument(
      '<path>',
      'JSON of Zendesk Guide, Intercom or Help Scout Docs, a page, a zip, or a folder of Markdown or HTML',
    )
    .description('Bring articles in; what was here under the same name and is not in it is marked as gone')
    .option('--name <name>', 'the help centre they belong to; named by the format when absent')
    .option('--part', 'it holds only some of the articles, so mark none as gone')
    .action(async (path: string, options: Options) => {
      const given = openArticles(path);
      await withRapport(async (open) => {
        const done = await follow(open, given, options);
        for (const line of describe(done)) process.stderr.write(`${line}\n`);
        const { problems } = await inWorkspace(open.store, open.workspace, (db) =>
          listArticleProblems(db, open.workspace, { importId: done.id, after: 0 }),
        );
        for (const { file, line, reason, wayOut } of problems) {
          process.stderr.write(`${file}${line === null ? '' : `, line ${line}`}: ${reason} ${wayOut}\n`);
        }
        process.exitCode = done.counts.refused > 0 ? exitCodes.partly : exitCodes.done;
      });
    });
}

function follow(open: OpenRapport, given: OpenedArticles, { name = '', part }: Options): Promise<ArticleImport> {
  return withWorker(async () => {
    const { id } = await createImportActions({ ...open, log: stderrLog }).receiveArticles({
      ...{ fileName: given.name, helpCentre: name.trim(), isPart: part === true, bytes: given.open() },
      ...{ limitBytes: Number.POSITIVE_INFINITY, by: 'You', now: new Date() },
    });
    for (;;) {
      const found = await inWorkspace(open.store, open.workspace, (db) =>
        loadArticleImport(db, open.workspace, Number(id)),
      );
      if (found.state === 'done') return found;
      if (found.failure !== null) throw new RapportError('unreadable-file', { what: found.failure });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
}

function describe({ helpCentre, counts, goneNotMarked, masked }: ArticleImport): string[] {
  const kinds = Object.entries(masked).filter(([, count]) => count > 0);
  return [
    `${helpCentre}: ${counts.read} articles read; ${counts.added} new, ${counts.changed} changed, ${counts.unchanged} as before, ${counts.repeated} twice in the file, ${counts.refused} refused.`,
    goneNotMarked === null
      ? `${counts.gone} are gone since the last time.`
      : `None was marked as gone. ${goneNotMarked}`,
    kinds.length > 0
      ? `Masked: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}.`
      : 'Nothing had to be masked.',
  ];
}
