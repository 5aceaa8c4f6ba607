/** The page of one person, under its address; who may not see it is told that there is none. */
import { qualityIds } from '@rapport/contract';
import { useParams, useSearch } from '@tanstack/react-router';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { AsOf } from '../shell/AsOf.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { PersonView } from './PersonView.tsx';
import { usePerson } from './use-people.ts';

export function PersonPage() {
  const { authorId = '' }: { authorId?: string } = useParams({ strict: false });
  return <PersonOf authorId={authorId} />;
}

export function PersonOf({ authorId }: { authorId: string }) {
  const search: Record<string, string> = useSearch({ strict: false });
  const query = usePerson(
    authorId,
    qualityIds.find((id) => id === search.quality),
  );
  const page = query.data;
  usePageTitle(page ? (page.own ? 'My work' : page.name) : 'A person');
  return (
    <>
      <TopStrip
        where={
          page && !page.own ? (
            <>
              Team / <b>{page.name}</b>
            </>
          ) : (
            <b>My work</b>
          )
        }
      >
        <AsOf at={page?.period.to} saidAnyway />
      </TopStrip>
      {query.isPending ? (
        <>
          <h1>What the conversations say.</h1>
          <LoadingState bars={6}>Reading what was found in them.</LoadingState>
        </>
      ) : null}
      {query.isError ? (
        <>
          <h1>This page could not be opened.</h1>
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        </>
      ) : null}
      {page && !query.isError ? <PersonView page={page} /> : null}
    </>
  );
}
