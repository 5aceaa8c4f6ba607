/** Why a file could not be brought in: what happened, what is safe, the way out. */
import type { ImportRun } from '@rapport/contract';
import { Icon } from '../design/Icon.tsx';
import { splitSteps } from './split-steps.ts';
import { useImportProblems } from './use-import-problems.ts';
import './ImportFailure.css';

export function ImportFailure({ run }: { run: ImportRun }) {
  const problems = useImportProblems(run.id, run.problems, run.problems > 0);
  const refused = problems.data?.pages[0]?.problems.find((one) => one.severity === 'refused-file');
  const { lead, steps } = splitSteps(refused?.wayOut ?? '');
  return (
    <div className="import-failure" role="alert">
      <p className="bold attention">
        <Icon name="warning" size={14} /> {refused?.reason ?? 'This file could not be brought in.'}
      </p>
      {refused ? (
        <p className="second">
          Nothing of it was stored. {lead}
          {refused.line === null || steps.length > 0
            ? null
            : ` See line ${refused.line}${refused.column ? `, column ${refused.column}` : ''}.`}
        </p>
      ) : (
        <p className="second">{run.failure ?? 'What was read before is safe. Drop the file again.'}</p>
      )}
      {steps.length > 0 ? (
        <dl className="failure-steps">
          {steps.map((step) => (
            <div key={step.name}>
              <dt>{step.name}</dt>
              <dd className="second">{step.words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
