import type { CoachingWeek } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { drawWeeks, frame } from './chart-geometry.ts';

const start = '2026-03-02T00:00:00.000Z';
const week = (index: number, rest: Partial<CoachingWeek> = {}): CoachingWeek => ({
  from: new Date(Date.parse(start) + index * 7 * 86_400_000).toISOString(),
  ...{ met: 4, n: 10, period: index >= 0 ? 'after' : 'before', usual: { lower: 0.2, upper: 0.6 } },
  ...rest,
});

describe('the weeks of a plan', () => {
  it('stand in order, with the start between the week before and the first', () => {
    const { points, startX, width } = drawWeeks([week(-2), week(-1), week(0), week(1)], start, 600);
    const xs = points.map(({ x }) => x);
    expect([...xs].sort((one, other) => one - other)).toEqual(xs);
    expect(startX).toBeGreaterThan(xs[1] ?? 0);
    expect(startX).toBeLessThan(xs[2] ?? 0);
    expect(width).toBe(600);
  });

  it('are filled only since the start, and only outside the usual range', () => {
    const moved = drawWeeks(
      [
        week(-1, { met: 9 }),
        week(0, { met: 5 }),
        week(1, { met: 9 }),
        week(2, { met: 0 }),
        week(3, { met: 9, usual: null }),
      ],
      start,
      600,
    ).points.map((point) => point.moved);
    expect(moved).toEqual([null, null, 'up', 'down', null]);
  });

  it('leave a gap where nothing called for it, and no more than sixteen weeks of history', () => {
    const { points } = drawWeeks([week(-40), week(-3), week(2)], start, 600);
    expect(points).toHaveLength(2);
    expect((points[1]?.x ?? 0) - (points[0]?.x ?? 0)).toBeGreaterThan(300);
    expect(points.every(({ y }) => y >= frame.top && y <= frame.height - frame.bottom)).toBe(true);
  });
});
