/** A plan: what came of it, what was agreed, the weeks before and since, and what both sides wrote. */
import { type CoachingPart, type CoachingPlan, qualityWords } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { BeforeAndAfter } from './BeforeAndAfter.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { peopleWords } from './coaching-words.ts';
import { EffectTable } from './EffectTable.tsx';
import { PlanGround } from './PlanGround.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { SessionList } from './SessionList.tsx';
import { ThenAndNow } from './ThenAndNow.tsx';
import { Thread } from './Thread.tsx';
import { type Side, usePlan } from './use-coaching.ts';
import './PlanPage.css';

export function PlanPage({ side, planId }: { side: Side; planId: string }) {
  const query = usePlan(side, planId);
  const who = query.data ? peopleWords(query.data.people) : 'A plan';
  usePageTitle(`${who}, coaching`);
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/coaching">Coaching</Link> / <b>{side === 'agent' ? 'Yours' : who}</b>
          </>
        }
      />
      {query.isPending ? (
        <>
          <h1>Coaching</h1>
          <LoadingState bars={6}>Fetching the plan, its sessions and its weeks.</LoadingState>
        </>
      ) : null}
      {query.isError ? (
        <>
          <h1>This plan could not be fetched.</h1>
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        </>
      ) : null}
      {query.data ? <PlanFound side={side} plan={query.data} /> : null}
    </>
  );
}

function PlanFound({ side, plan }: { side: Side; plan: CoachingPlan }) {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'session' | 'close' | null>(null);
  const part = plan.parts.find(({ authorId }) => authorId === String(search.who)) ?? plan.parts[0];
  const write = side === 'coach' && plan.state !== 'closed' && part ? () => setDialog('session') : null;
  const show = (authorId: string) => void navigate({ to: '.', search: { who: authorId }, replace: true });
  const move = (step: number) => {
    const at = part ? plan.parts.indexOf(part) : -1;
    const next = plan.parts[(at + step + plan.parts.length) % plan.parts.length];
    if (next) show(next.authorId);
  };
  useKeys({
    ...(plan.parts.length > 1 ? { next: () => move(1), back: () => move(-1) } : {}),
    ...(write ? { 'write-session': write } : {}),
    close: () => void navigate({ to: '/coaching' }),
  });
  return (
    <>
      <div className="plan-head">
        <div>
          <h1>
            <span className="marker">{plan.headline.marked}</span>
            {plan.headline.rest}
          </h1>
          <p className="second plan-summary">
            <b>{qualityWords[plan.quality].name}</b>, {qualityWords[plan.quality].phrase}. {plan.summary.join(' ')}{' '}
            <a href="#how">How we know</a>
          </p>
        </div>
        <div className="plan-buttons">
          {plan.state === 'closed' && plan.closedAt ? (
            <p className="caption">Closed on {wholeDayWords(plan.closedAt)}.</p>
          ) : null}
          {side === 'coach' && plan.state !== 'closed' ? (
            <Button onClick={() => setDialog('close')}>Close the plan</Button>
          ) : null}
          {write ? (
            <Button kind="primary" shortcut="S" onClick={write}>
              Write a session
            </Button>
          ) : null}
        </div>
      </div>
      {plan.parts.length > 1 ? <PeopleChoice parts={plan.parts} current={part} onShow={show} /> : null}
      {part ? (
        <div className="plan-middle">
          <div className="plan-side">
            <SessionList side={side} plan={plan} part={part} />
            <Thread key={part.authorId} side={side} plan={plan} part={part} />
          </div>
          <div className="plan-wide">
            <BeforeAndAfter plan={plan} part={part} />
            <EffectTable plan={plan} part={part} />
            <ThenAndNow plan={plan} part={part} />
            <PlanGround plan={plan} />
          </div>
        </div>
      ) : null}
      {dialog === 'session' && part ? (
        <SessionDialog plan={plan} part={part} session={null} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'close' ? <CloseDialog plan={plan} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

interface PeopleChoiceProps {
  parts: readonly CoachingPart[];
  current: CoachingPart | undefined;
  onShow: (authorId: string) => void;
}

function PeopleChoice({ parts, current, onShow }: PeopleChoiceProps) {
  return (
    <fieldset className="plan-people">
      <legend className="visually-hidden">Whose sessions and weeks</legend>
      {parts.map((one) => (
        <Button
          key={one.authorId}
          size="small"
          aria-pressed={one.authorId === current?.authorId}
          onClick={() => onShow(one.authorId)}
        >
          {one.name}
        </Button>
      ))}
    </fieldset>
  );
}
