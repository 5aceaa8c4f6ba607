/** The same kind of moment before and since, in the exact words: of the examples that were pinned to sessions. */
import type { CoachingPart, CoachingPin, CoachingPlan } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { wholeDayWords } from '../design/dates.ts';
import '../design/EvidenceMark.css';
import { Section } from '../design/Section.tsx';

export function ThenAndNow({ plan, part }: { plan: CoachingPlan; part: CoachingPart }) {
  const pins = part.sessions.flatMap((session) => session.pins);
  const then = pins.findLast(({ at, verdict }) => at !== null && at < plan.startsAt && verdict !== 'met');
  const now = pins.findLast(({ at, verdict }) => at !== null && at >= plan.startsAt && verdict === 'met');
  if (!then || !now) return null;
  return (
    <Section title="The same moment, then and now">
      <div className="then-now">
        <Moment pin={then} kind="hurt" />
        <Moment pin={now} kind="helped" />
      </div>
    </Section>
  );
}

function Moment({ pin, kind }: { pin: CoachingPin; kind: 'hurt' | 'helped' }) {
  return (
    <blockquote>
      <p className="say-small">
        <mark className={`evidence evidence-${kind}`}>“{pin.quote}”</mark>
      </p>
      <p className="caption">
        {pin.at ? wholeDayWords(pin.at) : 'without a date'},{' '}
        <Link to="/conversations/$conversationId" params={{ conversationId: pin.conversationId }}>
          in this conversation
        </Link>
      </p>
    </blockquote>
  );
}
