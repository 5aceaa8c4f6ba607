import type { HourCounts } from '@rapport/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeHours } from './describe-hours.ts';

const hour = (at: string, begun: number, hard = 0, replies = begun): HourCounts['hours'][number] => ({
  ...{ at: `${at}:00:00.000Z`, begun, hard, replies },
});
const counts = (hours: HourCounts['hours'], people = 5): HourCounts => ({
  ...{ scorerVersion: '1', people, hours },
  ...{ from: hours[0]?.at ?? null, to: hours.at(-1)?.at ?? null },
});

describe('hours of the week', () => {
  it('are those of the reader’s clock, on either side of the change to summer time', () => {
    // A Friday in winter and one in summer, both at 18 o'clock in Berlin.
    const both = counts([hour('2025-01-10T17', 3), hour('2025-07-11T16', 4)]);
    expect(describeHours(both, 'Europe/Berlin')?.week).toEqual([{ day: 4, hour: 18, begun: 7, hard: 0 }]);
    expect(describeHours(both, 'UTC')?.week.map(({ hour: at }) => at)).toEqual([16, 17]);
  });

  it('fall into four parts of the week with their ranges, and too few have no rate', () => {
    const told = describeHours(
      counts([hour('2025-01-06T09', 60, 15), hour('2025-01-06T19', 30, 15), hour('2025-01-11T12', 10, 5)]),
      'UTC',
    );
    expect(told?.parts.map(({ part, begun, hard }) => [part, begun, hard.value])).toEqual([
      ['day', 60, 0.25],
      ['evening', 30, 0.5],
      ['night', 0, null],
      ['weekend', 10, null],
    ]);
    expect(told?.sentence).toMatch(/^40 of 100 conversations \(likely 31–50\) begin outside/);
  });

  it('tell no replies of one or two people, whose hours they would be', () => {
    const few = describeHours(counts([hour('2025-01-06T09', 60)], 2), 'UTC');
    expect(few?.parts.every(({ replies }) => replies === null)).toBe(true);
    expect(JSON.stringify(few)).not.toMatch(/author|name/i);
  });

  it('lose no conversation, whatever the clock', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.integer({ min: 0, max: 400 }), at: fc.integer({ min: 0, max: 23 }) })),
        fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
        (times, zone) => {
          const hours = times.map(({ day, at }) => {
            const iso = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000 + at * 3_600_000).toISOString();
            return { at: iso, begun: 2, hard: 1, replies: 3 };
          });
          const told = describeHours(counts(hours), zone);
          const all = told?.parts.reduce((total, { begun }) => total + begun, 0) ?? 0;
          expect(all).toBe(2 * times.length);
          expect(told?.begun ?? 0).toBe(all);
        },
      ),
    );
  });

  it('are none where nothing has a date', () => {
    expect(describeHours(counts([]), 'UTC')).toBeNull();
  });
});
