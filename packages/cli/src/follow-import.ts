/** Brings a file in from the command line: the pages' road, with a worker of its own and a line of progress. */
import { type ImportRun, RapportError } from '@rapport/contract';
import { createImportActions, type ImportActions } from '@rapport/server/jobs/import-actions';
import type { OpenRapport } from '@rapport/server/open-rapport';
import { loadImport } from '@rapport/server/store/imports';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import { stderrLog } from './open-store.ts';
import type { ProgressLine } from './progress-line.ts';
import { whatIsOpen } from './said-options.ts';
import { withWorker } from './with-worker.ts';

/**
 * @param begin receives the file; what it returns is followed to its end
 * @throws RapportError when the import fails, or needs columns named by a person
 */
export async function followImport(
  open: OpenRapport,
  progress: ProgressLine,
  begin: (actions: ImportActions) => Promise<ImportRun>,
): Promise<ImportRun> {
  try {
    return await withWorker(async () => {
      const { id } = await begin(createImportActions({ ...open, log: stderrLog }));
      for (;;) {
        const run = await inWorkspace(open.store, open.workspace, (db) => loadImport(db, open.workspace, Number(id)));
        if (run === null) throw new RapportError('not-found', { what: `Import ${id} is gone.` });
        progress.show(describe(run));
        if (run.state === 'done' || run.state === 'cancelled' || run.state === 'paused') return run;
        if (run.state === 'failed')
          throw new RapportError('unreadable-file', { what: run.failure ?? 'The import failed.' });
        if (run.state === 'needs-mapping') throw needsMapping(run);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    });
  } finally {
    progress.end();
  }
}

function describe({ state, counts }: ImportRun): string {
  const number = (value: number) => value.toLocaleString('en-GB');
  if (state === 'scoring') return `Scored ${number(counts.scored)} of ${number(counts.toScore)} conversations …`;
  if (state === 'finding') return 'Finding what matters …';
  return `Read ${number(counts.units)} messages of ${number(counts.conversations)} conversations …`;
}

function needsMapping({ fileName, plan }: ImportRun): RapportError {
  const isColumns = (plan?.needsMapping ?? []).length > 0;
  return new RapportError('unreadable-file', {
    what: `${fileName} leaves something open. ${plan ? whatIsOpen(plan).join(' ') : ''}`,
    wayOut: `${isColumns ? 'Rename the column' : 'Then run it again'}; or say it on the page, where the import waits.`,
  });
}

/** What came of it, in a few lines for stderr. */
export function describeEnd({ counts, period }: ImportRun): string[] {
  const number = (value: number) => value.toLocaleString('en-GB');
  const masked = Object.entries(counts.masked).filter(([, count]) => count > 0);
  return [
    `${number(counts.units)} units: ${number(counts.accepted)} accepted (${number(counts.updated)} of them changed something stored), ${number(counts.duplicate)} already here, ${number(counts.rejected)} refused.`,
    `${number(counts.conversations)} conversations, ${number(counts.scored)} scored${period.from && period.to ? `, ${period.from.slice(0, 10)} to ${period.to.slice(0, 10)}` : ''}.`,
    ...counts.notScored.map(
      ({ reason, conversations }) => `Not scored, ${reason}: ${number(conversations)} conversations.`,
    ),
    masked.length > 0
      ? `Masked: ${masked.map(([kind, count]) => `${number(count)} ${kind}`).join(', ')}.`
      : 'Nothing had to be masked.',
  ];
}
