/** The import under way or the last one: its file, its five steps, and what to do next. */
import type { ImportRun } from '@rapport/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Button, buttonClass } from '../design/Button.tsx';
import { periodWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { countOf, sizeWords } from './count-words.ts';
import { ImportFailure } from './ImportFailure.tsx';
import { ImportStepRow } from './ImportStepRow.tsx';
import { isMoving, isOver } from './import-phase.ts';
import { importSteps } from './import-steps.ts';
import { hasNotService, notScoredWords } from './not-scored-words.ts';
import { ProgressAnnouncer } from './ProgressAnnouncer.tsx';
import type { useImportActions } from './use-imports.ts';
import './ImportProgress.css';

// Fetched when first opened, so that the first page stays light.
const ProblemsDialog = lazy(() => import('./ProblemsDialog.tsx').then((one) => ({ default: one.ProblemsDialog })));
const CancelDialog = lazy(() => import('./CancelDialog.tsx').then((one) => ({ default: one.CancelDialog })));

interface ImportProgressProps {
  run: ImportRun;
  perSecond: number | null;
  /** The line to the server is broken; the counts stand still. */
  lost: boolean;
  actions: ReturnType<typeof useImportActions>;
}

export function ImportProgress({ run, perSecond, lost, actions }: ImportProgressProps) {
  const [opened, setOpened] = useState<'problems' | 'cancel' | null>(null);
  const steps = importSteps(run, perSecond);
  const goOnOrPause = () => {
    if (run.state === 'paused') actions.resume.mutate();
    else if (isMoving(run.state)) actions.pause.mutate();
  };
  useKeys(isMoving(run.state) || run.state === 'paused' ? { pause: goOnOrPause } : {});
  // Nothing of it was read, so there is nothing to tell of its steps.
  const isRefused = run.state === 'failed' && run.counts.units === 0;
  const error = actions.pause.error ?? actions.resume.error ?? actions.cancel.error;
  return (
    <section aria-label="Import progress">
      <div className="import-head">
        <h2>{run.fileName}</h2>
        <ImportButtons run={run} onToggle={goOnOrPause} onCancel={() => setOpened('cancel')} />
      </div>
      <p className="second">{factsOf(run)}</p>
      {lost ? <p className="note">The line to Rapport is broken. The counts stand still until it is back.</p> : null}
      {error ? <ErrorState error={error} /> : null}
      {run.state === 'failed' ? <ImportFailure run={run} /> : null}
      <ol className="import-steps">
        {(isRefused ? [] : steps).map((step) => (
          <ImportStepRow key={step.phase} step={step}>
            {step.phase === 'read' && run.problems > 0 ? (
              <button type="button" className="text-button" onClick={() => setOpened('problems')}>
                {run.counts.rejected > 0 ? 'See them' : `See ${countOf(run.problems, 'remark')}`}
              </button>
            ) : null}
            {step.phase === 'who' && whoLink(run) ? (
              <Link to="/imports/$importId/who" params={{ importId: run.id }}>
                Look again
              </Link>
            ) : null}
            {step.phase === 'score' ? <NotScored run={run} /> : null}
          </ImportStepRow>
        ))}
      </ol>
      <NextStep run={run} />
      <ProgressAnnouncer run={run} />
      <Suspense fallback={null}>
        {opened === 'problems' ? <ProblemsDialog run={run} onClose={() => setOpened(null)} /> : null}
        {opened === 'cancel' ? (
          <CancelDialog
            onClose={() => setOpened(null)}
            onCancel={() => {
              setOpened(null);
              actions.cancel.mutate();
            }}
          />
        ) : null}
      </Suspense>
    </section>
  );
}

function ImportButtons({ run, onToggle, onCancel }: { run: ImportRun; onToggle: () => void; onCancel: () => void }) {
  if (isOver(run.state)) return null;
  const paused = run.state === 'paused';
  return (
    <span className="import-buttons">
      <Button size="small" kind="quiet" onClick={onCancel}>
        Cancel
      </Button>
      {isMoving(run.state) || paused ? (
        <Button size="small" shortcut="Space" onClick={onToggle}>
          {paused ? 'Go on' : 'Pause'}
        </Button>
      ) : null}
    </span>
  );
}

function NotScored({ run }: { run: ImportRun }) {
  const words = notScoredWords(run);
  if (words === null) return null;
  return (
    <span className="import-more">
      {words}{' '}
      {hasNotService(run) ? (
        <Link to="/imports/$importId/service" params={{ importId: run.id }}>
          Look at what is no service
        </Link>
      ) : null}
    </span>
  );
}

/** The one thing to do now; nothing while the machine is at work. */
function NextStep({ run }: { run: ImportRun }) {
  const navigate = useNavigate();
  const open = () => {
    if (run.state === 'done') void navigate({ to: '/focus' });
    else void navigate({ to: '/imports/$importId/who', params: { importId: run.id } });
  };
  useKeys(run.state === 'who-is-who' || run.state === 'done' ? { open } : {});
  if (run.state === 'who-is-who') {
    return (
      <p className="import-next">
        <Link to="/imports/$importId/who" params={{ importId: run.id }} className={buttonClass({ kind: 'primary' })}>
          Say who is who <Kbd>Enter</Kbd>
        </Link>
        <span className="second">Half a minute; then scoring starts.</span>
      </p>
    );
  }
  if (run.state === 'done') {
    return (
      <p className="import-next">
        <Link to="/focus" className={buttonClass({ kind: 'primary' })}>
          Open Focus <Kbd>Enter</Kbd>
        </Link>
        <Link to="/check" className={buttonClass({})}>
          Check it against me
        </Link>
      </p>
    );
  }
  if (run.state === 'cancelled') return <p className="note import-next">Cancelled. What was read before stays.</p>;
  return null;
}

/** Who is who can be corrected once it was confirmed; before, it is the next step itself. */
const whoLink = (run: ImportRun): boolean => run.scoringStartedAt !== null || run.state === 'done';

function factsOf(run: ImportRun): string {
  const known = run.counts.conversations > 0 ? countOf(run.counts.conversations, 'conversation') : null;
  return [sizeWords(run.fileBytes), known, periodWords(run.period)].filter(Boolean).join(' · ');
}
