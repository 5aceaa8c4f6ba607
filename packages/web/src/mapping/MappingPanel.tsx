/** Asks only what could not be guessed surely: which column is what, the day order, the time zone, the rating scale. */
import type { ImportRun, IntakePlan } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { sizeWords } from '../first-run/count-words.ts';
import { useKeys } from '../keys/KeyProvider.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { DateQuestions } from './DateQuestions.tsx';
import { scaleWords } from './field-words.ts';
import { type CsatScale, choiceFrom, whatIsMissing, withField } from './mapping-choice.ts';
import { useConfirmMapping } from './use-confirm-mapping.ts';
import './MappingPanel.css';

// The browser's own zone is offered by name; the person decides.
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const scales = Object.keys(scaleWords) as CsatScale[]; // the keys of that record

export function MappingPanel({ run, plan }: { run: ImportRun; plan: IntakePlan }) {
  const [choice, setChoice] = useState(() => choiceFrom(plan));
  const confirm = useConfirmMapping(run.id);
  const missing = whatIsMissing(choice, plan);
  const start = () => {
    if (missing === null && !confirm.isPending) confirm.mutate(choice);
  };
  useKeys({ confirm: start });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    start();
  };
  return (
    <form className="mapping" onSubmit={onSubmit} aria-labelledby="mapping-title">
      <h2 id="mapping-title">Which column is what?</h2>
      <p className="second">
        {run.fileName}, {sizeWords(run.fileBytes)}. {plan.headline}
      </p>
      <ColumnTable
        columns={plan.columns}
        choice={choice}
        onChoose={(column, field) => setChoice(withField(choice, column, field))}
      />
      <DateQuestions plan={plan} choice={choice} ownZone={ownZone} onChoice={setChoice} />
      {choice.mapping.csat === undefined ? null : (
        <label className="mapping-question">
          <span className="bold">Ratings are</span>
          <select
            className="mapping-select"
            value={choice.csatScale}
            onChange={(event) =>
              setChoice({ ...choice, csatScale: scales.find((one) => one === event.target.value) ?? 'unknown' })
            }
          >
            {scales.map((scale) => (
              <option key={scale} value={scale}>
                {scaleWords[scale]}
              </option>
            ))}
          </select>
        </label>
      )}
      {confirm.error ? <ErrorState error={confirm.error} /> : null}
      <p className="mapping-confirm">
        <Button
          kind="primary"
          type="submit"
          shortcut={missing === null ? 'Enter' : undefined}
          blocked={missing ?? undefined}
        >
          Read it like this
        </Button>
        <span className="second" role="status">
          {missing === null ? 'You can drop the file again if this turns out wrong.' : `${missing}.`}
        </span>
      </p>
    </form>
  );
}
