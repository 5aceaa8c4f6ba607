import { describe, expect, it } from 'vitest';
import { listSearch, mostPicked, neighbour, parseListPlace, togglePicked } from './list-address.ts';

describe('the place in the list', () => {
  it('comes back from the address as it went in, with commas in ids', () => {
    const place = { filter: { flag: 'unsure' as const }, at: 'a,1', peek: true, picked: ['a,1', 'b/2', '50%'] };
    const words = new URLSearchParams(listSearch(place)).toString();
    expect(parseListPlace(Object.fromEntries(new URLSearchParams(words)))).toEqual(place);
  });

  it('is the bare list for a bare address', () => {
    expect(parseListPlace({})).toEqual({ filter: {}, at: undefined, peek: false, picked: [] });
    expect(listSearch(parseListPlace({}))).toEqual({});
  });

  it('survives an address somebody broke', () => {
    expect(parseListPlace({ picked: '%E0%A4%A,b', at: 7 }).picked).toEqual(['%E0%A4%A', 'b']);
  });

  it('picks, lets go, and keeps a full hand', () => {
    expect(togglePicked(['a'], 'b')).toEqual(['a', 'b']);
    expect(togglePicked(['a', 'b'], 'a')).toEqual(['b']);
    const full = Array.from({ length: mostPicked }, (_, index) => String(index));
    expect(togglePicked(full, 'one more')).toEqual(full);
  });

  it('moves to the neighbour and stops at the ends', () => {
    const ids = ['a', 'b', 'c'];
    expect(neighbour(ids, 'a', 1)).toBe('b');
    expect(neighbour(ids, 'c', 1)).toBe('c');
    expect(neighbour(ids, undefined, 1)).toBe('a');
    expect(neighbour(ids, 'gone', -1)).toBe('c');
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });
});
