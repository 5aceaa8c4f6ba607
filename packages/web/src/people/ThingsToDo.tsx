/** On one's own page: at most three things one could do next. Nothing where nothing waits and nothing is surely open. */
import type { PersonPage } from '@rapport/contract';
import { useMyPlans } from '../coaching/use-coaching.ts';
import { usePersonContacts } from '../contacts/use-contacts.ts';
import { ActionCard } from '../design/ActionCard.tsx';
import { Section } from '../design/Section.tsx';
import { useActionKeys } from '../keys/use-action-keys.ts';
import { useAboutMe } from '../reviews/use-reviews.ts';
import { findOwnThings } from './own-things.ts';

const counted = ['', 'One thing you could do', 'Two things you could do', 'Three things you could do'];

export function ThingsToDo({ page }: { page: PersonPage }) {
  const [plans, about, contacts] = [useMyPlans(), useAboutMe(), usePersonContacts(page.authorId)];
  // All at once: a list that fills from the top would move what somebody is about to press.
  const isHere = [plans, about, contacts].every(({ isPending }) => !isPending);
  const things = isHere
    ? findOwnThings({
        page,
        plans: plans.data ?? [],
        reviews: about.data?.reviews ?? [],
        contacts: contacts.data?.contacts ?? [],
      })
    : [];
  useActionKeys(things);
  if (things.length === 0) return null;
  return (
    <Section title={counted[things.length] ?? ''} beside="only you see this">
      <ol className="actions">
        {things.map((one, place) => (
          <ActionCard key={one.title} number={place + 1} {...one} />
        ))}
      </ol>
    </Section>
  );
}
