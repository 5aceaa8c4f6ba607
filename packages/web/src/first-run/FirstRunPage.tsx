/** Bring in conversations: at the left what to do, at the right the import under way or the last one. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { Brand } from '../design/Brand.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { BringIn } from './BringIn.tsx';
import { StepsAhead } from './StepsAhead.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useFirstTime } from './use-first-time.ts';
import { useImports, useStartSample } from './use-imports.ts';
import { useSendFile } from './use-send-file.ts';
import { useShowBegun } from './use-show-begun.ts';
import { useWatchedImport } from './use-watched-import.ts';
import './FirstRunPage.css';

// Fetched when there is an import to tell of, so that the first page stays light.
const NewestImport = lazy(() => import('./NewestImport.tsx').then((one) => ({ default: one.NewestImport })));

export function FirstRunPage() {
  usePageTitle('Bring in data');
  const imports = useImports();
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const run = imports.data?.find((one) => one.id === search.import) ?? imports.data?.[0] ?? null;
  const firstTime = useFirstTime(imports.data);
  const { lost } = useWatchedImport(run);
  const [source, setSource] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const sending = useSendFile(source);
  const sample = useStartSample();
  const field = useRef<HTMLInputElement>(null);
  const right = useRef<HTMLElement>(null);
  const showBegun = useShowBegun(right, run?.id);

  const toNewest = useCallback(() => void navigate({ to: '/first-run', search: {}, replace: true }), [navigate]);
  const take = useCallback(
    (files: readonly File[]) => {
      const [first, ...others] = files;
      if (!first) return;
      setLeft(others.map((file) => file.name));
      toNewest();
      showBegun();
      void sending.send(first);
    },
    [sending.send, toNewest, showBegun],
  );
  const dropping = useFileDrop(take);
  const choose = () => field.current?.click();
  const openSample = () => {
    if (sample.isPending) return;
    toNewest();
    showBegun();
    sample.mutate();
  };
  // Made-up conversations among a team's own would make every number of Focus untrue.
  const ownData = imports.data?.some((one) => one.source !== 'sample' && one.counts.conversations > 0) === true;
  const sampleHere = imports.data?.some((one) => one.source === 'sample' && one.state !== 'failed') === true;
  useKeys(ownData || sampleHere ? { 'choose-file': choose } : { 'choose-file': choose, sample: openSample });

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
          sample={{
            ...{ here: sampleHere, own: ownData, isOpening: sample.isPending, error: sample.error },
            onOpen: openSample,
          }}
          onSource={setSource}
          onChoose={choose}
          onFiles={take}
          onStop={sending.cancel}
        />
      </div>
      <aside className="first-run-right" id="newest-import" ref={right} aria-label="The newest import">
        {imports.isPending ? <LoadingState>Looking for earlier imports.</LoadingState> : null}
        {imports.error ? <ErrorState error={imports.error} retry={() => void imports.refetch()} /> : null}
        {imports.data && run === null ? <StepsAhead /> : null}
        {run ? (
          <Suspense fallback={<LoadingState>{`Looking how far ${run.fileName} is.`}</LoadingState>}>
            <NewestImport run={run} runs={imports.data ?? []} lost={lost} />
          </Suspense>
        ) : null}
      </aside>
    </div>
  );
}
