/** The step of the ladder a team stands on, in one line: on every page that shows a team's numbers. */
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { useStatus } from '../shell/use-status.ts';
import { ladderRungs } from './ladder-words.ts';
import { useFocus } from './use-focus.ts';

export function LadderNote() {
  const everybodys = useStatus().data?.ladder ?? null;
  const own = useFocus().data;
  // Of a team its own step counts: it has less to know from.
  const ladder = own?.whose.team ? (own.focus?.ladder ?? null) : everybodys;
  if (ladder === null) return null;
  const here = ladderRungs(ladder).find(({ state }) => state === 'here');
  return (
    <Section title="How much you can know with what is here" link={<Link to="/focus">The whole ladder</Link>}>
      <p className="ladder-note">
        {here ? (
          <>
            You stand at <b>{here.name.toLowerCase()}</b>: {here.gives}.{' '}
          </>
        ) : null}
        <b>You can trust:</b> {ladder.trust}
      </p>
      <p className="ladder-note">
        <b>Cheapest next step:</b> {ladder.next}
      </p>
      {ladder.limits.map((limit) => (
        <p key={limit} className="ladder-note">
          {limit}
        </p>
      ))}
    </Section>
  );
}
