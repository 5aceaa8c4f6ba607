/** What one person is to review this week: how far, and what is next. */
import type { ReviewerProgress, ReviewTask } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dueWords, kindWords } from './review-words.ts';
import './QueueList.css';

interface QueueListProps {
  tasks: readonly ReviewTask[];
  progress: ReviewerProgress;
  current: string | null;
  onOpen: (assignmentId: string) => void;
}

export function QueueList({ tasks, progress, current, onOpen }: QueueListProps) {
  const [now] = useState(() => new Date());
  const [isWhole, setIsWhole] = useState(false);
  const open = tasks.filter(({ state, assignmentId }) => state === 'open' || assignmentId === current);
  const shown = isWhole ? open : open.slice(0, firstShown);
  return (
    <section className="queue" aria-labelledby="queue-heading">
      <header className="queue-head">
        <h2 id="queue-heading">This week</h2>
        <span className="caption">{progressWords(progress)}</span>
      </header>
      <ProgressBar progress={progress} />
      <ol className="queue-tasks">
        {shown.map((task) => (
          <li key={task.assignmentId} className={task.assignmentId === current ? 'current' : undefined}>
            <button
              type="button"
              aria-current={task.assignmentId === current ? 'true' : undefined}
              onClick={() => onOpen(task.assignmentId)}
            >
              <b>{task.customer}</b>
              <span>
                {task.agent} · {task.channel}
                {task.kind === 'assigned' ? '' : ` · ${kindWords[task.kind]}`}
              </span>
              <span className="second">{task.why}</span>
              {dueWords(task, now) ? <span className="caption">{dueWords(task, now)}</span> : null}
            </button>
          </li>
        ))}
      </ol>
      {shown.length < open.length ? (
        <p className="queue-more">
          <Button size="small" kind="quiet" onClick={() => setIsWhole(true)}>
            Show {open.length - shown.length} more
          </Button>
        </p>
      ) : null}
    </section>
  );
}

/** As many as a person does at one sitting. */
const firstShown = 8;

/** Towards the goal where there is one, else towards what was given. */
const targetOf = ({ goalPerWeek, doneThisWeek, open }: ReviewerProgress): number => goalPerWeek ?? doneThisWeek + open;

const progressWords = (progress: ReviewerProgress): string =>
  `${progress.doneThisWeek} of ${targetOf(progress)} done${progress.late > 0 ? `, ${progress.late} late` : ''}`;

export function ProgressBar({ progress }: { progress: ReviewerProgress }) {
  const target = Math.max(1, targetOf(progress));
  const done = Math.min(target, progress.doneThisWeek);
  return (
    <div
      className="queue-bar"
      role="progressbar"
      aria-label="Reviews done this week"
      aria-valuemin={0}
      aria-valuemax={target}
      aria-valuenow={done}
    >
      <i style={{ width: `${(done / target) * 100}%` }} />
    </div>
  );
}
