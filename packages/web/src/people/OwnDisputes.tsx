/** Scores of one's own that one contested, newest first, each with how it stands. Nothing where there are none. */
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { stateWords } from '../disputes/dispute-words.ts';
import { useDisputes } from '../disputes/use-disputes.ts';

const shown = 3;

export function OwnDisputes({ authorId }: { authorId: string }) {
  const own = (useDisputes().data?.disputes ?? [])
    .filter(({ agentId }) => agentId === authorId)
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  if (own.length === 0) return null;
  return (
    <Section title="Scores you contested" link={<Link to="/disputes">All of them</Link>}>
      <ul className="person-disputes">
        {own.slice(0, shown).map((one) => (
          <li key={one.id}>
            <Tag tone={one.state === 'open' ? 'outline' : 'unsure'}>{stateWords[one.state]}</Tag>{' '}
            <Link to="/disputes" search={{ at: one.id }}>
              {one.category}, {one.customer}
            </Link>
            {one.words ? <span className="caption"> {one.words}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
