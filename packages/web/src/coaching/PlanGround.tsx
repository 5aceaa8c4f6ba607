/** What the plan stands on: why these people, from which weeks, what was foreseen, and when it is read. */
import { type CoachingPlan, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { planWholeDay, reasonWords } from './coaching-words.ts';

export function PlanGround({ plan }: { plan: CoachingPlan }) {
  const name = qualityWords[plan.quality].name.toLowerCase();
  return (
    <Section title="How we know" anchor="how">
      <ul className="plan-ground">
        <li>
          <b>Why these people.</b> {reasonWords[plan.reason]}
          {plan.reasonWords ? `: ${plan.reasonWords}` : ''}, from {planWholeDay(plan.selectedFrom)} to{' '}
          {planWholeDay(plan.selectedTo)}. Who is chosen in bad weeks rises by themself, so these weeks count on neither
          side.
        </li>
        <li>
          <b>Foreseen before the start.</b> {plan.outlook}
          {plan.writtenLate ? ' This plan was written down after it had begun, so its reason is as remembered.' : ''}
        </li>
        <li>
          <b>When it is read.</b> Once, from conversations before {planWholeDay(plan.goalAt)}
          {plan.until ? `; the newest one here is from ${planWholeDay(plan.until)}` : ''}. Whoever looks every week
          finds something by luck.
        </li>
        <li>
          <b>Who coaches.</b> {plan.coach}.{' '}
          <Link to="/guides/$quality" params={{ quality: plan.quality }}>
            The guide to {name}
          </Link>
          {plan.quality === 'responsiveness' ? null : (
            <>
              {' · '}
              <Link to="/practice" search={{ quality: plan.quality }}>
                practise it
              </Link>
            </>
          )}
        </li>
        {plan.closedWords ? (
          <li>
            <b>What was learned.</b> <span className="say-small">“{plan.closedWords}”</span>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
