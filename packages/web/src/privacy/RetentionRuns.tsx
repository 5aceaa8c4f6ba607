/** What has gone, run by run. */
import { type Channel, channelNames, type RetentionRun } from '@rapport/contract';
import { dayAndTimeWords } from '../design/dates.ts';
import { countOf } from '../first-run/count-words.ts';

export function RetentionRuns({ runs }: { runs: readonly RetentionRun[] }) {
  if (runs.length === 0) return <p className="caption">Nothing has been deleted for its age yet.</p>;
  return (
    <ul className="row-list" aria-label="What has gone">
      {runs.map(({ id, startedAt, finishedAt, conversations, people, byChannel }) => (
        <li key={id}>
          <span>
            {finishedAt === null ? 'Going on: ' : ''}
            {countOf(conversations, 'conversation')} deleted, {countOf(people, 'customer')} of whom nothing was left
            <br />
            <span className="caption">
              {dayAndTimeWords(startedAt)} · {byChannelWords(byChannel)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const byChannelWords = (counts: RetentionRun['byChannel']): string =>
  Object.entries(counts)
    .map(([channel, count]) => `${channelNames[channel as Channel]} ${count.toLocaleString()}`) // keys are channels
    .join(', ');
