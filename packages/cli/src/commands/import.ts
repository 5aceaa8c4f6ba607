/** `rapport import FILE`: brings a file in as the page does, and stays until it is scored. */
import type { ImportRun } from '@rapport/contract';
import { listProblems } from '@rapport/server/store/import-problems';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { describeEnd, followImport } from '../follow-import.ts';
import { openFile } from '../open-file.ts';
import { withRapport } from '../open-store.ts';
import { openProgressLine } from '../progress-line.ts';
import { describeProblems } from '../read-conversations.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .argument('<file>', 'CSV, JSON lines, JSON, Zendesk, Intercom or mbox; also .gz and .zip')
    .description('Bring a file in; guessed roles are taken as they are and can be corrected on the page')
    .option('--source <name>', 'names the origin, so that id 1 of two exports stays two; by format when absent')
    .action(async (path: string, options: { source?: string }) => {
      const file = openFile(path);
      await withRapport(async (open) => {
        const run = await followImport(open, openProgressLine(), (actions) =>
          actions.receive({
            fileName: file.name,
            ...(options.source === undefined ? {} : { source: options.source }),
            bytes: file.open(),
            limitBytes: Number.POSITIVE_INFINITY,
            autoConfirm: true,
            isSample: false,
          }),
        );
        for (const line of describeEnd(run)) process.stderr.write(`${line}\n`);
        const found = await inWorkspace(open.store, open.workspace, (db) =>
          listProblems(db, open.workspace, { importId: Number(run.id) }),
        );
        for (const line of describeProblems(found.problems)) process.stderr.write(`${line}\n`);
        process.exitCode = exitCodeOf(run);
      });
    });
}

const exitCodeOf = ({ counts, state }: ImportRun): number =>
  state !== 'done' ? exitCodes.failed : counts.rejected > 0 ? exitCodes.partly : exitCodes.done;
