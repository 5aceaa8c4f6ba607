/** What to work on first, or why that cannot be told yet. Every number leads to the conversations behind it. */
import { type Focus, qualityIds, type Status, type Whose } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { periodWords } from '../design/dates.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { pages } from '../routes.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { ChangesSection } from '../trend/ChangesSection.tsx';
import { AnswerStrip } from '../whose/AnswerStrip.tsx';
import { NoNumbersOfTeam } from '../whose/NoNumbersOfTeam.tsx';
import { TeamOfNumbers, useBehind } from '../whose/use-whose.ts';
import { WhoseMenu } from '../whose/WhoseMenu.tsx';
import { ActionList } from './ActionList.tsx';
import { FocusFigures } from './FocusFigures.tsx';
import { FocusGround } from './FocusGround.tsx';
import { FocusTable } from './FocusTable.tsx';
import { focusTiers } from './focus-tiers.ts';
import { ReadingList } from './ReadingList.tsx';
import { useFocus } from './use-focus.ts';
import { useNextActions } from './use-next-actions.ts';
import './FocusPage.css';

export function FocusPage() {
  usePageTitle('Focus');
  const query = useFocus();
  const status = useStatus();
  const focus = query.data?.focus ?? null;
  const whose = query.data?.whose;
  // What came by itself is stored some moments before anything is worked out from it.
  const isWaiting = query.data !== undefined && (query.data.refreshing || (status.data?.conversations ?? 0) > 0);
  if (focus && whose) {
    return (
      <TeamOfNumbers value={whose.team?.id}>
        <FocusFound focus={focus} whose={whose} refreshing={query.data?.refreshing === true} failed={query.isError} />
      </TeamOfNumbers>
    );
  }
  return (
    <>
      <TopStrip where={<b>Focus</b>}>
        <WhoseMenu whose={whose} />
      </TopStrip>
      <h1>{query.isError ? 'The focus could not be fetched.' : 'What to work on first.'}</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={6}>{waitingWords(status.data)}</LoadingState> : null}
      {isWaiting && whose?.refused === null ? <LoadingState bars={6}>{scoringWords(status.data)}</LoadingState> : null}
      <NoNumbersOfTeam whose={whose} />
      {query.data && !isWaiting && whose?.refused === null ? <NothingYet /> : null}
    </>
  );
}

interface FocusFoundProps {
  focus: Focus;
  whose: Whose;
  refreshing: boolean;
  failed: boolean;
}

function FocusFound({ focus, whose, refreshing, failed }: FocusFoundProps) {
  const searchOf = useBehind();
  const next = useNextActions(refreshing).data;
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const showAll = search.show === 'all';
  const tiers = focusTiers(focus, showAll);
  const places = [
    ...tiers.flatMap((tier) => tier.shown.map((one) => one.quality as string)),
    ...focus.reading.map((_, index) => `read-${index + 1}`),
  ];
  const at = places.includes(search.at ?? '') ? search.at : undefined;
  const move = (step: number) => {
    const from = at === undefined ? (step > 0 ? -1 : places.length) : places.indexOf(at);
    const to = places[Math.min(places.length - 1, Math.max(0, from + step))];
    if (to) void navigate({ to: '/focus', search: { ...search, at: to }, replace: true });
  };
  const open = () => {
    const quality = qualityIds.find((id) => id === at);
    if (quality) void navigate({ to: '/conversations', search: searchOf({ quality, verdict: 'missed' }) });
    const tip = focus.reading[Number(at?.replace('read-', '')) - 1];
    if (tip)
      void navigate({
        to: `/conversations/${encodeURIComponent(tip.conversationId)}`,
        search: { quality: tip.quality },
      });
  };
  useKeys({ next: () => move(1), back: () => move(-1), open, evidence: open });
  return (
    <>
      <AnswerStrip
        name="Focus"
        whose={whose}
        asOf={focus.asOf}
        period={periodWords(focus.period) ?? 'the data has no dates'}
      />
      <div className="focus-answer">
        <div>
          <h1>
            <span className="marker">{focus.headline.marked}</span>
            {focus.headline.rest}
          </h1>
          <p className="second focus-summary">
            {focus.summary} <a href="#how">How we know</a>
          </p>
          {refreshing ? (
            <p className="note">Being worked out again with what arrived since. Until then, this stands.</p>
          ) : null}
          {failed ? <p className="note">Rapport does not answer just now. What you see is the last answer.</p> : null}
        </div>
        <FocusFigures figures={focus.figures} />
      </div>
      <div className="focus-middle">
        <div className="focus-wide">
          <FocusTable tiers={tiers} at={at} showAll={showAll} showAllSearch={{ ...search, show: 'all' }} />
          <ChangesSection refreshing={refreshing} />
        </div>
        <div className="focus-side">
          {next ? <ActionList answer={next} /> : null}
          <ReadingList reading={focus.reading} standsOut={focus.standsOut} at={at} />
        </div>
      </div>
      <FocusGround focus={focus} />
    </>
  );
}

function NothingYet() {
  const firstRun = pages.some((page) => page.path === '/first-run');
  return (
    <EmptyState
      title="No conversations yet."
      action={
        firstRun ? (
          <Link to="/first-run" className={buttonClass({ kind: 'primary' })}>
            Bring in conversations
          </Link>
        ) : undefined
      }
    >
      With one conversation its moments can be read; with thirty this page says how often each quality was met when it
      was called for.
    </EmptyState>
  );
}

const waitingWords = (status: Status | undefined): string =>
  status && status.conversations > 0
    ? `Fetching the answer for ${status.conversations.toLocaleString()} conversations.`
    : 'Fetching the answer.';

const scoringWords = (status: Status | undefined): string =>
  status
    ? `Scored ${status.scored.toLocaleString()} of ${status.conversations.toLocaleString()} conversations. The answer follows when all are read.`
    : 'The answer is being worked out.';
