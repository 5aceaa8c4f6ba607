/** What is to be reviewed by whom; a lead gives it to somebody else here. */
import type { ReviewTask } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { WideTable } from '../design/WideTable.tsx';
import { drawnWords, dueWords } from './review-words.ts';
import { useReviewers, useReviewLead } from './use-reviews.ts';

const firstShown = 6;

export function TaskTable({ tasks }: { tasks: readonly ReviewTask[] }) {
  const [now] = useState(() => new Date());
  const [isWhole, setIsWhole] = useState(false);
  const people = useReviewers().data?.people ?? [];
  const { reassign } = useReviewLead();
  const open = tasks.filter(({ state }) => state === 'open');
  const shown = isWhole ? open : open.slice(0, firstShown);
  // With one reviewer there is nobody else to give it to.
  if (open.length === 0 || people.length < 2) return null;
  return (
    <Section title="To be reviewed" beside={`${open.length}`}>
      <WideTable label="To be reviewed">
        <table className="reviews-table">
          <thead>
            <tr>
              <th scope="col">Conversation</th>
              <th scope="col">Agent</th>
              <th scope="col">Due</th>
              <th scope="col">How it was chosen</th>
              <th scope="col">By whom</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((task) => (
              <tr key={task.assignmentId}>
                <th scope="row">{task.customer}</th>
                <td>{task.agent}</td>
                <td>{dueWords(task, now) ?? <span className="dim">no day</span>}</td>
                <td className="words">{drawnWords[task.drawn]}</td>
                <td>
                  <select
                    className="goal-field task-reviewer"
                    aria-label={`Who reviews ${task.customer}`}
                    value={task.reviewerId}
                    onChange={(event) =>
                      reassign.mutate({ assignmentId: task.assignmentId, reviewerId: event.target.value })
                    }
                  >
                    {people.some(({ id }) => id === task.reviewerId) ? null : (
                      <option value={task.reviewerId}>{task.reviewer}</option>
                    )}
                    {people.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {reassign.error ? <ErrorState error={reassign.error} /> : null}
      {shown.length < open.length ? (
        <p className="queue-more">
          <Button size="small" kind="quiet" onClick={() => setIsWhole(true)}>
            Show {open.length - shown.length} more
          </Button>
        </p>
      ) : null}
    </Section>
  );
}
