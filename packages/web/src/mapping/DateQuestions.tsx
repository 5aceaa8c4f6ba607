/** Two questions that only the owner of the file can answer: which number is the day, and whose clock it was. */
import type { IntakePlan } from '@rapport/contract';
import { Button } from '../design/Button.tsx';
import type { MappingChoice } from './mapping-choice.ts';

interface DateQuestionsProps {
  plan: IntakePlan;
  choice: MappingChoice;
  ownZone: string;
  onChoice: (choice: MappingChoice) => void;
}

export function DateQuestions({ plan, choice, ownZone, onChoice }: DateQuestionsProps) {
  return (
    <>
      {plan.dayFirst !== null && !plan.dayFirstSure ? (
        <fieldset className="mapping-question">
          <legend className="bold">3/4/2026 is</legend>
          {[true, false].map((dayFirst) => (
            <label key={String(dayFirst)}>
              <input
                type="radio"
                name="day-first"
                checked={choice.dayFirst === dayFirst}
                onChange={() => onChoice({ ...choice, dayFirst })}
              />
              {dayFirst ? '3 April' : 'March 4'}
            </label>
          ))}
        </fieldset>
      ) : null}
      {plan.needsTimeZone ? (
        <div className="mapping-question">
          <label className="bold" htmlFor="mapping-zone">
            Times are in
          </label>
          <select
            id="mapping-zone"
            className="mapping-select"
            value={choice.timeZone ?? ''}
            onChange={(event) => onChoice({ ...choice, timeZone: event.target.value || null })}
          >
            <option value="">Choose a time zone</option>
            {zones(choice.timeZone, ownZone).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
          {choice.timeZone === null ? (
            <Button size="small" onClick={() => onChoice({ ...choice, timeZone: ownZone })}>
              Mine: {ownZone.replaceAll('_', ' ')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

/** All zones the browser knows, and those that are chosen or offered even if its list spells them otherwise. */
function zones(chosen: string | null, own: string): string[] {
  const known = ['UTC', own, ...(chosen === null ? [] : [chosen]), ...Intl.supportedValuesOf('timeZone')];
  return [...new Set(known)];
}
