/** How conversations ended: what customers answered, and what was seen without asking, each with its range. */
import type { OutcomesAnswer, Whose } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { isOldData, wholeDayWords } from '../design/dates.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { LadderNote } from '../focus/LadderNote.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { NoNumbersOfTeam } from '../whose/NoNumbersOfTeam.tsx';
import { TeamOfNumbers } from '../whose/use-whose.ts';
import { WhoseMenu } from '../whose/WhoseMenu.tsx';
import { AskedTable } from './AskedTable.tsx';
import { ChannelTable } from './ChannelTable.tsx';
import { SeenTable } from './SeenTable.tsx';
import { useOutcomes } from './use-outcomes.ts';
import './OutcomesPage.css';

export function OutcomesPage() {
  usePageTitle('Outcomes');
  const scored = useStatus().data?.scored ?? 0;
  const query = useOutcomes(scored > 0);
  const answer = query.data?.outcomes ?? null;
  const whose = query.data?.whose;
  if (answer && whose) {
    return (
      <TeamOfNumbers value={whose.team?.id}>
        <OutcomesFound answer={answer} whose={whose} />
      </TeamOfNumbers>
    );
  }
  return (
    <>
      <TopStrip where={<b>Outcomes</b>}>
        <WhoseMenu whose={whose} />
      </TopStrip>
      <h1>{query.isError ? 'The outcomes could not be fetched.' : 'How conversations ended.'}</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={5}>Fetching the outcomes.</LoadingState> : null}
      <NoNumbersOfTeam whose={whose} />
      {query.data && scored > 0 && whose?.refused === null ? (
        <LoadingState bars={5}>Being counted; it follows the focus by a few seconds.</LoadingState>
      ) : null}
      {query.data && scored === 0 ? (
        <EmptyState
          title="No scored conversations yet."
          action={
            <Link to="/first-run" className={buttonClass({ kind: 'primary' })}>
              Bring in conversations
            </Link>
          }
        >
          One conversation is enough to read; from twenty on each outcome carries a range.
        </EmptyState>
      ) : null}
    </>
  );
}

function OutcomesFound({ answer, whose }: { answer: OutcomesAnswer; whose: Whose }) {
  return (
    <>
      <TopStrip
        where={
          <>
            <b>Outcomes</b>
            {whose.team === null ? '' : ` · ${whose.team.name}`}
          </>
        }
      >
        {answer.asOf && isOldData(answer.asOf, new Date()) ? (
          <span className="as-of">as of {wholeDayWords(answer.asOf)}</span>
        ) : null}
        <WhoseMenu whose={whose} />
      </TopStrip>
      <h1>
        <span className="marker">{answer.headline.marked}</span>
        {answer.headline.rest}
      </h1>
      <p className="second outcomes-summary">
        {answer.sentence} <Link to="/drivers">Which quality goes together with it</Link>
      </p>
      <div className="outcomes-two">
        <AskedTable asked={answer.asked} />
        <SeenTable seen={answer.seen} days={answer.wroteAgainDays} />
      </div>
      <ChannelTable channels={answer.channels} />
      <div className="outcomes-ground">
        <LadderNote />
      </div>
    </>
  );
}
