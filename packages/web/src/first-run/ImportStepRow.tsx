/** One step: a dot for its state, its name, how far it is, a bar, and a sentence. */
import type { ReactNode } from 'react';
import { Icon } from '../design/Icon.tsx';
import type { ImportStep } from './import-steps.ts';
import './ImportStepRow.css';

const stateWords: Record<ImportStep['state'], string> = {
  done: 'done',
  now: 'under way',
  todo: 'waiting',
  stopped: 'stopped',
};

export function ImportStepRow({ step, children }: { step: ImportStep; children?: ReactNode }) {
  const percent = Math.round(step.share * 1000) / 10;
  return (
    <li className={`import-step ${step.state}`}>
      <div className="import-step-head">
        <span className="import-dot">{step.state === 'done' ? <Icon name="check" /> : null}</span>
        <h3>
          {step.name}
          <span className="visually-hidden">, {stateWords[step.state]}</span>
        </h3>
        <span className="import-reached">
          {step.reached === null ? (
            <span aria-hidden="true">{stateWords[step.state]}</span>
          ) : (
            <>
              <b>{step.reached}</b> {step.of}
            </>
          )}
        </span>
      </div>
      <div
        className="import-bar"
        role="progressbar"
        aria-label={step.name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(percent)}
        aria-valuetext={step.reached === null ? stateWords[step.state] : `${step.reached} ${step.of ?? ''}`.trim()}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <p className="caption">
        {step.caption} {children}
      </p>
    </li>
  );
}
