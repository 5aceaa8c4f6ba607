/** "Check it against me": ten single moments, the person's verdict before the machine's. */
import { Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { Deck } from './Deck.tsx';
import { useCheck, useStartCheck } from './use-check.ts';
import './CheckPage.css';

export function CheckPage() {
  usePageTitle('Check it against me');
  const check = useCheck();
  const start = useStartCheck();
  const status = useStatus();
  const begin = (fresh: boolean) => {
    if (!start.isPending) start.mutate(fresh);
  };
  return (
    <>
      <TopStrip where={<b>Check it against me</b>} />
      {check.isPending ? (
        <>
          <h1>Check it against me</h1>
          <LoadingState>Looking for the ten moments.</LoadingState>
        </>
      ) : null}
      {check.error ? (
        <>
          <h1>Check it against me</h1>
          <ErrorState error={check.error} retry={() => void check.refetch()} />
        </>
      ) : null}
      {check.data === null ? (
        <NoDeckYet
          hasScores={(status.data?.scored ?? 0) > 0}
          isBusy={start.isPending}
          error={start.error}
          onBegin={() => begin(false)}
        />
      ) : null}
      {check.data ? (
        <Deck
          key={check.data.id}
          deck={check.data}
          isDrawing={start.isPending}
          drawError={start.error}
          onMore={() => begin(true)}
        />
      ) : null}
    </>
  );
}

interface NoDeckYetProps {
  hasScores: boolean;
  isBusy: boolean;
  error: unknown;
  onBegin: () => void;
}

function NoDeckYet({ hasScores, isBusy, error, onBegin }: NoDeckYetProps) {
  useKeys(hasScores ? { 'go-on': onBegin } : {});
  return (
    <>
      <h1>
        Do you and Rapport <span className="marker">see the same</span>?
      </h1>
      {hasScores ? (
        <EmptyState
          title="Ten moments of your own conversations, about three minutes."
          action={
            <Button
              kind="primary"
              shortcut="Enter"
              onClick={onBegin}
              blocked={isBusy ? 'They are being drawn' : undefined}
            >
              Draw ten moments
            </Button>
          }
        >
          They are drawn at random. You say Missed, Partly or Met first; then you see what Rapport said, with the words
          it rests on. Your verdicts are stored and can be exported.
        </EmptyState>
      ) : (
        <EmptyState
          title="There is nothing scored yet to check."
          action={
            <Link to="/first-run" className={buttonClass({ size: 'small' })}>
              Bring in conversations
            </Link>
          }
        >
          Here come ten moments of your own file, your verdict before the machine’s.
        </EmptyState>
      )}
      {error ? <ErrorState error={error} retry={onBegin} /> : null}
    </>
  );
}
