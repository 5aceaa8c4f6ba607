/** What one is coached in: the goal with where one stands, and the last words between the two. Nothing where there is no plan. */
import { type CoachingPlanRow, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { planDay } from '../coaching/coaching-words.ts';
import { ThreadWords } from '../coaching/Thread.tsx';
import { useMyPlans, usePlan } from '../coaching/use-coaching.ts';
import { shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';

const lastWords = 3;

export function OwnCoaching() {
  const plans = useMyPlans().data ?? [];
  const [now, ...others] = plans.toSorted((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'));
  if (now === undefined) return null;
  return (
    <Section title={`You and ${now.coach}`} link={<PlanLinks plan={now} />}>
      {now.state === 'closed' ? null : <PlanNow planId={now.id} />}
      {now.state === 'closed' || others.length > 0 ? (
        <ul className="person-coaching">
          {(now.state === 'closed' ? plans : others).map((plan) => (
            <li key={plan.id}>
              <Link to={`/coaching/mine/${plan.id}`}>{goalOf(plan)}</Link>
              <span className="caption">{plan.state === 'closed' ? 'closed' : toRead(plan)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function PlanLinks({ plan }: { plan: CoachingPlanRow }) {
  return <Link to={`/coaching/mine/${plan.id}`}>{toRead(plan) || 'Sessions and weeks'}</Link>;
}

const goalOf = ({ quality, goalShare, goalAt }: CoachingPlanRow): string =>
  `${qualityWords[quality].name}, ${Math.round(goalShare * 100)} in 100 by ${planDay(goalAt)}`;

const toRead = ({ toAcknowledge }: CoachingPlanRow): string =>
  toAcknowledge === 0 ? '' : toAcknowledge === 1 ? '1 session to read' : `${toAcknowledge} sessions to read`;

/** The goal as a dotted mark, the last weeks as a range beside it. */
function PlanNow({ planId }: { planId: string }) {
  const plan = usePlan('agent', planId).data;
  const [part] = plan?.parts ?? [];
  if (plan === undefined || part === undefined) return null;
  const { recent } = part;
  const words = shareWords(recent);
  return (
    <div className="own-coaching">
      <p className="person-open-head">
        <b>{goalOf(plan)}</b>
        {recent.value === null ? (
          <span className="caption">{recent.n} since, too few</span>
        ) : (
          <span className="nowrap">
            <b>{words.value}</b> <span className="dim">{words.range}</span>
          </span>
        )}
      </p>
      <Span
        estimate={recent}
        scale={{ min: 0, max: 1 }}
        width={270}
        ticks={[0, 0.5, 1]}
        reference={{ value: plan.goalShare, kind: 'target' }}
        tone="unsure"
        label={`${qualityWords[plan.quality].name} in the last weeks: ${words.sentence}. The goal is ${Math.round(plan.goalShare * 100)} in 100.`}
      />
      <ThreadWords key={plan.id} side="agent" plan={plan} part={part} newest={lastWords} />
    </div>
  );
}
