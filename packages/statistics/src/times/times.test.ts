import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateShareWithin, estimateTime } from './estimate-time.ts';
import { kaplanMeier, type WatchedTime } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';

const rows = fc.array(fc.record({ time: fc.integer({ min: 0, max: 30 }), happened: fc.boolean() }), { maxLength: 40 });

describe('times with open conversations', () => {
  it('fall from 1 towards 0 and keep their range around them', () => {
    fc.assert(
      fc.property(rows, (list) => {
        let before = 1;
        for (const { survival, lower, upper } of kaplanMeier(list)) {
          expect(survival).toBeLessThan(before);
          if (lower !== null && upper !== null) {
            expect(lower).toBeLessThanOrEqual(survival);
            expect(upper).toBeGreaterThanOrEqual(survival);
          }
          before = survival;
        }
      }),
    );
  });

  it('equal the plain distribution when nothing is open', () => {
    const closed: WatchedTime[] = [3, 1, 2, 4].map((time) => ({ time, happened: true }));
    expect(kaplanMeier(closed).map((step) => step.survival)).toEqual([0.75, 0.5, 0.25, 0]);
    expect(estimateTime({ rows: closed }).value).toBe(2.5);
  });

  it('do not turn an open conversation into a fast one', () => {
    const open: WatchedTime[] = [1, 2, 9, 9, 9].map((time) => ({ time, happened: time < 9 }));
    expect(estimateTime({ rows: open }).reason).toBe('not_reached');
    expect(estimateTime({ rows: [] }).reason).toBe('no_data');
  });

  it('give a share within a window even when it never happened', () => {
    const quiet: WatchedTime[] = Array.from({ length: 20 }, () => ({ time: 10, happened: false }));
    const { value, lower, upper } = estimateShareWithin({ rows: quiet, window: 7 });
    expect([value, lower]).toEqual([0, 0]);
    expect(Number(upper)).toBeCloseTo(0.168, 3);
    expect(estimateShareWithin({ rows: [{ time: 2, happened: false }], window: 7 }).reason).toBe('not_reached');
  });

  it('tell the same story whichever group is named first', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const there = logRank(a, b);
        const back = logRank(b, a);
        expect(back === null).toBe(there === null);
        if (there && back) expect(back.chiSquare).toBeCloseTo(there.chiSquare, 8);
      }),
    );
  });
});
