/** How far each reviewer is: counts and time, never how they rate. */
import type { ReviewerProgress, ReviewTask } from '@rapport/contract';
import { useState } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { durationWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { WideTable } from '../design/WideTable.tsx';
import { useReviewLead, useReviewSettings, useSetGoal } from './use-reviews.ts';

interface ReviewerTableProps {
  progress: readonly ReviewerProgress[];
  tasks: readonly ReviewTask[];
}

export function ReviewerTable({ progress, tasks }: ReviewerTableProps) {
  const goal = useSetGoal();
  const open = tasks.filter(({ state }) => state === 'open').length;
  if (progress.length === 0) return null;
  return (
    <Section title="Who reviews" beside={`${open} to do`}>
      <WideTable label="Reviewers">
        <table className="reviews-table">
          <thead>
            <tr>
              <th scope="col">Reviewer</th>
              <th scope="col" className="number">
                This week
              </th>
              <th scope="col">Goal a week</th>
              <th scope="col" className="number">
                To do
              </th>
              <th scope="col" className="number">
                Late
              </th>
              <th scope="col" className="number">
                Done
              </th>
              <th scope="col" className="number">
                Moments
              </th>
              <th scope="col" className="number">
                Usual time
              </th>
            </tr>
          </thead>
          <tbody>
            {progress.map((one) => (
              <tr key={one.personId}>
                <th scope="row">{one.name}</th>
                <td className="number">{one.doneThisWeek}</td>
                <td>
                  <GoalField person={one} onSet={(perWeek) => goal.mutate({ personId: one.personId, perWeek })} />
                </td>
                <td className="number">{one.open}</td>
                <td className={one.late > 0 ? 'number attention' : 'number'}>{one.late}</td>
                <td className="number">{one.done}</td>
                <td className="number">{one.moments}</td>
                <td className="number">{one.medianSeconds === null ? 'none yet' : durationWords(one.medianSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {goal.error ? <ErrorState error={goal.error} /> : null}
      <NamesShown />
    </Section>
  );
}

/** Whether agents read who reviewed them; an administrator decides it for everybody. */
function NamesShown() {
  const settings = useReviewSettings();
  const { settle } = useReviewLead();
  const mayChange = useHolds('admin');
  if (settings.data === undefined) return null;
  const { anonymous } = settings.data;
  if (!mayChange) {
    return <p className="caption">Agents read {anonymous ? '“a reviewer”' : 'the reviewer’s name'}.</p>;
  }
  return (
    <p className="reviews-names">
      <label>
        <input type="checkbox" checked={anonymous} onChange={() => settle.mutate(!anonymous)} /> Agents read “a
        reviewer” instead of a name
      </label>
      {settle.error ? <ErrorState error={settle.error} /> : null}
    </p>
  );
}

function GoalField({ person, onSet }: { person: ReviewerProgress; onSet: (perWeek: number | null) => void }) {
  const [words, setWords] = useState(person.goalPerWeek === null ? '' : String(person.goalPerWeek));
  const keep = () => {
    const perWeek = words.trim() === '' ? null : Number(words);
    const isGoal = perWeek === null || (Number.isInteger(perWeek) && perWeek >= 1 && perWeek <= 500);
    if (isGoal && perWeek !== person.goalPerWeek) onSet(perWeek);
  };
  return (
    <input
      className="goal-field"
      inputMode="numeric"
      aria-label={`Goal a week of ${person.name}`}
      placeholder="none"
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
