import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import type { ScoredRow } from '../scored-table.ts';
import { followOwnTrend, type OwnWeek } from './follow-own-trend.ts';
import { followTeam } from './follow-team.ts';
import { shareOfInformation } from './look-any-day.ts';
import { verifyChange } from './verify-change.ts';

const [before, planned, first] = [12, 16, 100];
const changed = ['a', 'b', 'c', 'd', 'e'];
const others = ['f', 'g', 'h', 'i', 'j', 'k', 'l'];

/** Three scored conversations a week of each of twelve agents; those who change may rise. */
function drawRows(seed: number, rise: number): ScoredRow[] {
  const random = createRandom(seed);
  return [...changed, ...others].flatMap((agent) =>
    Array.from({ length: 3 * (before + planned) }, (_, place) => {
      const week = first - before + Math.floor(place / 3);
      const lift = week >= first && changed.includes(agent) ? rise : 0;
      return {
        ...{ conversation: `${agent}${place}`, agent, week, channel: 'chat', topic: '', language: '' },
        ...{ openingEmotion: null, closingEmotion: null, resolved: null, recontactDays: null, followedDays: null },
        ...{ csat: null, coachedFromWeek: null, review: null, scores: [50 + lift + 11 * random.normal()] },
      };
    }),
  );
}

/** Would anybody who looks week after week see something, at any look? */
function everSeen(seed: number, rise: number, isSequence: boolean): boolean {
  const rows = drawRows(seed, rise);
  const plan = {
    ...{ quality: 'care', fromWeek: new Map(changed.map((agent) => [agent, first] as const)) },
    ...{ selectedBecause: 'drawn-by-lot' as const, selectionWeeks: 0 },
  };
  return [1, 2, 3, 4, 6, 8, 11, planned].some((elapsed) => {
    const { estimate } = verifyChange({
      table: { qualities: ['care'], rows: rows.filter((row) => (row.week ?? 0) < first + elapsed) },
      plan,
      looked: isSequence ? shareOfInformation({ before, elapsed, planned }) : null,
    });
    return (estimate.lower ?? 0) > 0 || (estimate.upper ?? 0) < 0;
  });
}

const times = 60;
const shareSeen = (rise: number, isSequence: boolean): number =>
  Array.from({ length: times }, (_, seed) => everSeen(seed + 1, rise, isSequence)).filter(Boolean).length / times;

describe('looking every week', () => {
  it('finds something by luck with usual ranges, and does not with ranges made for it', () => {
    expect(shareSeen(0, false)).toBeGreaterThan(0.08);
    expect(shareSeen(0, true)).toBeLessThanOrEqual(0.05);
  });

  it('still sees a real rise', () => {
    expect(shareSeen(9, true)).toBeGreaterThan(0.8);
  });

  it('gives no verdict before the day, whatever the range', () => {
    const rows = drawRows(5, 30);
    const plan = {
      ...{ quality: 'care', fromWeek: new Map(changed.map((agent) => [agent, first] as const)) },
      ...{ selectedBecause: 'drawn-by-lot' as const, selectionWeeks: 0 },
    };
    const early = verifyChange({ table: { qualities: ['care'], rows }, plan, looked: 1 });
    expect(early.estimate.lower).toBeGreaterThan(0);
    expect(early).toMatchObject({ verdict: 'no-clear-effect', estimate: { level: 0.95 } });
    expect(early.estimate.method).toContain('confidence sequence');
  });

  it('is as wide for one person’s own trend', () => {
    const weeks = Array.from({ length: 24 }, (_, place): OwnWeek => {
      const week = place - 14;
      return { week, met: week < 0 ? 5 + (place % 2) : 8, n: 10, period: week < 0 ? 'before' : 'after' };
    });
    const [once, anyDay] = [followOwnTrend(weeks).change, followOwnTrend(weeks, 0.6).change];
    expect(anyDay.value).toBe(once.value);
    expect((anyDay.upper ?? 0) - (anyDay.lower ?? 0)).toBeGreaterThan(1.4 * ((once.upper ?? 0) - (once.lower ?? 0)));
  });

  it('has less to go by the earlier it is', () => {
    expect(shareOfInformation({ before: 12, elapsed: 16, planned: 16 })).toBe(1);
    expect(shareOfInformation({ before: 12, elapsed: 4, planned: 16 })).toBeCloseTo(
      (1 / 12 + 1 / 16) / (1 / 12 + 1 / 4),
      12,
    );
    expect(shareOfInformation({ before: 12, elapsed: 0, planned: 16 })).toBeGreaterThan(0);
  });
});

describe('a team that was coached as a whole', () => {
  const weeksOf = (jump: number, count = 10): OwnWeek[] =>
    Array.from({ length: 2 * count }, (_, place) => {
      const week = place - count;
      const met = 50 + ((place * 7) % 5) + (week < 0 ? 0 : jump);
      return { week, met, n: 100, period: week < 0 ? 'before' : 'after' };
    });

  it('is read week by week, from eight weeks on either side on', () => {
    const found = followTeam(weeksOf(20));
    expect(found.estimate.value).toBeCloseTo(0.2, 1);
    expect(found.estimate.lower).toBeGreaterThan(0);
    expect(found).toMatchObject({ weeksBefore: 10, weeksAfter: 10 });
    expect(followTeam(weeksOf(0)).estimate.lower).toBeLessThan(0);
    expect(followTeam(weeksOf(20, 7)).estimate).toMatchObject({ value: null, reason: 'too_few_rows' });
  });

  it('is not read across two versions of the scorer', () => {
    expect(followTeam(weeksOf(20), ['1', '2']).estimate).toMatchObject({ value: null, reason: 'collinear' });
  });
});
