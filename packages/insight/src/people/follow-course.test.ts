import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { followCourses, type QualityCourse } from './follow-course.ts';

const monday = Date.UTC(2025, 0, 6);
const weeks = (shares: readonly number[], n: number): QualityCourse['weeks'] =>
  shares.map((share, place) => ({ from: new Date(monday + place * 7 * 86_400_000), met: Math.round(share * n), n }));
const follow = (shares: readonly number[], n: number) =>
  followCourses([{ quality: 'empathy', weeks: weeks(shares, n) }], true)[0];

describe('a person’s own course', () => {
  it('shows dots without a band under eight points', () => {
    const course = follow([0.5, 0.6, 0.4, 0.5, 0.55], 30);
    expect(course?.points).toHaveLength(5);
    expect(course).toMatchObject({ weeksPerPoint: 1, center: null, verdict: 'cannot-tell' });
    expect(course?.sentence).toContain('3 more');
    expect(course?.points.every(({ lower, change }) => lower === null && change === null)).toBe(true);
  });

  it('puts weeks together until a point rests on twenty calls', () => {
    const course = follow(
      Array.from({ length: 16 }, () => 0.5),
      6,
    );
    expect(course?.weeksPerPoint).toBe(4);
    expect(course?.points.map(({ met }) => met.n)).toEqual([24, 24, 24, 24]);
    // The newest week ends the newest point.
    expect(course?.points.at(-1)?.from).toBe(new Date(monday + 12 * 7 * 86_400_000).toISOString());
  });

  it('says risen when the newest weeks leave the person’s own band', () => {
    const course = follow([...Array.from({ length: 12 }, (_, week) => 0.38 + (week % 3) * 0.04), 0.75, 0.8, 0.85], 40);
    expect(course?.verdict).toBe('risen');
    expect(course?.points.at(-1)?.change).toBe('above');
    expect(course?.sentence).toMatch(/newest 3 points.*What caused it is not shown/);
  });

  it('cries wolf in few of many quiet courses', () => {
    const random = createRandom(11);
    let alarms = 0;
    for (let person = 0; person < 200; person += 1) {
      const quiet = Array.from({ length: 20 }, (_, week) => ({
        from: new Date(monday + week * 7 * 86_400_000),
        met: Array.from({ length: 30 }, () => Number(random.next() < 0.6)).reduce((sum, one) => sum + one, 0),
        n: 30,
      }));
      const [course] = followCourses([{ quality: 'patience', weeks: quiet }], true);
      if (course?.verdict === 'risen' || course?.verdict === 'fallen') alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it('draws no band where every point is alike', () => {
    expect(
      follow(
        Array.from({ length: 14 }, () => 1),
        30,
      ),
    ).toMatchObject({ center: null, verdict: 'cannot-tell' });
  });

  it('refuses a course of a handful of calls', () => {
    expect(follow([1, 1, 0], 2)?.sentence).toContain('Too few calls');
  });
});
