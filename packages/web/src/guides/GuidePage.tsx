/** How to develop one quality: why it matters, what it looks like, the same moment before and after, habits, an exercise. */
import { type QualityId, qualityIds, qualityWords } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMe } from '../accounts/use-me.ts';
import { buttonClass } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { GuideExamples } from './GuideExamples.tsx';
import type { Guide } from './guide.ts';
import { loadGuide } from './load-guide.ts';
import './GuidePage.css';

export function GuidePage() {
  const { quality: asked }: { quality?: string } = useParams({ strict: false });
  const quality = qualityIds.find((id) => id === asked);
  const name = quality ? qualityWords[quality].name : 'No such guide';
  usePageTitle(`${name}, guide`);
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/guides">Guides</Link> / <b>{name}</b>
          </>
        }
      />
      {quality ? (
        <GuideOf key={quality} quality={quality} />
      ) : (
        <>
          <h1>There is no guide of this name.</h1>
          <p className="second">
            The address names none of the fourteen. <Link to="/guides">All guides</Link>
          </p>
        </>
      )}
    </>
  );
}

function GuideOf({ quality }: { quality: QualityId }) {
  const query = useQuery({ queryKey: ['guide', quality], queryFn: () => loadGuide(quality), staleTime: Infinity });
  const navigate = useNavigate();
  const go = (step: number) => {
    const next = qualityIds[(qualityIds.indexOf(quality) + step + qualityIds.length) % qualityIds.length];
    void navigate({ to: `/guides/${next}`, replace: true });
  };
  const practise = () => void navigate({ to: '/practice', search: { quality } });
  useKeys({
    next: () => go(1),
    back: () => go(-1),
    ...(quality === 'responsiveness' ? {} : { open: practise }),
    close: () => void navigate({ to: '/guides' }),
  });
  const { name, phrase } = qualityWords[quality];
  return (
    <>
      <h1>
        {name}: <span className="marker">{phrase}</span>.
      </h1>
      {query.isPending ? <LoadingState bars={5}>Fetching the guide.</LoadingState> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? <GuideFound guide={query.data} /> : null}
    </>
  );
}

function GuideFound({ guide }: { guide: Guide }) {
  const { quality, why, looksLike, habits, exercise } = guide;
  const me = useMe();
  return (
    <>
      <p className="second guide-looks">{looksLike}</p>
      <div className="guide-columns">
        <div className="guide-wide">
          <GuideExamples guide={guide} />
        </div>
        <div className="guide-side">
          <Section title="Why it matters to customers">
            <p className="guide-text">{why}</p>
          </Section>
          <Section title="Three habits">
            <ol className="guide-habits">
              {habits.map((habit) => (
                <li key={habit}>{habit}</li>
              ))}
            </ol>
          </Section>
          <Section title="One exercise">
            <p className="guide-text">{exercise}</p>
          </Section>
          <p className="guide-go">
            {quality === 'responsiveness' ? (
              <span className="caption">Waiting cannot be practised in words, so there is no practice for it.</span>
            ) : (
              <Link to="/practice" search={{ quality }} className={buttonClass({ kind: 'primary' })}>
                Practise on real moments
              </Link>
            )}
            {me.data?.holds.includes('reader') ? (
              <Link to="/drivers/$quality" params={{ quality }}>
                What it does for your customers
              </Link>
            ) : null}
          </p>
        </div>
      </div>
    </>
  );
}
