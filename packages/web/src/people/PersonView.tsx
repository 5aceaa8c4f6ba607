/** One person's page, strengths first: what they are great at, their own course, examples, thanks, and what is open. */
import { type PersonPage, type PersonQuality, qualityIds } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useHolds } from '../accounts/use-me.ts';
import { planSearch } from '../coaching/plan-search.ts';
import { PersonContacts } from '../contacts/PersonContacts.tsx';
import { periodWords } from '../design/dates.ts';
import { useKeys } from '../keys/KeyProvider.tsx';
import { AboutMe } from '../reviews/AboutMe.tsx';
import '../reviews/ReviewsPage.css';
import { CannotTell } from './CannotTell.tsx';
import { CourseSection } from './CourseSection.tsx';
import { ExampleList } from './ExampleList.tsx';
import { GreatList } from './GreatList.tsx';
import { OpenList } from './OpenList.tsx';
import { OwnCoaching } from './OwnCoaching.tsx';
import { OwnDisputes } from './OwnDisputes.tsx';
import { PersonCoaching } from './PersonCoaching.tsx';
import { initialsOf } from './people-words.ts';
import { ThanksReceived } from './ThanksReceived.tsx';
import { ThingsToDo } from './ThingsToDo.tsx';
import './PersonPage.css';

export function PersonView({ page }: { page: PersonPage }) {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const mayPlan = useHolds('lead') && !page.own;
  const standing = (wanted: PersonQuality['standing']) => page.qualities.filter((one) => one.standing === wanted);
  const [great, open, cannotTell] = [standing('great'), standing('open'), standing('cannot-tell')];
  const rows = [...great, ...open].map(({ quality }) => quality as string);
  const at = rows.includes(search.at ?? '') ? search.at : undefined;
  const replace = (words: Record<string, string>) =>
    void navigate({ to: '.', search: { ...search, ...words }, replace: true });
  const move = (step: number) => {
    const from = at === undefined ? (step > 0 ? -1 : rows.length) : rows.indexOf(at);
    const to = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
    if (to) replace({ at: to });
  };
  const evidence = () => {
    const quality = qualityIds.find((id) => id === at) ?? great[0]?.quality;
    const moment =
      page.great.find((one) => one.quality === quality) ?? page.open.find((one) => one.quality === quality)?.moment;
    if (moment && quality) void navigate({ to: `/conversations/${moment.conversationId}`, search: { quality } });
  };
  const quality = qualityIds.find((id) => id === at) ?? open[0]?.quality;
  const plan = () => void navigate({ to: '/coaching/new', search: planSearch({ quality, authorId: page.authorId }) });
  useKeys({
    ...(rows.length > 0 ? { next: () => move(1), back: () => move(-1), evidence } : {}),
    ...(mayPlan ? { 'plan-sessions': plan } : {}),
  });
  return (
    <>
      <PersonHead page={page} />
      <div className="person-columns">
        <div className="person-wide">
          <GreatList page={page} great={great} at={at} />
          {page.own ? <ThingsToDo page={page} /> : null}
          <CourseSection page={page} onQuality={(quality) => replace({ quality })} />
          <ExampleList page={page} />
          <PersonContacts authorId={page.authorId} own={page.own} />
          {page.own ? <AboutMe /> : null}
          {page.own ? <OwnDisputes authorId={page.authorId} /> : null}
        </div>
        <div className="person-side">
          {page.own ? <OwnCoaching /> : <PersonCoaching page={page} />}
          <ThanksReceived page={page} />
          <OpenList page={page} open={open} at={at} />
          <CannotTell page={page} qualities={cannotTell} />
        </div>
      </div>
    </>
  );
}

function PersonHead({ page }: { page: PersonPage }) {
  const { headline, authorId, conversations } = page;
  return (
    <div className="person-head">
      <span className="person-initials" aria-hidden="true">
        {initialsOf(page.name)}
      </span>
      <div>
        <h1>
          {headline.before}
          <span className="marker">{headline.marked}</span>
          {headline.after}
        </h1>
        <p className="second">
          {page.summary}{' '}
          <Link to={`/people/${authorId}/conversations`}>
            {conversations === 1 ? 'Read it' : `Read all ${conversations.toLocaleString()}`}
          </Link>
        </p>
        <p className="caption">
          {[page.own ? null : page.name, periodWords(page.period)].filter(Boolean).join(' · ')}
          {page.period.from ? ' · ' : ''}As Rapport reads replies, never a person.{' '}
          <Link to="/accuracy">How far to trust it</Link>.
        </p>
      </div>
    </div>
  );
}
