/** The words a judge rested on, each with its verdict and one sentence of the model's. */
import type { JudgeMoment } from '@rapport/contract';
import { verdictName } from '../design/level-words.ts';

export function JudgeMoments({ moments }: { moments: readonly JudgeMoment[] }) {
  return (
    <ul className="why">
      {moments.map(({ trigger, response, verdict, why }) => (
        <li key={`${trigger?.messageId} ${trigger?.start} ${response?.messageId} ${response?.start} ${why}`}>
          {response ? <p className="say-small">“{response.quote}”</p> : null}
          <p className="why-words">
            <b className="bold">{verdictName(verdict)}.</b> {why}
          </p>
          {trigger ? <p className="why-words opens">Called for by “{trigger.quote}”</p> : null}
        </li>
      ))}
    </ul>
  );
}
