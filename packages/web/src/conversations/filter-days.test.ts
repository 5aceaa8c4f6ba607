import { describe, expect, it } from 'vitest';
import { dayOf, endOfDay, startOfDay } from './filter-days.ts';

describe('days of a filter', () => {
  it('come back as the day that was picked', () => {
    expect(dayOf(startOfDay('2026-11-18') ?? '')).toBe('2026-11-18');
    expect(dayOf(endOfDay('2026-11-18') ?? '')).toBe('2026-11-18');
  });

  it('are nothing when nothing readable was picked', () => {
    expect(startOfDay('')).toBeNull();
    expect(endOfDay('18.11.2026')).toBeNull();
    expect(startOfDay('2026-19-99')).toBeNull();
    expect(dayOf(undefined)).toBe('');
  });
});
