/** Counts of the newest weeks as bars, oldest first; a fix is a vertical line. Counts, not estimates: bars may draw them. */
import type { ReasonGroup } from '@rapport/contract';
import { dayWords } from '../design/dates.ts';

const width = 156;
const height = 34;

export function WeekBars({
  weeks,
  name,
  fixedAt,
}: {
  weeks: ReasonGroup['weeks'];
  name: string;
  fixedAt: string | null;
}) {
  const most = Math.max(1, ...weeks.map(({ n }) => n));
  const step = width / Math.max(1, weeks.length);
  const first = weeks[0];
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return <span className="caption">no dates</span>;
  const now = new Date();
  const counts = weeks.map(({ from, n }) => `week of ${dayWords(from, now)}: ${n}`).join(', ');
  const fixed = fixedAt === null ? null : weeks.findIndex(({ from }) => from >= fixedAt);
  return (
    <svg
      className="week-bars"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${name} by week. ${counts}`}
    >
      {weeks.map(({ from, n }, place) => (
        <rect
          key={from}
          x={place * step + 1}
          y={height - 2 - (n / most) * (height - 4)}
          width={Math.max(1, step - 2)}
          height={(n / most) * (height - 4)}
        />
      ))}
      <line className="week-ground" x1={0} x2={width} y1={height - 1.5} y2={height - 1.5} />
      {fixed !== null && fixed >= 0 ? (
        <line className="week-fix" x1={fixed * step} x2={fixed * step} y1={0} y2={height} />
      ) : null}
    </svg>
  );
}
