/** Seven days of twenty-four hours: a square for what began in each, its area in proportion. */
import type { TeamHours } from '@rapport/contract';

const cell = 11;
const row = 15;
const left = 34;
const top = 16;
const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const hoursShown = [0, 6, 12, 18];
const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export function WeekGrid({ week }: Pick<TeamHours, 'week'>) {
  const most = week.reduce((found, one) => (one.begun > found.begun ? one : found), {
    ...{ day: 0, hour: 0, begun: 0, hard: 0 },
  });
  const [width, height] = [left + 24 * cell, top + 7 * row];
  return (
    <svg
      className="week-grid"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Conversations by the hour of the week in which they began; most on ${dayNames[most.day]} from ${hourWords(most.hour)}, ${most.begun}. The table beside it says the same by parts of the week.`}
    >
      {hoursShown.map((hour) => (
        <g key={hour}>
          <line className="span-tick" x1={left + hour * cell} x2={left + hour * cell} y1={top} y2={height} />
          <text className="week-words" x={left + hour * cell} y={11}>
            {hour}
          </text>
        </g>
      ))}
      {dayNames.map((day, place) => (
        <text key={day} className="week-words" x={0} y={top + place * row + 11}>
          {day}
        </text>
      ))}
      {week.map(({ day, hour, begun, hard }) => {
        const side = Math.max(2, (cell - 1) * Math.sqrt(begun / most.begun));
        const inset = (cell - side) / 2;
        return (
          <rect
            key={`${day} ${hour}`}
            className="week-square"
            x={left + hour * cell + inset}
            y={top + day * row + (row - side) / 2}
            width={side}
            height={side}
          >
            <title>{`${dayNames[day]} ${hourWords(hour)}: ${begun} began, ${hard} very upset`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
