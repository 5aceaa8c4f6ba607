/** The plans one is coached in: what for, by whom, and what waits to be read. Nothing where there are none. */
import { call, listMyCoaching, qualityWords } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayWords } from '../design/dates.ts';
import { Section } from '../design/Section.tsx';
import { pages } from '../routes.tsx';

const address = '/coaching/mine/$planId';

export function OwnCoaching() {
  const plans = useQuery({ queryKey: ['coaching', 'mine'], queryFn: ({ signal }) => call(listMyCoaching, { signal }) })
    .data?.plans;
  if (plans === undefined || plans.length === 0 || !pages.some(({ path }) => path === address)) return null;
  return (
    <Section title="You and your coach">
      <ul className="person-coaching">
        {plans.map((plan) => (
          <li key={plan.id}>
            <Link to={`/coaching/mine/${plan.id}`}>
              {qualityWords[plan.quality].name}, {Math.round(plan.goalShare * 100)} in 100 by{' '}
              {dayWords(plan.goalAt, new Date())}
            </Link>
            <span className="caption">
              {plan.coach}
              {plan.toAcknowledge > 0 ? `, ${plan.toAcknowledge} to read` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
