/** Where the points, the usual range and the labels of a person's course stand in its drawing. */
import type { CoursePoint, PersonCourse } from '@rapport/contract';

export const courseFrame = { left: 34, right: 16, top: 18, bottom: 34, height: 220 };

export interface DrawnCoursePoint {
  x: number;
  y: number;
  from: string;
  change: CoursePoint['change'];
  /** In 100, written beside the first, the last and every changed point. */
  label: string | null;
}

export interface DrawnCourse {
  width: number;
  points: DrawnCoursePoint[];
  /** Corners of the usual range, or null without a band. */
  band: string | null;
  centerY: number | null;
  /** Points that rest on too few calls: a mark on the axis, no height. */
  few: { x: number; from: string; n: number }[];
  dates: { x: number; from: string }[];
}

export function drawCourse({ points, center }: Pick<PersonCourse, 'points' | 'center'>, room: number): DrawnCourse {
  const { left, right } = courseFrame;
  const step = Math.max(44, Math.min(110, (room - left - right) / Math.max(1, points.length)));
  const width = Math.round(Math.max(room, left + right + step * points.length));
  const xOf = (index: number) => Math.round((left + step * (index + 0.5)) * 10) / 10;
  const known = points.flatMap((point, index) =>
    point.met.value === null ? [] : [{ point, index, value: point.met.value }],
  );
  const limited = known.flatMap(({ point: { lower, upper }, index }) =>
    lower === null || upper === null ? [] : [{ x: xOf(index), lower, upper }],
  );
  const ends = new Set([known[0]?.index, known.at(-1)?.index]);
  const every = Math.max(1, Math.ceil(62 / step));
  return {
    width,
    points: known.map(({ point, index, value }) => ({
      x: xOf(index),
      y: yOf(value),
      from: point.from,
      change: point.change,
      label: ends.has(index) || point.change !== null ? String(Math.round(value * 100)) : null,
    })),
    band: limited.length === 0 ? null : bandOf(limited, step / 2),
    centerY: center === null ? null : yOf(center),
    few: points.flatMap(({ met, from }, index) => (met.value === null ? [{ x: xOf(index), from, n: met.n }] : [])),
    // Counted from the newest, so that the newest always has its date.
    dates: points.flatMap(({ from }, index) =>
      (points.length - 1 - index) % every === 0 ? [{ x: xOf(index), from }] : [],
    ),
  };
}

export function yOf(share: number): number {
  const { top, bottom, height } = courseFrame;
  return Math.round((height - bottom - share * (height - bottom - top)) * 10) / 10;
}

/** Steps, because each point has limits of its own. */
function bandOf(limited: readonly { x: number; lower: number; upper: number }[], half: number): string {
  const side = (end: 'lower' | 'upper') =>
    limited.flatMap((one) => [`${one.x - half},${yOf(one[end])}`, `${one.x + half},${yOf(one[end])}`]);
  return [...side('upper'), ...side('lower').reverse()].join(' ');
}
