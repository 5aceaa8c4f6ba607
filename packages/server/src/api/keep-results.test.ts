import { describe, expect, it } from 'vitest';
import { keepResults } from './keep-results.ts';

const now = new Date('2025-03-01T12:00:00Z');

describe('kept results', () => {
  it('are found once for the same question while nothing has changed', async () => {
    const kept = keepResults<number>();
    let found = 0;
    const get = (parts: { key?: string; fingerprint?: string; now?: Date } = {}) =>
      kept.get({ key: 'a', fingerprint: 'f', now, find: async () => ++found, ...parts });
    expect([await get(), await get()]).toEqual([1, 1]);
    expect(await get({ fingerprint: 'g' })).toBe(2);
    expect(await get({ fingerprint: 'g', key: 'b' })).toBe(3);
    expect(await get({ fingerprint: 'g', now: new Date(now.getTime() + 11 * 60_000) })).toBe(4);
  });

  it('are so many at most, the oldest given up first', async () => {
    const kept = keepResults<string>();
    const get = (key: string, answer: string) => kept.get({ key, fingerprint: 'f', now, find: async () => answer });
    for (let n = 0; n < 51; n += 1) await get(String(n), 'first');
    expect(await get('0', 'second')).toBe('second');
    expect(await get('50', 'second')).toBe('first');
  });
});
