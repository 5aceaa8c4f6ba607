/** Everybody who wrote, wherever their conversations came from: who is an agent, a customer, a bot. One at a time is put right. */
import { Link } from '@tanstack/react-router';
import { useHolds } from '../accounts/use-me.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { SamePerson } from './SamePerson.tsx';
import { useAuthors } from './use-authors.ts';
import { usePutRight } from './use-put-right.ts';
import { WhoIsWho } from './WhoIsWho.tsx';

export function DirectoryPage() {
  usePageTitle('Who is who');
  const authors = useAuthors(null);
  const { putRight, error } = usePutRight(null);
  const status = useStatus();
  const mayMerge = useHolds('admin');
  return (
    <div className="who-page">
      <TopStrip
        where={
          <>
            <Link to="/sources">Sources</Link> / <b>Who is who</b>
          </>
        }
      />
      {authors.data && authors.data.authors.length > 0 ? (
        <>
          <WhoIsWho
            authors={authors.data.authors}
            unlisted={authors.data.unlisted}
            customers={authors.data.customers}
            customerExamples={authors.data.customerExamples}
            ownDomains={authors.data.ownDomains}
            mode="correct"
            namesShown={status.data?.agentNamesShown ?? true}
            isBusy={false}
            error={error}
            onConfirm={() => undefined}
            onCorrect={putRight}
          />
          {mayMerge ? <SamePerson authors={authors.data.authors} /> : null}
        </>
      ) : (
        <>
          <h1>Who is who</h1>
          {authors.error ? <ErrorState error={authors.error} retry={() => void authors.refetch()} /> : null}
          {authors.isPending ? <LoadingState bars={5}>Looking at who wrote.</LoadingState> : null}
          {authors.data ? (
            <EmptyState title="Nobody to tell apart yet.">
              Whoever answers customers stands here, as soon as the first conversations are read.
            </EmptyState>
          ) : null}
        </>
      )}
    </div>
  );
}
