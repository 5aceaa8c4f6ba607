/** What was agreed in the newest session, and the earlier ones below; both sides put their name to each. */
import type { CoachingPart, CoachingPlan, CoachingSession, EstimateWire } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { shareWords } from '../design/estimate-words.ts';
import { LevelTag } from '../design/LevelTag.tsx';
import { Section } from '../design/Section.tsx';
import { Acknowledge } from './Acknowledge.tsx';
import { planWholeDay } from './coaching-words.ts';
import { SessionDialog } from './SessionDialog.tsx';
import type { Side } from './use-coaching.ts';

interface SessionListProps {
  side: Side;
  plan: CoachingPlan;
  part: CoachingPart;
}

export function SessionList({ side, plan, part }: SessionListProps) {
  const newestFirst = part.sessions.toReversed();
  const [newest, ...earlier] = newestFirst;
  const goal = goalWords(plan, part);
  if (!newest) {
    return (
      <Section title="What we agreed" beside={part.name}>
        <p className="plan-goal">
          <b>Goal.</b> {goal}
        </p>
        <EmptyState title="No session yet.">
          {side === 'coach'
            ? 'After each session write down what was agreed, with two or three examples in the exact words.'
            : 'Here stands what was agreed in each session, with examples from your own conversations.'}
        </EmptyState>
      </Section>
    );
  }
  return (
    <>
      <Section title="What we agreed" beside={sessionWords(newest)}>
        <p className="plan-goal">
          <b>Goal.</b> {goal}
        </p>
        <SessionFound key={newest.number} side={side} plan={plan} part={part} session={newest} />
      </Section>
      {earlier.map((session) => (
        <details key={session.number} className="plan-earlier">
          <summary>
            Session {session.number} <span className="caption">{sessionWords(session)}</span>
          </summary>
          <SessionFound side={side} plan={plan} part={part} session={session} />
        </details>
      ))}
    </>
  );
}

/** What is wanted, what it was, and where it is; a rate only where twenty calls carry one. */
function goalWords(plan: CoachingPlan, { before, recent }: CoachingPart): string {
  const said = (estimate: EstimateWire) => {
    const { value, range } = shareWords(estimate);
    return `${value} (likely ${range})`;
  };
  return [
    `Met ${Math.round(plan.goalShare * 100)} of 100 times by ${planWholeDay(plan.goalAt)}.`,
    ...(before.value === null ? [] : [`Was ${said(before)}.`]),
    recent.n === 0
      ? 'Nothing since the start yet.'
      : recent.value === null
        ? `In the last four weeks ${recent.n} ${recent.n === 1 ? 'call' : 'calls'} for it: too few for a rate.`
        : `In the last four weeks ${said(recent)}.`,
  ].join(' ');
}

const sessionWords = ({ heldAt, minutes }: CoachingSession): string => `${planWholeDay(heldAt)}, ${minutes} minutes`;

function SessionFound({ side, plan, part, session }: SessionListProps & { session: CoachingSession }) {
  const [editing, setEditing] = useState(false);
  const stands = session.coachAcknowledged !== null || session.agentAcknowledged !== null;
  const lines = [
    ['For now.', session.goal],
    ['Habit.', session.habit],
    ['Next.', session.nextSteps],
    ['Notes.', session.notes],
  ].filter(([, words]) => words !== '');
  return (
    <>
      <ol className="plan-agreed">
        {lines.map(([name, words]) => (
          <li key={name}>
            <b>{name}</b> {words}
          </li>
        ))}
      </ol>
      {session.pins.length > 0 ? (
        <ul className="plan-pins">
          {session.pins.map((pin) => (
            <li key={`${pin.conversationId} ${pin.messageId} ${pin.start}`}>
              <Link to="/conversations/$conversationId" params={{ conversationId: pin.conversationId }}>
                <span className="say-small">“{pin.quote}”</span>
              </Link>
              {pin.verdict ? <LevelTag verdict={pin.verdict} /> : null}
              {pin.note ? <span className="caption">{pin.note}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {session.agentAcknowledged?.words ? (
        <p className="plan-view">
          <b>{side === 'agent' ? 'Your' : `${part.name}’s`} view.</b>{' '}
          <span className="say-small">“{session.agentAcknowledged.words}”</span>
        </p>
      ) : null}
      <Acknowledge side={side} planId={plan.id} part={part} session={session} />
      {side === 'coach' && !stands && plan.state !== 'closed' ? (
        <Button size="small" kind="quiet" onClick={() => setEditing(true)}>
          Change it
        </Button>
      ) : null}
      {editing ? <SessionDialog plan={plan} part={part} session={session} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
