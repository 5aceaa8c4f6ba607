import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { followOwnTrend, type OwnWeek } from './follow-own-trend.ts';
import { foreseeVerdict, type VerdictQuestion } from './foresee-verdict.ts';

const ask = (changes: Partial<VerdictQuestion> = {}) =>
  foreseeVerdict(
    {
      ...{ coachedPerWeek: [12, 12, 12, 12], othersPerWeek: [12, 12, 12, 12, 12, 12], weeksBefore: 13, weeksAfter: 13 },
      ...{ share: 0.4, rise: 20, ...changes },
    },
    createRandom(5),
  );

describe('the verdict foreseen before a change', () => {
  it('is reached by four of ten with a large rise and enough conversations', () => {
    const foreseen = ask();
    expect(foreseen.because).toBeNull();
    expect(foreseen.weeksNeeded).toBeLessThanOrEqual(13);
    expect(foreseen.smallestRise).toBeLessThanOrEqual(20);
  });

  it('is never reached for one person, without colleagues, or where chance could always explain it', () => {
    expect(ask({ coachedPerWeek: [40] })).toEqual({ because: 'one-person', weeksNeeded: null, smallestRise: null });
    expect(ask({ othersPerWeek: [40] }).because).toBe('nobody-to-compare');
    expect(ask({ coachedPerWeek: [40, 40], othersPerWeek: [40, 40] }).because).toBe('too-few-agents');
    expect(ask({ weeksBefore: 0 }).because).toBe('no-history');
  });

  it('takes longer with fewer conversations, and names the rise that would be seen', () => {
    const few = ask({ coachedPerWeek: [2, 2, 2, 2], othersPerWeek: [2, 2, 2, 2, 2, 2], weeksAfter: 2, rise: 10 });
    expect(few.because).toBe('too-few-calls');
    expect(few.smallestRise ?? 99).toBeGreaterThan(10);
    expect(ask({ rise: 30 }).weeksNeeded ?? 99).toBeLessThanOrEqual(ask({ rise: 15 }).weeksNeeded ?? 99);
  });
});

const weeks = (before: number, after: number, share: (week: number) => number, n = 20): OwnWeek[] =>
  Array.from({ length: before + 2 + after }, (_, index) => {
    const week = index - before - 2;
    const period = week >= 0 ? 'after' : week >= -2 ? 'selection' : 'before';
    return { week, n, met: Math.round(n * share(week)), period };
  });
const wobble = (week: number) => 0.4 + 0.05 * ((week % 3) - 1);

describe('one person’s own trend', () => {
  it('has risen where the weeks since lie beyond the usual ups and downs', () => {
    const trend = followOwnTrend(weeks(14, 6, (week) => wobble(week) + (week >= 0 ? 0.3 : 0)));
    expect(trend.verdict).toBe('risen');
    expect(trend.change.lower).toBeGreaterThan(0);
    expect(trend.usual?.limits).toHaveLength(22);
  });

  it('takes the way back from a bad fortnight for no rise', () => {
    const trend = followOwnTrend(weeks(14, 6, (week) => (week === -1 || week === -2 ? 0.1 : wobble(week))));
    expect(trend.verdict).toBe('no-clear-change');
  });

  it('draws no range under eight weeks, and says nothing under twelve or twenty conversations', () => {
    expect(followOwnTrend(weeks(7, 6, wobble))).toMatchObject({ usual: null, verdict: 'too-early' });
    expect(followOwnTrend(weeks(10, 6, (week) => (week >= 0 ? 0.9 : 0.3)))).toMatchObject({ verdict: 'too-early' });
    expect(followOwnTrend(weeks(14, 1, wobble, 5))).toMatchObject({
      verdict: 'too-early',
      after: { value: null, reason: 'too_few_rows' },
    });
  });

  it('calls luck a change in at most one of ten people', () => {
    const random = createRandom(3);
    const drawn = (week: OwnWeek) => ({
      ...week,
      met: Array.from({ length: week.n }, () => random.next()).filter((one) => one < 0.45).length,
    });
    const verdicts = Array.from({ length: 200 }, () => followOwnTrend(weeks(14, 8, wobble, 12).map(drawn)).verdict);
    expect(verdicts.filter((one) => one === 'risen' || one === 'fallen').length).toBeLessThanOrEqual(20);
  });
});
