/** Which qualities go together with what customers did or said, for one outcome at a time. */
import { type DriversAnswer, type getDrivers, outcomeWords, type ResponseOf } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { buttonClass } from '../design/Button.tsx';
import { periodWords } from '../design/dates.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { changeWords, percentWords } from '../design/estimate-words.ts';
import { KeyFigure } from '../design/KeyFigure.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { LadderNote } from '../focus/LadderNote.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { AsOf } from '../shell/AsOf.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { OfEverybody } from '../whose/OfEverybody.tsx';
import { ArticleTable } from './ArticleTable.tsx';
import { ChannelNotes } from './ChannelNotes.tsx';
import { Caveats, HowWeKnow, NextSteps } from './DriverGround.tsx';
import { DriverTable } from './DriverTable.tsx';
import { behindOutcome, groupDrivers, readOutcome, scaleWords } from './driver-words.ts';
import { OutcomeTabs } from './OutcomeTabs.tsx';
import { useDrivers } from './use-drivers.ts';
import './DriverPage.css';
import './DriversPage.css';

type Found = ResponseOf<typeof getDrivers>;

export function DriversPage() {
  usePageTitle('Drivers');
  const search: Record<string, string> = useSearch({ strict: false });
  const query = useDrivers(readOutcome(search.outcome));
  const { data } = query;
  if (data?.drivers) return <DriversFound answer={data.drivers} found={data} failed={query.isError} />;
  return (
    <>
      <TopStrip where={<b>Drivers</b>} />
      <h1>{query.isError ? 'The drivers could not be fetched.' : 'What goes together with satisfied customers.'}</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={6}>Fetching the answer.</LoadingState> : null}
      {data?.refreshing ? (
        <LoadingState bars={6}>Being worked out; it follows the focus by a few seconds.</LoadingState>
      ) : null}
      {data && !data.refreshing ? <NothingYet /> : null}
    </>
  );
}

function DriversFound({ answer, found, failed }: { answer: DriversAnswer; found: Found; failed: boolean }) {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const places = groupDrivers(answer.qualities).flatMap(({ qualities }) => qualities.map(({ quality }) => quality));
  const at = places.find((quality) => quality === search.at);
  const move = (step: number) => {
    const from = at === undefined ? (step > 0 ? -1 : places.length) : places.indexOf(at);
    const to = places[Math.min(places.length - 1, Math.max(0, from + step))];
    if (to) void navigate({ to: '/drivers', search: { ...search, at: to }, replace: true });
  };
  const open = () => {
    if (at) void navigate({ to: `/drivers/${at}`, search: { outcome: answer.outcome } });
  };
  const evidence = () => {
    if (at) {
      void navigate({ to: '/conversations', search: filterSearch({ quality: at, verdict: 'missed' }) });
    }
  };
  useKeys({ next: () => move(1), back: () => move(-1), open, evidence });
  return (
    <>
      <TopStrip
        where={
          <>
            <b>Drivers</b> · {periodWords(answer.period) ?? 'the data has no dates'}
          </>
        }
      >
        <AsOf at={answer.period.to} saidAnyway />
      </TopStrip>
      <div className="driver-answer">
        <div>
          <h1>
            <span className="marker">{answer.headline.marked}</span>
            {answer.headline.rest}
          </h1>
          <p className="second driver-summary">
            {answer.summary} <a href="#how">How we know</a>
          </p>
          {found.refreshing ? (
            <p className="note">Being worked out again with what arrived since. Until then, this stands.</p>
          ) : null}
          {failed ? <p className="note">Rapport does not answer just now. What you see is the last answer.</p> : null}
        </div>
        <OutcomeFigure answer={answer} />
      </div>
      <OfEverybody what="Drivers" />
      <OutcomeTabs outcomes={found.outcomes} current={answer.outcome} to="/drivers" />
      <div className="driver-middle">
        <div className="driver-wide">
          <DriverTable qualities={answer.qualities} outcome={answer.outcome} at={at} />
          <Section
            title="Five articles, five answers, and yours"
            link={
              <Link to="/drivers/print" search={{ outcome: answer.outcome }}>
                One page to print, without names
              </Link>
            }
          >
            <ArticleTable answer={answer} />
          </Section>
          <HowWeKnow answer={answer} />
        </div>
        <div className="driver-side">
          <NextSteps next={answer.next} />
          <ChannelNotes answer={answer} />
          <Caveats caveats={answer.caveats} />
          <LadderNote />
        </div>
      </div>
    </>
  );
}

function OutcomeFigure({ answer }: { answer: DriversAnswer }) {
  const { outcome, rate, response, known } = answer;
  const { isShare } = outcomeWords[outcome];
  const words = isShare ? percentWords(rate) : changeWords(rate);
  const answered = response && response.of > 0 ? Math.round((response.answered / response.of) * 100) : null;
  return (
    <dl className="driver-figures">
      <KeyFigure
        name={outcomeWords[outcome].name}
        label={outcomeWords[outcome].name}
        estimate={rate}
        words={words}
        scale={isShare ? { min: 0, max: 1 } : { min: -2, max: 2 }}
        {...(isShare ? {} : { reference: { value: 0, kind: 'zero' as const }, better: 'higher' as const })}
        empty="not known yet"
        href={
          <Link to="/conversations" search={filterSearch(behindOutcome[outcome])}>
            {words.value}
          </Link>
        }
      />
      <div className="key-figure">
        <dt>{response ? 'Response rate' : 'Known in'}</dt>
        <dd className="value">
          {answered === null ? known.toLocaleString() : `${answered} in 100`}
          {answered === null ? <span className="driver-of"> of {answer.conversations.toLocaleString()}</span> : null}
        </dd>
        <dd className="caption">
          {response
            ? `${response.answered.toLocaleString()} of ${response.of.toLocaleString()} conversations carry ${outcome === 'satisfied' ? 'a rating' : 'an answer'}${
                response.answered > 0 ? `, ${scaleWords(response.scales)}` : ''
              }`
            : outcomeWords[outcome].counts}
        </dd>
      </div>
    </dl>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="No scored conversations yet."
      action={
        <Link to="/first-run" className={buttonClass({ kind: 'primary' })}>
          Bring in conversations
        </Link>
      }
    >
      With twenty ratings this page shows what followed each level; with two hundred it compares fairly, and says how
      sure it is.
    </EmptyState>
  );
}
