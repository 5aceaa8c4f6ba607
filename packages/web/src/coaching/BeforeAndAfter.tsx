/** Week by week: the usual range before the coaching, the start as a line, the goal dotted, and each week since. */
import { type CoachingPart, type CoachingPlan, type ConversationFilter, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { filterSearch } from '../conversations/filter-address.ts';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { useRoom } from '../design/use-room.ts';
import { WideChart } from '../design/WideChart.tsx';
import { type DrawnWeeks, drawWeeks, frame, weekMilliseconds } from './chart-geometry.ts';
import { planDay, planWholeDay } from './coaching-words.ts';
import './BeforeAndAfter.css';

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];

export function BeforeAndAfter({ plan, part }: { plan: CoachingPlan; part: CoachingPart }) {
  const place = useRef<HTMLElement>(null);
  const room = useRoom(place);
  const drawn = drawWeeks(part.weeks, plan.startsAt, room);
  const moved = drawn.points.filter((point) => point.moved !== null).length;
  const hasRange = drawn.band !== '';
  return (
    <Section
      title="Before and after"
      beside={part.name}
      link={<MovedTag moved={moved} after={part.weeks.some(({ period }) => period === 'after')} hasRange={hasRange} />}
    >
      <WideChart label="Weeks before and after" place={place} width={drawn.width}>
        <svg
          className="weeks"
          width={drawn.width}
          height={frame.height}
          viewBox={`0 0 ${drawn.width} ${frame.height}`}
          role="img"
          aria-label={`${qualityWords[plan.quality].name} by week. The table below says the same.`}
        >
          <Ground drawn={drawn} plan={plan} hasRange={hasRange} />
          <polyline className="weeks-line" points={drawn.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {drawn.points.map(({ x, y, week, moved: tone, labelled }) => (
            <g key={week.from}>
              <circle className={`weeks-point ${tone ?? ''} ${week.period}`} cx={x} cy={y} r={tone ? 5 : 4}>
                <title>{`${week.met} of ${week.n} in the week of ${planWholeDay(week.from)}`}</title>
              </circle>
              {labelled ? (
                <text className="weeks-axis" x={x} y={frame.height - 8} textAnchor="middle">
                  {planDay(week.from)}
                </text>
              ) : null}
            </g>
          ))}
        </svg>
      </WideChart>
      <p className="caption">
        {hasRange
          ? 'Grey: the usual range of a week before the coaching. Filled: outside it. '
          : 'Under eight weeks from before there is no usual range to draw. '}
        Open dots with a dashed edge are the weeks that led to the choice; they count on neither side.
      </p>
      <WeekTable plan={plan} part={part} />
    </Section>
  );
}

function Ground({ drawn, plan, hasRange }: { drawn: DrawnWeeks; plan: CoachingPlan; hasRange: boolean }) {
  const { width, yOf, startX, middle } = drawn;
  const [from, to] = [frame.left, width - frame.right];
  const goal = yOf(plan.goalShare);
  const goalWords = `goal: ${Math.round(plan.goalShare * 100)} of 100 by ${planDay(plan.goalAt)}`;
  // Beside the start line, on whichever side there is more room.
  const startsLate = startX > width / 2;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="weeks-tick" x1={from} x2={to} y1={yOf(tick)} y2={yOf(tick)} />
          <text className="weeks-axis" x={from - 8} y={yOf(tick) + 4} textAnchor="end">
            {Math.round(tick * 100)}
          </text>
        </g>
      ))}
      {hasRange ? <polygon className="weeks-band" points={drawn.band} /> : null}
      {middle === null ? null : <line className="weeks-middle" x1={from} x2={to} y1={middle} y2={middle} />}
      <line className="weeks-goal" x1={from} x2={to} y1={goal} y2={goal} />
      <text className="weeks-label weeks-over" x={from + 4} y={goal - 6}>
        {goalWords}
      </text>
      <line className="weeks-start" x1={startX} x2={startX} y1={frame.top - 14} y2={frame.height - frame.bottom} />
      <text
        className="weeks-label bold"
        x={startX + (startsLate ? -6 : 6)}
        y={frame.top - 8}
        textAnchor={startsLate ? 'end' : 'start'}
      >
        coaching, {planDay(plan.startsAt)}
      </text>
    </>
  );
}

function MovedTag({ moved, after, hasRange }: { moved: number; after: boolean; hasRange: boolean }) {
  if (!after) return <Tag>No week since yet</Tag>;
  if (!hasRange) return <Tag>Cannot tell yet</Tag>;
  if (moved === 0) return <Tag>Within the usual range</Tag>;
  return <Tag tone="outline">{moved === 1 ? '1 week outside' : `${moved} weeks outside`}</Tag>;
}

/** The conversations of one week that called for the quality. */
const behindWeek = ({ quality }: CoachingPlan, { authorId }: CoachingPart, from: string): ConversationFilter => ({
  ...{ quality, agentId: authorId, from },
  to: new Date(Date.parse(from) + weekMilliseconds - 1).toISOString(),
});

function WeekTable({ plan, part }: { plan: CoachingPlan; part: CoachingPart }) {
  const periods = { before: 'before', selection: 'led to the choice', after: 'since the start' };
  return (
    <details className="weeks-table">
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">Met, of those called for</th>
            <th scope="col">Which weeks</th>
          </tr>
        </thead>
        <tbody>
          {part.weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">{planWholeDay(week.from)}</th>
              <td>
                <Link to="/conversations" search={filterSearch(behindWeek(plan, part, week.from))}>
                  {week.met} of {week.n}
                </Link>
              </td>
              <td>{periods[week.period]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
