/** Asks only what could not be guessed surely: which column is what, who speaks, the day order, the zone, the scale. */
import type { ImportRun, IntakePlan } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { sizeWords } from '../first-run/count-words.ts';
import { useImportActions } from '../first-run/use-imports.ts';
import { useKeys } from '../keys/KeyProvider.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { DateQuestions } from './DateQuestions.tsx';
import { effortWords, scaleWords } from './field-words.ts';
import { choiceFrom, isMail, type MappingChoice, mappingTitle, whatIsMissing, withField } from './mapping-choice.ts';
import { PeopleQuestion } from './PeopleQuestion.tsx';
import { ScaleQuestion } from './ScaleQuestion.tsx';
import { SpeakerTable } from './SpeakerTable.tsx';
import { asksForSpeakers, sortSpeakers, whoIsScored } from './speaker-choice.ts';
import { useConfirmMapping } from './use-confirm-mapping.ts';
import './MappingPanel.css';

// The browser's own zone is offered by name; the person decides.
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function MappingPanel({ run, plan }: { run: ImportRun; plan: IntakePlan }) {
  const [choice, setChoice] = useState(() => choiceFrom(plan));
  const confirm = useConfirmMapping(run.id, plan);
  const { cancel } = useImportActions(run);
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
      <h2 id="mapping-title">{mappingTitle(plan)}</h2>
      <p className="second mapping-file">
        {run.fileName}, {sizeWords(run.fileBytes)}. {plan.headline}
      </p>
      {plan.format === 'csv' ? (
        <ColumnTable
          columns={plan.columns}
          choice={choice}
          onChoose={(column, field) => setChoice(withField(choice, column, field))}
        />
      ) : null}
      {plan.asksForPeople || plan.knownPeople ? <PeopleQuestion run={run} plan={plan} /> : null}
      {asksForSpeakers(plan) ? (
        <>
          {isMail(plan) ? (
            <p className="second">An address of yours is an agent’s; one that only writes to you is a customer’s.</p>
          ) : null}
          <SpeakerTable
            speakers={sortSpeakers(plan.speakers ?? [])}
            roles={choice.roles}
            onChoose={(name, role) => setChoice({ ...choice, roles: { ...choice.roles, [name]: role } })}
          />
        </>
      ) : null}
      <DateQuestions plan={plan} choice={choice} ownZone={ownZone} onChoice={setChoice} />
      {choice.mapping.csat === undefined ? null : (
        <ScaleQuestion
          asks="Ratings are"
          words={scaleWords}
          value={choice.csatScale}
          onChoose={(csatScale) => setChoice({ ...choice, csatScale })}
        />
      )}
      {choice.mapping.ces === undefined ? null : (
        <ScaleQuestion
          asks="Answers about effort are"
          words={effortWords}
          value={choice.effortScale}
          onChoose={(effortScale) => setChoice({ ...choice, effortScale })}
        />
      )}
      {(confirm.error ?? cancel.error) ? <ErrorState error={confirm.error ?? cancel.error} /> : null}
      <p className="mapping-confirm">
        <Button
          kind="primary"
          type="submit"
          shortcut={missing === null ? 'Enter' : undefined}
          blocked={missing ?? undefined}
        >
          Read it like this
        </Button>
        {/* Nothing of it is stored yet, so nothing is lost. */}
        <Button kind="quiet" onClick={() => cancel.mutate()}>
          Do not read it
        </Button>
        <span className="second" role="status">
          {missing === null ? readyWords(plan, choice) : `${missing}.`}
        </span>
      </p>
    </form>
  );
}

const readyWords = (plan: IntakePlan, choice: MappingChoice): string =>
  asksForSpeakers(plan)
    ? whoIsScored(choice.roles)
    : plan.asksForPeople
      ? 'Without the list, some roles are guesses; you can correct them afterwards.'
      : 'You can drop the file again if this turns out wrong.';
