/** The team: how hard conversations are shared out, what the team lives, and whom customers thanked. Nobody is ranked. */
import type { TeamPage as Team } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { periodWords } from '../design/dates.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { AsOf } from '../shell/AsOf.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { HoursSection } from './HoursSection.tsx';
import { LoadTable } from './LoadTable.tsx';
import { TeamQualities } from './TeamQualities.tsx';
import { TeamThanks } from './TeamThanks.tsx';
import { useTeam } from './use-people.ts';
import './TeamPage.css';

export function TeamPage() {
  usePageTitle('Team');
  const query = useTeam();
  if (query.data && !query.isError) return <TeamFound team={query.data} />;
  return (
    <>
      <TopStrip where={<b>Team</b>} />
      <h1>{query.isError ? 'The team’s page could not be opened.' : 'How the load is shared out.'}</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={6}>Counting who had which conversations.</LoadingState> : null}
    </>
  );
}

function TeamFound({ team }: { team: Team }) {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { load, period } = team;
  const ids = load.people.map(({ authorId }) => authorId);
  const at = ids.includes(search.at ?? '') ? search.at : undefined;
  const move = (step: number) => {
    const from = at === undefined ? (step > 0 ? -1 : ids.length) : ids.indexOf(at);
    const to = ids[Math.min(ids.length - 1, Math.max(0, from + step))];
    if (to) void navigate({ to: '/team', search: { ...search, at: to }, replace: true });
  };
  const open = () => (at === undefined ? undefined : void navigate({ to: `/people/${at}` }));
  const thank = () => void navigate({ to: '/conversations', search: { flag: 'exceptional' } });
  useKeys({ ...(ids.length > 0 ? { next: () => move(1), back: () => move(-1), open } : {}), thank });
  return (
    <>
      <TopStrip
        where={
          <>
            <b>Team</b> · {periodWords(period) ?? 'the data has no dates'}
          </>
        }
      >
        <AsOf at={period.to} saidAnyway />
      </TopStrip>
      <div className="team-head">
        <h1>
          {load.headline.before}
          <span className="marker">{load.headline.marked}</span>
          {load.headline.after}
        </h1>
        <p className="second">{load.sentence}</p>
        {team.notice === null ? null : <p className="note">{team.notice}</p>}
      </div>
      {load.teamShare.n === 0 ? (
        <EmptyState
          title="No scored conversations yet."
          action={
            <Link to="/first-run" className={buttonClass({ kind: 'primary' })}>
              Bring in conversations
            </Link>
          }
        >
          With them this page shows how hard conversations are shared out and whom customers thanked.
        </EmptyState>
      ) : (
        <div className="team-columns">
          <div className="team-wide">
            {load.people.length > 0 ? <LoadTable load={load} at={at} /> : null}
            <HoursSection />
            <TeamQualities team={team} />
          </div>
          <TeamThanks team={team} onThank={thank} />
        </div>
      )}
    </>
  );
}
