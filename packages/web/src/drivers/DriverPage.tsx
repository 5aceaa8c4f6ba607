/** One quality against one outcome: the number, how it came about, its levels, customers' words, and what to beware of. */
import { type DriverQuality, type DriversAnswer, outcomeWords, qualityIds, qualityWords } from '@rapport/contract';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { filterSearch } from '../conversations/filter-address.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { SpanAxis } from '../design/SpanAxis.tsx';
import { useRoom } from '../design/use-room.ts';
import { LadderNote } from '../focus/LadderNote.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ChangeNote } from '../trend/ChangesSection.tsx';
import { OfEverybody } from '../whose/OfEverybody.tsx';
import { ChannelEffects } from './ChannelEffects.tsx';
import { Caveats } from './DriverGround.tsx';
import {
  askedWords,
  behindLevel,
  effectScale,
  effectWordsOf,
  readOutcome,
  tickWords,
  toneOfDriver,
} from './driver-words.ts';
import { FairLadder } from './FairLadder.tsx';
import { InTheirWords } from './InTheirWords.tsx';
import { LevelChart } from './LevelChart.tsx';
import { OutcomeTabs } from './OutcomeTabs.tsx';
import { useDrivers } from './use-drivers.ts';
import './DriverPage.css';
import './DriversPage.css';

export function DriverPage() {
  const { quality: asked }: { quality?: string } = useParams({ strict: false });
  const search: Record<string, string> = useSearch({ strict: false });
  const quality = qualityIds.find((id) => id === asked);
  const name = quality ? qualityWords[quality].name : 'Unknown quality';
  usePageTitle(`${name}, drivers`);
  const query = useDrivers(readOutcome(search.outcome));
  const answer = query.data?.drivers ?? null;
  const one = answer?.qualities.find((known) => known.quality === quality) ?? null;
  const crumb = (
    <>
      <Link to="/drivers" search={search.outcome ? { outcome: search.outcome } : {}}>
        Drivers
      </Link>{' '}
      / <b>{name}</b>
    </>
  );
  if (answer && one && query.data) {
    return (
      <>
        <TopStrip where={crumb} />
        <DriverFound answer={answer} one={one} outcomes={query.data.outcomes} />
      </>
    );
  }
  return (
    <>
      <TopStrip where={crumb} />
      <h1>{quality ? `${name} and your customers.` : 'There is no quality of this name.'}</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending && quality ? <LoadingState bars={5}>Fetching the answer.</LoadingState> : null}
      {query.data && !one ? (
        <p className="second">
          {quality ? 'There is no answer yet.' : 'The address names none of the fourteen.'}{' '}
          <Link to="/drivers">All drivers</Link>
        </p>
      ) : null}
    </>
  );
}

interface DriverFoundProps {
  answer: DriversAnswer;
  one: DriverQuality;
  outcomes: Parameters<typeof OutcomeTabs>[0]['outcomes'];
}

function DriverFound({ answer, one, outcomes }: DriverFoundProps) {
  const navigate = useNavigate();
  const { outcome } = answer;
  const place = qualityIds.indexOf(one.quality);
  const go = (step: number) => {
    const next = qualityIds[(place + step + qualityIds.length) % qualityIds.length];
    void navigate({ to: `/drivers/${next}`, search: { outcome }, replace: true });
  };
  useKeys({
    next: () => go(1),
    back: () => go(-1),
    evidence: () =>
      void navigate({
        to: '/conversations',
        search: filterSearch(behindLevel(outcome, { quality: one.quality, verdict: 'missed', better: false })),
      }),
    close: () => void navigate({ to: '/drivers', search: { outcome, at: one.quality } }),
  });
  const { name } = qualityWords[one.quality];
  return (
    <>
      <div className="driver-answer">
        <div>
          <h1>
            <span className="marker">{one.headline.marked}</span>
            {one.headline.rest}
          </h1>
          <p className="second driver-summary">{one.sentence}</p>
        </div>
        <EffectFigure one={one} answer={answer} />
      </div>
      <OfEverybody what="Drivers" />
      <OutcomeTabs outcomes={outcomes} current={outcome} to={`/drivers/${one.quality}`} />
      <div className="driver-middle">
        <div className="driver-wide">
          <FairLadder one={one} outcome={outcome} />
          <ChannelEffects one={one} outcome={outcome} />
          <div className="driver-two">
            <LevelChart one={one} outcome={outcome} />
            <Section title={one.chanceFirst === null ? 'How much would settle it?' : 'How sure are we it comes first?'}>
              {one.chanceFirst === null ? null : <Dots chance={one.chanceFirst} name={name} />}
              <ul className="driver-list">
                {needs(one, answer).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Section>
          </div>
        </div>
        <div className="driver-side">
          <InTheirWords one={one} outcome={outcome} />
          <ChangeNote quality={one.quality} />
          <p className="driver-develop">
            <Link to="/guides/$quality" params={{ quality: one.quality }}>
              How to develop {name.toLowerCase()}
            </Link>
            {one.quality === 'responsiveness' ? null : (
              <Link to="/practice" search={{ quality: one.quality }}>
                Practise on real moments
              </Link>
            )}
          </p>
          <Caveats caveats={answer.caveats} />
          <LadderNote />
        </div>
      </div>
    </>
  );
}

/** The width of the head's own drawing at a desk. */
const widest = 330;

function EffectFigure({ one, answer }: { one: DriverQuality; answer: DriversAnswer }) {
  const { outcome } = answer;
  const words = effectWordsOf(one.effect, outcome);
  const scale = effectScale([one.effect], outcome);
  const place = useRef<HTMLDivElement>(null);
  const width = Math.min(widest, useRoom(place));
  if (one.effect.value === null) {
    return (
      <p className="caption driver-from">
        Called for in {one.opportunities.toLocaleString()} of {answer.known.toLocaleString()} conversations with a known
        outcome.
      </p>
    );
  }
  return (
    <div className="driver-from" ref={place}>
      <p>
        <span className="driver-big">{words.value}</span>{' '}
        <span className="second">
          likely {words.range}, {outcomeWords[outcome].isShare ? 'in 100' : 'of ±2'}, from{' '}
          {one.opportunities.toLocaleString()} {askedWords[outcome] ?? 'conversations'}
        </span>
      </p>
      <Span
        estimate={one.effect}
        scale={scale}
        width={width}
        height={26}
        ticks={scale.ticks}
        reference={{ value: 0, kind: 'zero' }}
        tone={toneOfDriver(one)}
        label={`${qualityWords[one.quality].name}: ${words.sentence}`}
      />
      <SpanAxis
        scale={scale}
        width={width}
        ticks={scale.ticks}
        words={(tick) => (tick === 0 ? 'no effect' : tickWords(tick, outcome))}
        keptInside
      />
    </div>
  );
}

/** Certainty about order as a hundred dots that can be counted. */
function Dots({ chance, name }: { chance: number; name: string }) {
  const filled = Math.round(chance * 100);
  const dots = Array.from({ length: 100 }, (_, place) => ({ id: place, on: place < filled }));
  return (
    <>
      <p className="driver-dots" role="img" aria-label={`${name} came first in ${filled} of 100 re-runs`}>
        {dots.map(({ id, on }) => (
          <i key={id} className={on ? 'on' : ''} />
        ))}
      </p>
      <p className="caption">
        The sums were run again on customers drawn anew. {name} had the largest gain in <b>{filled}</b> of 100.
      </p>
    </>
  );
}

function needs({ needs: { outcomes, reviews }, corrected }: DriverQuality, answer: DriversAnswer): string[] {
  const what = askedWords[answer.outcome] ?? 'conversations with a known outcome';
  const enough = answer.basis !== 'none';
  return [
    ...(enough && outcomes !== null
      ? [
          `About ${outcomes.toLocaleString()} ${what} could tell a difference of 5 in 100 from nothing; ${answer.known.toLocaleString()} are here.`,
        ]
      : []),
    ...(enough && outcomes === null && outcomeWords[answer.outcome].isShare
      ? ['The range is narrow enough to tell a difference of 5 in 100 from nothing.']
      : []),
    ...(enough ? [] : answer.next.map(({ sentence }) => sentence)),
    ...(corrected || !enough
      ? []
      : [
          reviews === null
            ? 'It comes up too rarely here for reviews of these conversations to take the machine’s error out.'
            : `About ${reviews.toLocaleString()} reviewed conversations would take the machine’s error out of it.`,
        ]),
    'The proof is a change: make one, and compare with those who did not.',
  ];
}
