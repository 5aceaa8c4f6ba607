/** What the answer stands on: the step of the ladder, how it was found, and what is not in it. */
import type { Focus } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { TrustGroups } from '../accuracy/TrustGroups.tsx';
import { useAccuracy } from '../accuracy/use-accuracy.ts';
import { Icon } from '../design/Icon.tsx';
import { Section } from '../design/Section.tsx';
import { reasonWords } from '../first-run/not-scored-words.ts';
import { ladderRungs } from './ladder-words.ts';
import './FocusGround.css';

export function FocusGround({ focus }: { focus: Focus }) {
  const { ladder } = focus;
  const accuracy = useAccuracy();
  return (
    <div className="focus-ground">
      <Section title="How much you can know with what is here">
        <ol className="ladder">
          {ladderRungs(ladder).map((rung) => (
            <li key={rung.name} className={rung.state} aria-current={rung.state === 'here' ? 'step' : undefined}>
              <span className="rung-sign">{rung.state === 'ahead' ? null : <Icon name="check" />}</span>
              <span>
                <span className={rung.state === 'here' ? 'marker rung-name' : 'rung-name'}>{rung.name}</span>{' '}
                <span className="dim">{rung.gives}</span>
              </span>
              <span className="rung-count">
                {rung.state === 'ahead' ? `${rung.have.toLocaleString()} of ${rung.need}` : rung.have.toLocaleString()}
              </span>
            </li>
          ))}
        </ol>
        <p className="ladder-words">
          <b>You can trust:</b> {ladder.trust}
        </p>
        <p className="ladder-words">
          <b>Cheapest next step:</b> {ladder.next}
        </p>
        {ladder.limits.map((limit) => (
          <p key={limit} className="ladder-words">
            {limit}
          </p>
        ))}
      </Section>
      <Section title="How we know" anchor="how">
        <ol className="focus-method">
          {focus.method.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <TrustGroups accuracy={accuracy.data} />
        <p className="caption">
          {focus.conversations.toLocaleString()} conversations, {focus.messages.toLocaleString()} messages,{' '}
          {focus.agents.toLocaleString()} agents. Scorer{' '}
          <Link to="/settings" hash="scoring">
            {focus.scorerVersion}
          </Link>
          .
        </p>
      </Section>
      <Section title="What is not in it">
        <ul className="focus-caveats">
          {focus.caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
        {focus.notScored.length > 0 ? (
          <table className="focus-not-scored">
            <caption className="bold">Not scored</caption>
            <tbody>
              {focus.notScored.map((one) => (
                <tr key={one.reason}>
                  <th scope="row">{reasonWords(one.reason)}</th>
                  <td>{one.conversations.toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Section>
    </div>
  );
}
