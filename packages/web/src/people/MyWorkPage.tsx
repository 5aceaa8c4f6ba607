/** "My work": one's own page; with several names, or on a server without accounts, whose page it is to be. */
import type { PersonEntry } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useMe } from '../accounts/use-me.ts';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { PersonOf } from './PersonPage.tsx';
import { usePeople } from './use-people.ts';
import './PersonPage.css';

export function MyWorkPage() {
  usePageTitle('My work');
  const query = usePeople();
  const own = query.data?.people.filter((one) => one.own) ?? [];
  const [only] = own;
  if (only && own.length === 1) return <PersonOf authorId={only.authorId} />;
  return (
    <>
      <TopStrip where={<b>My work</b>} />
      {query.isPending ? (
        <>
          <h1>My work.</h1>
          <LoadingState bars={3}>Looking for your conversations.</LoadingState>
        </>
      ) : null}
      {query.isError ? (
        <>
          <h1>My work could not be opened.</h1>
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        </>
      ) : null}
      {query.data ? <Whose people={own.length > 0 ? own : query.data.people} notice={query.data.notice} /> : null}
    </>
  );
}

function Whose({ people, notice }: { people: readonly PersonEntry[]; notice: string | null }) {
  const hasAccount = useMe().data?.mode === 'accounts';
  if (people.length === 0) {
    return (
      <>
        <h1>
          <span className="marker">No page</span> to open yet.
        </h1>
        <EmptyState
          title="Nobody’s conversations can be shown here."
          action={
            notice === null ? (
              <Link to="/first-run" className={buttonClass({ kind: 'primary' })}>
                Bring in conversations
              </Link>
            ) : undefined
          }
        >
          {notice ??
            'A page begins with scored conversations of a person’s own. Whoever runs Rapport says which author you are.'}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <h1>
        <span className="marker">Whose work</span> shall be opened?
      </h1>
      <p className="second person-whose">
        {people.some((one) => one.own)
          ? 'You wrote under more than one name.'
          : hasAccount
            ? 'Nobody has said yet that you write to customers yourself. These are the people whose service you see.'
            : 'Without accounts nobody can be told apart at this machine, so every page can be opened here.'}
      </p>
      {notice === null ? null : <p className="note person-whose">{notice}</p>}
      <ul className="person-entries">
        {people.map((one) => (
          <li key={one.authorId}>
            <Link to={`/people/${one.authorId}`}>{one.name}</Link>{' '}
            <span className="dim">
              {one.conversations.toLocaleString()} conversation{one.conversations === 1 ? '' : 's'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
