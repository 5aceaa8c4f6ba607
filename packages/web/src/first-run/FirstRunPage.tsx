/** Bring in conversations: at the left what to do, at the right the import under way or the last one. */
import type { ImportRun } from '@rapport/contract';
import { useCallback, useRef, useState } from 'react';
import { Brand } from '../design/Brand.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { MappingPanel } from '../mapping/MappingPanel.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { BringIn } from './BringIn.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ReadyToRead } from './ReadyToRead.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useFirstTime } from './use-first-time.ts';
import { useImportActions, useImports, useStartSample } from './use-imports.ts';
import { useReadyRows } from './use-ready-rows.ts';
import { useSendFile } from './use-send-file.ts';
import { useSpeed } from './use-speed.ts';
import { useWatchedImport } from './use-watched-import.ts';
import './FirstRunPage.css';

export function FirstRunPage() {
  usePageTitle('Bring in data');
  const imports = useImports();
  const run = imports.data?.[0] ?? null;
  const firstTime = useFirstTime(imports.data);
  const { lost } = useWatchedImport(run);
  const [source, setSource] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const sending = useSendFile(source);
  const sample = useStartSample();
  const field = useRef<HTMLInputElement>(null);

  const take = useCallback(
    (files: readonly File[]) => {
      const [first, ...others] = files;
      if (!first) return;
      setLeft(others.map((file) => file.name));
      void sending.send(first);
    },
    [sending.send],
  );
  const dropping = useFileDrop(take);
  const choose = () => field.current?.click();
  const openSample = () => {
    if (!sample.isPending) sample.mutate();
  };
  useKeys({ 'choose-file': choose, sample: openSample });

  return (
    <div className={firstTime ? 'first-run bare-page' : 'first-run'}>
      <div className="first-run-left">
        {firstTime ? (
          <p className="first-run-brand">
            <Brand /> Rapport
          </p>
        ) : (
          <TopStrip where={<b>Bring in data</b>} />
        )}
        <BringIn
          field={field}
          dropping={dropping}
          sending={sending.state}
          left={left}
          below={run === null ? null : run.fileName}
          source={source}
          sample={sample}
          onSource={setSource}
          onChoose={choose}
          onFiles={take}
          onStop={sending.cancel}
          onSample={openSample}
        />
      </div>
      <aside className="first-run-right" id="newest-import" aria-label="The newest import">
        {imports.isPending ? <LoadingState>Looking for earlier imports.</LoadingState> : null}
        {imports.error ? <ErrorState error={imports.error} retry={() => void imports.refetch()} /> : null}
        {imports.data ? <NewestImport run={run} lost={lost} /> : null}
      </aside>
    </div>
  );
}

function NewestImport({ run, lost }: { run: ImportRun | null; lost: boolean }) {
  const perSecond = useSpeed(run);
  const ready = useReadyRows(run);
  if (run === null) return <ImportProgress run={null} perSecond={null} lost={false} />;
  if (run.state === 'needs-mapping' && run.plan) return <MappingPanel key={run.id} run={run} plan={run.plan} />;
  return (
    <>
      <MovableImport run={run} perSecond={perSecond} lost={lost} />
      <ReadyToRead rows={ready.data ?? []} scored={run.counts.scored} source={run.source} />
    </>
  );
}

function MovableImport({ run, perSecond, lost }: { run: ImportRun; perSecond: number | null; lost: boolean }) {
  const actions = useImportActions(run);
  return <ImportProgress run={run} perSecond={perSecond} lost={lost} actions={actions} />;
}
