/** When the team's conversations come and how hard they are then; of everybody together, by the reader's own clock. */
import { type ConversationFilter, type TeamHours, type WeekPart, weekPartWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { periodWords } from '../design/dates.ts';
import { shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { useTeamHours } from './use-people.ts';
import { WeekGrid } from './WeekGrid.tsx';
import './HoursSection.css';
import './QualityNumber.css';

export function HoursSection() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const hours = useTeamHours(zone).data?.hours;
  if (!hours) return null;
  return (
    <Section title="Where the hours go" link={periodWords(hours)}>
      <p className="second">{hours.sentence}</p>
      <div className="team-hours">
        <WeekGrid week={hours.week} />
        <PartTable hours={hours} zone={zone} />
      </div>
      <p className="caption">
        By the hour in which a conversation begins, on your clock ({zone}). Very upset is how the customer arrived. How
        long somebody worked on a reply cannot be seen in text, and who worked when is not counted.
      </p>
    </Section>
  );
}

/** The conversations behind a part of the week, by the same clock and out of the same weeks. */
const behindPart = (part: WeekPart, { from, to }: TeamHours, zone: string): ConversationFilter => ({
  ...{ begun: part, zone, from, to },
});

function PartTable({ hours, zone }: { hours: TeamHours; zone: string }) {
  const { parts } = hours;
  const widest = Math.max(...parts.map(({ hard }) => hard.upper ?? 0));
  const scale = { min: 0, max: Math.max(0.1, Math.ceil(widest * 10) / 10) };
  return (
    <table className="team-parts">
      <caption className="visually-hidden">Parts of the week</caption>
      <thead>
        <tr>
          <th scope="col">Part of the week</th>
          <th scope="col" className="figure">
            Begun
          </th>
          <th scope="col" className="figure">
            Replies
          </th>
          <th scope="col" colSpan={2}>
            Arrived very upset, in 100
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, begun, hard, replies }) => {
          const words = shareWords(hard);
          const behind = behindPart(part, hours, zone);
          return (
            <tr key={part}>
              <th scope="row">
                {weekPartWords[part].name} <span className="caption">{weekPartWords[part].hours}</span>
              </th>
              <td className="figure num part-begun">
                <Link className="person-number" to="/conversations" search={filterSearch(behind)}>
                  {begun.toLocaleString()}
                </Link>
              </td>
              <td className="figure part-replies">{replies === null ? '–' : replies.toLocaleString()}</td>
              <td>
                {begun === 0 ? null : (
                  <Span
                    estimate={hard}
                    scale={scale}
                    width={72}
                    height={26}
                    ticks={[0, scale.max / 2, scale.max]}
                    tone="ink"
                    label={`${weekPartWords[part].name}, arrived very upset: ${words.sentence}`}
                  />
                )}
              </td>
              <td className="nowrap">
                {begun === 0 ? (
                  <span className="dim">none</span>
                ) : isFewData(hard) ? (
                  <span className="dim">too few, {hard.n}</span>
                ) : (
                  <Link
                    className="person-number"
                    to="/conversations"
                    search={filterSearch({ ...behind, feeling: 'very-upset-at-start' })}
                  >
                    <span className="num">{words.value}</span> <span className="dim">{words.range}</span>
                  </Link>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
