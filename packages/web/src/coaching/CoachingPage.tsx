/** Plans for others and plans of one's own, newest first. */
import { type CoachingPlanRow, qualityWords } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { peopleWords, planWholeDay, stateWords } from './coaching-words.ts';
import { useMyPlans, usePlans } from './use-coaching.ts';
import './CoachingPage.css';

export function CoachingPage() {
  usePageTitle('Coaching');
  const plans = usePlans();
  const mine = useMyPlans();
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const own = (mine.data ?? []).map((row) => ({ row, to: `/coaching/mine/${row.id}` }));
  const others = (plans.data ?? []).map((row) => ({ row, to: `/coaching/${row.id}` }));
  const all = [...own, ...others];
  const at = all.findIndex(({ to }) => to === search.at);
  const move = (step: number) => {
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    if (next) void navigate({ to: '/coaching', search: { at: next.to }, replace: true });
  };
  const mayPlan = plans.data !== undefined;
  const plan = () => void navigate({ to: '/coaching/new' });
  useKeys({
    next: () => move(1),
    back: () => move(-1),
    open: () => {
      const here = all[at];
      if (here) void navigate({ to: here.to });
    },
    ...(mayPlan ? { 'plan-sessions': plan } : {}),
  });
  const settled = !plans.isLoading && !mine.isPending;
  const failed = plans.error ?? mine.error;
  return (
    <>
      <TopStrip where={<b>Coaching</b>} />
      <div className="coaching-head">
        <div>
          <h1>
            <Headline plans={[...own, ...others].map(({ row }) => row)} />
          </h1>
          <p className="second coaching-lead">
            One quality at a time, with examples in the exact words. A plan says before it begins whether it can ever be
            told that it helped.
          </p>
        </div>
        {mayPlan ? (
          <Link to="/coaching/new" className={buttonClass({ kind: 'primary' })}>
            Plan sessions <Kbd>P</Kbd>
          </Link>
        ) : null}
      </div>
      {settled ? null : <LoadingState>Fetching the plans.</LoadingState>}
      {failed ? <ErrorState error={failed} retry={() => void Promise.all([plans.refetch(), mine.refetch()])} /> : null}
      {settled && !failed && all.length === 0 ? (
        <EmptyState
          title={mayPlan ? 'Nobody is being coached.' : 'Nothing is planned with you.'}
          action={
            mayPlan ? (
              <Link to="/coaching/new" className={buttonClass({ size: 'small' })}>
                Plan sessions
              </Link>
            ) : (
              <Link to="/practice" className={buttonClass({ size: 'small' })}>
                Practise by yourself
              </Link>
            )
          }
        >
          {mayPlan
            ? 'Here stand the plans: for whom and why, what was agreed, and what came of it beside colleagues who were not coached.'
            : 'Here stands what your lead plans with you: why, what was agreed, and what came of it. You answer and acknowledge it here.'}
        </EmptyState>
      ) : null}
      {own.length > 0 ? <PlanList title="Your own" rows={own} at={search.at} /> : null}
      {others.length > 0 ? <PlanList title="Plans" rows={others} at={search.at} /> : null}
    </>
  );
}

function Headline({ plans }: { plans: readonly CoachingPlanRow[] }) {
  const due = plans.filter(({ state }) => state === 'due').length;
  const waiting = plans.filter(({ toAcknowledge, state }) => toAcknowledge > 0 && state !== 'closed').length;
  if (due > 0) {
    return (
      <>
        <span className="marker">{due === 1 ? 'One plan' : `${due} plans`}</span> can be read: did it help?
      </>
    );
  }
  if (waiting > 0) {
    return (
      <>
        <span className="marker">{waiting === 1 ? 'One plan' : `${waiting} plans`}</span> with a session to acknowledge.
      </>
    );
  }
  return <>Coaching, one quality at a time.</>;
}

interface PlanListProps {
  title: string;
  rows: readonly { row: CoachingPlanRow; to: string }[];
  at: string | undefined;
}

function PlanList({ title, rows, at }: PlanListProps) {
  return (
    <Section title={title} beside={`${rows.length}`}>
      <ul className="plans">
        {rows.map(({ row, to }) => (
          <li key={to} className={to === at ? 'here' : undefined}>
            <Link to={to}>
              <b>{peopleWords(row.people)}</b>
              <span>{qualityWords[row.quality].name}</span>
              <span className="caption">
                met {Math.round(row.goalShare * 100)} of 100 times by {planWholeDay(row.goalAt)}; coach: {row.coach}
              </span>
              <span className="plan-state">
                {row.toAcknowledge > 0 && row.state !== 'closed' ? (
                  <Tag tone="outline">
                    {row.toAcknowledge === 1
                      ? '1 session to acknowledge'
                      : `${row.toAcknowledge} sessions to acknowledge`}
                  </Tag>
                ) : null}
                <span className="caption">{stateWords(row)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
