import { describe, expect, it } from 'vitest';
import { dayAfter, dayToInstant, peopleWords, planWholeDay } from './coaching-words.ts';

describe('the people of a plan', () => {
  it('are named while they are few', () => {
    const named = (...names: string[]) => peopleWords(names.map((name) => ({ name })));
    expect(named('Ana')).toBe('Ana');
    expect(named('Ana', 'Ben')).toBe('Ana and Ben');
    expect(named('Ana', 'Ben', 'Cid')).toBe('Ana, Ben and 1 other');
    expect(named('Ana', 'Ben', 'Cid', 'Dev')).toBe('Ana, Ben and 2 others');
  });
});

describe('a day of a plan', () => {
  it('is the same day on every clock', () => {
    expect(dayToInstant('2026-03-02')).toBe('2026-03-02T00:00:00.000Z');
    expect(dayToInstant('2026-3-2')).toBeNull();
    expect(dayToInstant('2026-13-40')).toBeNull();
    expect(dayAfter('2026-02-27T00:00:00.000Z', 3)).toBe('2026-03-02');
    expect(planWholeDay('2026-03-02T00:00:00.000Z')).toContain('2026');
  });
});
