/** Before scoring: who is an agent, who a customer, who a bot. Afterwards the same page corrects one at a time. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useFirstTime } from '../first-run/use-first-time.ts';
import { useImports } from '../first-run/use-imports.ts';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { useAuthors, useConfirmAuthors, useImport } from './use-authors.ts';
import { usePutRight } from './use-put-right.ts';
import { WhoIsWho } from './WhoIsWho.tsx';

export function WhoIsWhoPage() {
  usePageTitle('Who is who');
  // The router gives every parameter of every route; this one is in this page's address.
  const { importId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const imports = useImports();
  const firstTime = useFirstTime(imports.data);
  const run = useImport(importId);
  const authors = useAuthors(importId);
  const confirm = useConfirmAuthors(importId, () => void navigate({ to: '/first-run', search: { import: importId } }));
  const { putRight, error: notCorrected } = usePutRight(importId);
  const status = useStatus();
  const error = run.error ?? authors.error;

  return (
    <div className={firstTime ? 'who-page bare-page' : 'who-page'}>
      <TopStrip
        where={
          <>
            <Link to="/first-run">Bring in data</Link> / <b>Who is who</b>
          </>
        }
      />
      {error ? (
        <>
          <h1>Who is who</h1>
          <ErrorState error={error} retry={() => void Promise.all([run.refetch(), authors.refetch()])} />
        </>
      ) : run.isPending || authors.isPending ? (
        <>
          <h1>Who is who</h1>
          <LoadingState bars={5}>Looking at who wrote.</LoadingState>
        </>
      ) : authors.data && authors.data.authors.length > 0 ? (
        <WhoIsWho
          key={importId}
          authors={authors.data.authors}
          unlisted={authors.data.unlisted}
          customers={authors.data.customers}
          customerExamples={authors.data.customerExamples}
          ownDomains={authors.data.ownDomains}
          mode={run.data?.state === 'who-is-who' ? 'confirm' : 'correct'}
          namesShown={status.data?.agentNamesShown ?? true}
          isBusy={confirm.isPending}
          error={confirm.error ?? notCorrected}
          onConfirm={(roles, ownDomains) => confirm.mutate({ roles, ownDomains })}
          onCorrect={putRight}
        />
      ) : (
        <>
          <h1>Nobody to tell apart.</h1>
          <EmptyState
            title={
              (authors.data?.customers ?? 0) > 0
                ? 'Only customers wrote in this file, so there is no reply to score.'
                : 'No authors are known yet; they come when reading ends.'
            }
            action={
              run.data?.state === 'who-is-who' ? (
                <Button
                  kind="primary"
                  blocked={confirm.isPending ? 'The import goes on' : undefined}
                  onClick={() => confirm.mutate({ roles: {}, ownDomains: undefined })}
                >
                  Go on without scores
                </Button>
              ) : (
                <Link to="/first-run" className={buttonClass({ size: 'small' })}>
                  Back to the import
                </Link>
              )
            }
          />
          {confirm.error ? <ErrorState error={confirm.error} /> : null}
        </>
      )}
    </div>
  );
}
