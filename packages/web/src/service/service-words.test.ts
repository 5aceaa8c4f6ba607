import { describe, expect, it } from 'vitest';
import { headlineOf, nextOpen, stateWords } from './service-words.ts';

const group = (conversations: number, confirmed: number) => ({ conversations, confirmed });

describe('what is no service, in words', () => {
  it('says nothing where everything is service', () => {
    expect(headlineOf([])).toBeNull();
  });

  it('counts over all kinds, and says when a person has confirmed all', () => {
    expect(headlineOf([group(31, 0), group(2, 2)])).toEqual({
      marked: '33 conversations are taken for something else',
      rest: '.',
    });
    expect(headlineOf([group(1, 1)])).toEqual({
      marked: '1 conversation is taken for something else',
      rest: ', and you have said so.',
    });
  });

  it('tells a proposal from a person’s word', () => {
    expect(stateWords(group(12, 0))).toBe('12, proposed');
    expect(stateWords(group(12, 3))).toBe('12, 3 confirmed');
    expect(stateWords(group(12, 12))).toBe('12, confirmed');
  });

  it('goes on to the next kind that waits, round the end', () => {
    const groups = [group(2, 0), group(3, 3), group(1, 0)];
    expect(nextOpen(groups, 0)).toBe(2);
    expect(nextOpen(groups, 2)).toBe(0);
    expect(nextOpen([group(1, 1)], 0)).toBe(0);
  });
});
