/** What will happen to a file, before there is one. */
import { phases } from './import-phase.ts';
import { stepNames, waitingWords } from './step-words.ts';
import './ImportProgress.css';
import './ImportStepRow.css';

export function StepsAhead() {
  return (
    <section aria-label="Import progress">
      <div className="import-head">
        <h2>What will happen</h2>
      </div>
      <p className="second">Five steps. What is scored can be read while the rest goes on.</p>
      <ol className="import-steps ahead">
        {phases.map((phase) => (
          <li key={phase} className="import-step">
            <div className="import-step-head">
              <span className="import-dot" />
              <h3>{stepNames[phase]}</h3>
            </div>
            <p className="caption">{waitingWords[phase]}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
