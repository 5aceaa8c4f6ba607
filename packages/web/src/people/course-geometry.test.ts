import type { CoursePoint } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { drawCourse, yOf } from './course-geometry.ts';

const point = (week: number, share: number, rest: Partial<CoursePoint> = {}): CoursePoint => ({
  from: new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString(),
  met: { value: share, lower: share - 0.1, upper: share + 0.1, level: 0.95, n: 50, method: 'wilson', warnings: [] },
  ...{ lower: null, upper: null, change: null },
  ...rest,
});

describe('the drawing of a course', () => {
  it('labels the first, the last and every changed point', () => {
    const points = [0.4, 0.42, 0.7, 0.44].map((share, week) =>
      point(week, share, { change: share > 0.6 ? 'above' : null, lower: 0.3, upper: 0.6 }),
    );
    const drawn = drawCourse({ points, center: 0.42 }, 700);
    expect(drawn.points.map(({ label }) => label)).toEqual(['40', null, '70', '44']);
    expect(drawn.centerY).toBe(yOf(0.42));
    expect(drawn.band?.split(' ')).toHaveLength(16);
  });

  it('draws no band without limits, and no height for too few calls', () => {
    const few = point(1, 0.5);
    const none = { ...few, met: { ...few.met, value: null, lower: null, upper: null, n: 4 } };
    const drawn = drawCourse({ points: [point(0, 0.5), none], center: null }, 300);
    expect([drawn.band, drawn.centerY, drawn.points.length]).toEqual([null, null, 1]);
    expect(drawn.few).toMatchObject([{ n: 4 }]);
  });

  it('grows wider than the room and always dates the newest point', () => {
    const points = Array.from({ length: 30 }, (_, week) => point(week, 0.5));
    const drawn = drawCourse({ points, center: null }, 360);
    expect(drawn.width).toBeGreaterThan(1300);
    expect(drawn.dates.at(-1)?.from).toBe(points.at(-1)?.from);
  });
});
