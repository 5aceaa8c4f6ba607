/** Where the weeks of one person, their usual range, the start and the goal stand in the drawing. */
import type { CoachingWeek } from '@rapport/contract';

export const frame = { left: 40, right: 18, top: 26, bottom: 28, height: 214 };

export interface DrawnWeek {
  x: number;
  y: number;
  week: CoachingWeek;
  /** Outside the usual range since the start. */
  moved: 'up' | 'down' | null;
  labelled: boolean;
}

export interface DrawnWeeks {
  width: number;
  points: DrawnWeek[];
  /** The usual range as a closed outline; empty without one. */
  band: string;
  middle: number | null;
  startX: number;
  yOf: (share: number) => number;
}

export const weekMilliseconds = 7 * 86_400_000;
/** Weeks before the start that are drawn; the rest is in the table. */
const mostBefore = 16;

/** @param room width there is; a long plan becomes wider than that and scrolls */
export function drawWeeks(weeks: readonly CoachingWeek[], startsAt: string, room: number): DrawnWeeks {
  const start = Date.parse(startsAt);
  const indexOf = (from: string) => Math.round((Date.parse(from) - start) / weekMilliseconds);
  const shown = weeks.filter(({ from }) => indexOf(from) >= -mostBefore);
  const first = Math.min(0, ...shown.map(({ from }) => indexOf(from)));
  const last = Math.max(3, ...shown.map(({ from }) => indexOf(from)));
  const count = last - first + 1;
  const { left, right, top, bottom, height } = frame;
  const step = Math.max(24, (room - left - right) / count);
  const xOf = (index: number) => round(left + step * (index - first + 0.5));
  const yOf = (share: number) => round(height - bottom - share * (height - bottom - top));
  const every = Math.max(1, Math.ceil(64 / step));
  const points = shown.map((week): DrawnWeek => {
    const share = week.met / week.n;
    const index = indexOf(week.from);
    return {
      ...{ x: xOf(index), y: yOf(share), week, labelled: (last - index) % every === 0 },
      moved: week.period === 'after' ? movedFrom(share, week.usual) : null,
    };
  });
  const ranged = points.filter(({ week }) => week.usual !== null);
  const edge = (of: 'lower' | 'upper') => ranged.map(({ x, week }) => `${x},${yOf(week.usual?.[of] ?? 0)}`);
  const lowers = ranged.flatMap(({ week }) => (week.usual ? [(week.usual.lower + week.usual.upper) / 2] : []));
  return {
    width: Math.round(left + right + step * count),
    points,
    band: ranged.length < 2 ? '' : [...edge('upper'), ...edge('lower').reverse()].join(' '),
    middle: lowers.length < 2 ? null : yOf(centreOf(weeks)),
    startX: xOf(0) - step / 2,
    yOf,
  };
}

function movedFrom(share: number, usual: CoachingWeek['usual']): DrawnWeek['moved'] {
  if (usual === null) return null;
  if (share > usual.upper) return 'up';
  return share < usual.lower ? 'down' : null;
}

function centreOf(weeks: readonly CoachingWeek[]): number {
  const before = weeks.filter(({ period }) => period === 'before');
  const n = before.reduce((sum, one) => sum + one.n, 0);
  return n === 0 ? 0 : before.reduce((sum, one) => sum + one.met, 0) / n;
}

const round = (value: number): number => Math.round(value * 10) / 10;
