/** Before you rely on this, and the cheapest ways to a surer answer, each with the page that begins it. */
import type { DriversAnswer } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { TrustGroups } from '../accuracy/TrustGroups.tsx';
import { useAccuracy } from '../accuracy/use-accuracy.ts';
import { buttonClass } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';

const begins: Record<NonNullable<DriversAnswer['next'][number]['go']>, { to: string; name: string }> = {
  'first-run': { to: '/first-run', name: 'Bring in conversations' },
  conversations: { to: '/conversations', name: 'Read conversations' },
  check: { to: '/check', name: 'Check ten moments' },
};

export function NextSteps({ next }: { next: DriversAnswer['next'] }) {
  return (
    <Section title="What would make it surer">
      <ul className="driver-list">
        {next.map(({ sentence, go }) => (
          <li key={sentence}>
            <p>{sentence}</p>
            {go === null ? null : (
              <p className="driver-go">
                <Link to={begins[go].to} className={buttonClass({ size: 'small' })}>
                  {begins[go].name}
                </Link>
              </p>
            )}
          </li>
        ))}
        {next.length === 0 ? <li>Every quality is told as surely as these data allow.</li> : null}
      </ul>
    </Section>
  );
}

export function Caveats({ caveats }: { caveats: readonly string[] }) {
  return (
    <Section title="Before you rely on this">
      <ul className="driver-list">
        {caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </Section>
  );
}

export function HowWeKnow({ answer }: { answer: DriversAnswer }) {
  const accuracy = useAccuracy();
  return (
    <Section title="How we know" anchor="how">
      <ol className="driver-method">
        <li>
          {answer.conversations.toLocaleString()} conversations of {answer.agents.toLocaleString()}{' '}
          {answer.agents === 1 ? 'agent' : 'agents'} were scored on this machine; {answer.known.toLocaleString()} tell
          the outcome.
        </li>
        <li>For each quality only conversations count in which something called for it.</li>
        {answer.basis === 'none' ? (
          <li>No comparison is made yet; what followed each level stands side by side.</li>
        ) : (
          <li>
            Compared are conversations alike in {list(answer.allowedFor)}. Of everything called a hint or a driver on
            this page at most one in twenty may be luck.
          </li>
        )}
        <li>It goes together; that is not yet a cause. The proof is a change that was made and checked afterwards.</li>
      </ol>
      <TrustGroups accuracy={accuracy.data} />
      <p className="caption">
        Scorer{' '}
        <Link to="/settings" hash="scoring">
          {answer.scorerVersion}
        </Link>
        .
      </p>
    </Section>
  );
}

const list = (words: readonly string[]): string =>
  words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
