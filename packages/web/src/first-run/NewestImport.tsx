/** The import under way or the last one, what of it can already be read, and the imports beside it. */
import type { ImportRun } from '@rapport/contract';
import { MappingPanel } from '../mapping/MappingPanel.tsx';
import { EarlyLook } from './EarlyLook.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { OtherImports } from './OtherImports.tsx';
import { ReadyToRead } from './ReadyToRead.tsx';
import { useImportActions } from './use-imports.ts';
import { useReadyRows } from './use-ready-rows.ts';
import { useSpeed } from './use-speed.ts';

export function NewestImport({ run, runs, lost }: { run: ImportRun; runs: readonly ImportRun[]; lost: boolean }) {
  const perSecond = useSpeed(run);
  const ready = useReadyRows(run);
  const actions = useImportActions(run);
  return (
    <>
      {run.state === 'needs-mapping' && run.plan ? (
        <MappingPanel key={run.id} run={run} plan={run.plan} />
      ) : (
        <>
          <ImportProgress key={run.id} run={run} perSecond={perSecond} lost={lost} actions={actions} />
          <EarlyLook run={run} />
          <ReadyToRead rows={ready.data ?? []} scored={run.counts.scored} importId={run.id} />
        </>
      )}
      <OtherImports runs={runs} shown={run.id} />
    </>
  );
}
