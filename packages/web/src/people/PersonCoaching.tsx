/** For those who coach: the plans this person is in, and the way to a new one. */
import { type CoachingPlanRow, type PersonPage, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useHolds } from '../accounts/use-me.ts';
import { stateWords } from '../coaching/coaching-words.ts';
import { planSearch } from '../coaching/plan-search.ts';
import { usePlans } from '../coaching/use-coaching.ts';
import { buttonClass } from '../design/Button.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { Section } from '../design/Section.tsx';

export function PersonCoaching({ page }: { page: PersonPage }) {
  const mayCoach = useHolds('lead');
  const plans = usePlans().data?.filter(({ people }) => people.some(({ authorId }) => authorId === page.authorId));
  if (!mayCoach || plans === undefined) return null;
  return (
    <Section
      title="Coaching"
      link={
        <Link
          to="/coaching/new"
          search={planSearch({ authorId: page.authorId })}
          className={buttonClass({ size: 'small' })}
        >
          Plan sessions <Kbd>P</Kbd>
        </Link>
      }
    >
      {plans.length === 0 ? (
        <p className="second">No plan yet. It says before it begins whether it can ever be told that it helped.</p>
      ) : (
        <ul className="person-coaching">
          {plans.map((plan) => (
            <PlanEntry key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function PlanEntry({ plan }: { plan: CoachingPlanRow }) {
  return (
    <li>
      <Link to={`/coaching/${plan.id}`}>
        {qualityWords[plan.quality].name}, met {Math.round(plan.goalShare * 100)} of 100 times
      </Link>
      <span className="caption">{stateWords(plan)}</span>
    </li>
  );
}
