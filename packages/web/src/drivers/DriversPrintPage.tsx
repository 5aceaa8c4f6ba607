/** One page for those above you: the answer, the five articles, the tiers. Nobody's name and nobody's words are on it. */
import { type DriversAnswer, outcomeWords, qualityWords } from '@rapport/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { Brand } from '../design/Brand.tsx';
import { Button } from '../design/Button.tsx';
import { periodWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { changeWords, percentWords } from '../design/estimate-words.ts';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ArticleTable } from './ArticleTable.tsx';
import { effectWordsOf, groupDrivers, readOutcome } from './driver-words.ts';
import { useDrivers } from './use-drivers.ts';
import './DriversPrintPage.css';

export function DriversPrintPage() {
  usePageTitle('Five articles, five answers, and yours');
  const search: Record<string, string> = useSearch({ strict: false });
  const query = useDrivers(readOutcome(search.outcome));
  const answer = query.data?.drivers ?? null;
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/drivers" search={search.outcome ? { outcome: search.outcome } : {}}>
              Drivers
            </Link>{' '}
            / <b>One page</b>
          </>
        }
      >
        {answer ? (
          <Button kind="primary" onClick={() => window.print()}>
            Print or save as PDF
          </Button>
        ) : null}
      </TopStrip>
      {answer ? <Sheet answer={answer} /> : <h1>Five articles, five answers, and yours.</h1>}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={5}>Fetching the answer.</LoadingState> : null}
      {query.data && !answer ? (
        <p className="second">
          There is no answer yet. <Link to="/first-run">Bring in conversations</Link>
        </p>
      ) : null}
    </>
  );
}

function Sheet({ answer }: { answer: DriversAnswer }) {
  const { outcome, rate, response } = answer;
  const { isShare, goal, counts } = outcomeWords[outcome];
  const words = isShare ? percentWords(rate) : changeWords(rate);
  return (
    <article className="sheet">
      <p className="sheet-brand">
        <Brand /> Rapport <span className="dim">{periodWords(answer.period)}</span>
      </p>
      <p className="sheet-title">Five articles, five answers, and yours</p>
      <h1>
        <span className="marker">{answer.headline.marked}</span>
        {answer.headline.rest}
      </h1>
      <p className="second">{answer.summary}</p>
      <ArticleTable answer={answer} />
      <h2>What goes together with {goal}</h2>
      <dl className="sheet-groups">
        {groupDrivers(answer.qualities).map((group) => (
          <div key={group.tier}>
            <dt>{group.name}</dt>
            <dd>
              {group.qualities
                .map((one) => {
                  const name = qualityWords[one.quality].name;
                  const effect = effectWordsOf(one.effect, outcome);
                  return one.effect.value === null ? name : `${name} ${effect.value} (${effect.range})`;
                })
                .join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
      <p className="caption">
        {isShare ? 'In 100' : 'On a scale from −2 to 2'}, when the quality is met one step better (missed to partly, or
        partly to met); in brackets the likely range. Within a group the order means nothing. {counts}{' '}
        {rate.value === null ? '' : `Overall ${words.value} (${words.range}).`}{' '}
        {response
          ? `${response.answered.toLocaleString()} of ${response.of.toLocaleString()} conversations carry ${outcome === 'satisfied' ? 'a rating' : 'an answer'}.`
          : ''}
      </p>
      <h2>Before you rely on this</h2>
      <ul className="sheet-caveats">
        {answer.caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
      <p className="caption">
        {answer.conversations.toLocaleString()} conversations of {answer.agents.toLocaleString()}{' '}
        {answer.agents === 1 ? 'agent' : 'agents'}, read by the machine sentence by sentence. No person is named on this
        page. Scorer {answer.scorerVersion}.
      </p>
    </article>
  );
}
