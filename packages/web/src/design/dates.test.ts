import { describe, expect, it } from 'vitest';
import { dayWords, durationWords, isOldData, periodWords, wholeDayWords } from './dates.ts';

// In the reader’s own zone, wherever this runs.
const now = new Date('2026-11-18T12:00:00');

describe('days and times in words', () => {
  it('adds the year to a day that is not of this year', () => {
    expect(dayWords('2026-11-13T12:00:00', now, 'en-GB')).toBe('13 Nov');
    expect(dayWords('2020-05-27T12:00:00', now, 'en-GB')).toBe('27 May 2020');
  });

  it('calls data old when its last message is older than two days', () => {
    expect(isOldData('2026-11-17T12:00:00', now)).toBe(false);
    expect(isOldData('2026-11-15T12:00:00', now)).toBe(true);
    expect(isOldData(null, now)).toBe(false);
  });

  it('says a period, or nothing where there are no dates', () => {
    expect(wholeDayWords('2020-05-27T12:00:00', 'en-GB')).toBe('27 May 2020');
    expect(periodWords({ from: '2020-01-03T12:00:00', to: '2020-05-27T12:00:00' }, 'en-GB')).toContain('27 May 2020');
    expect(periodWords({ from: null, to: null })).toBeNull();
  });

  it('says a stretch of time in its largest fitting unit', () => {
    expect([30, 600, 18_000, 90_000].map(durationWords)).toEqual(['30 s', '10 min', '5 h', '1 d']);
  });
});
