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
import { describeProblems, fileKinds } from '../read-conversations.ts';
import { addSaidOptions, type SaidOptions, toSaid } from '../said-options.ts';

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .argument('<file>', fileKinds)
    .description('Bring a file in; guessed roles are taken as they are and can be corrected on the page')
    .option('--source <name>', 'names the origin, so that id 1 of two exports stays two; by format when absent');
  addSaidOptions(command).action(async (path: string, options: SaidOptions & { source?: string }) => {
    const file = openFile(path);
    const said = toSaid(options);
    await withRapport(async (open) => {
      const run = await followImport(open, openProgressLine(), (actions) =>
        actions.receive({
          fileName: file.name,
          ...(options.source === undefined ? {} : { source: options.source }),
          bytes: file.open(),
          limitBytes: Number.POSITIVE_INFINITY,
          autoConfirm: true,
          isSample: false,
          said,
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
