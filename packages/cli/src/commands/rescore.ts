/** `rapport rescore`: scores again, with the scorer of this copy, what another version scored; both stay in the trend. */
import { RapportError, type RescoreRun } from '@rapport/contract';
import { findFocus } from '@rapport/insight';
import { scorerVersion } from '@rapport/qualities';
import { languageOf } from '@rapport/server/detect-language';
import { createRescoreActions } from '@rapport/server/jobs/rescore-actions';
import { startWorker } from '@rapport/server/jobs/run-worker';
import type { OpenRapport } from '@rapport/server/open-rapport';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import { loadRescore } from '@rapport/server/store/rescores';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { stderrLog, withRapport } from '../open-store.ts';
import { openProgressLine, type ProgressLine } from '../progress-line.ts';

export function addRescore(program: Command): void {
  program
    .command('rescore')
    .description('Score again what another version of the scorer scored; the trend keeps both')
    .option('--json', 'the outcome as JSON on stdout')
    .action(async ({ json = false }: { json?: boolean }) => {
      const run = await withRapport((open) => followRescore(open, openProgressLine()));
      if (json) process.stdout.write(`${JSON.stringify({ scorerVersion, rescore: run })}\n`);
      process.stderr.write(`${describeEnd(run)}\n`);
      process.exitCode = run === null || run.state === 'done' ? exitCodes.done : exitCodes.failed;
    });
}

/** Begins or goes on, with a worker of its own beside those of a running server, and stays until it is over. */
async function followRescore(open: OpenRapport, progress: ProgressLine): Promise<RescoreRun | null> {
  const { database, store, workspace } = open;
  const begun = await createRescoreActions({ ...open, scorerVersion }).start();
  if (begun === null) return null;
  const worker = await startWorker({
    appUrl: database.appUrl,
    dataFolder: database.dataFolder,
    log: stderrLog,
    languageOf,
    findFocus,
    pollSeconds: 0.5,
  });
  try {
    for (;;) {
      const run = await inWorkspace(store, workspace, (db) => loadRescore(db, workspace, Number(begun.id)));
      if (run === null) throw new RapportError('not-found', { what: 'The rescore is gone.' });
      if (run.state !== 'running' && run.state !== 'finding') return run;
      progress.show(describe(run));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    progress.end();
    await worker.stop();
  }
}

const number = (value: number): string => value.toLocaleString('en-GB');

function describe({ state, scored, toScore }: RescoreRun): string {
  return state === 'finding'
    ? 'Finding what matters …'
    : `Scored again ${number(scored)} of ${number(toScore)} conversations …`;
}

function describeEnd(run: RescoreRun | null): string {
  if (run === null) return `Nothing to do: everything that is scored was scored with ${scorerVersion}.`;
  const far = `${number(run.scored)} of ${number(run.toScore)} conversations are scored again with ${run.scorerVersion}`;
  if (run.state === 'done') return `${far}. The earlier scores stay in the trend.`;
  if (run.state === 'replaced') return `${far}; then a newer scorer began anew.`;
  return `${far}. It is paused: ${run.note ?? 'somebody paused it.'} rapport rescore goes on with it.`;
}
