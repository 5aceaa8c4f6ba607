import { describe, expect, it } from 'vitest';
import { createEffortGuesser, readEffort, readRecommend } from './read-asked.ts';

describe('answers beside the rating', () => {
  it('are nothing where nobody answered, and refused where they are no answer', () => {
    expect([readRecommend(''), readRecommend('n/a'), readEffort(' - ')]).toEqual([{}, {}, {}]);
    expect([readRecommend('eleven'), readRecommend('11'), readEffort('easy')]).toEqual([null, null, null]);
    expect(readRecommend('9/10')).toEqual({ nps: 9 });
    expect(readRecommend('0')).toEqual({ nps: 0 });
  });

  it('keep the scale a person named, whichever end is easy', () => {
    expect(readEffort('6', '1-7')).toEqual({ ces: 6, ces_hardest: 1, ces_easiest: 7 });
    expect(readEffort('2', '5-1')).toEqual({ ces: 2, ces_hardest: 5, ces_easiest: 1 });
    expect(readEffort('6', '1-5')).toBeNull();
    expect(readEffort('6')).toEqual({ ces: 6 });
  });

  it('tell the form of seven points by its sixes and sevens, and say they cannot tell of five', () => {
    const guessed = (...cells: string[]) => {
      const guesser = createEffortGuesser();
      for (const cell of cells) guesser.add(cell);
      return guesser.guess();
    };
    expect(guessed('1', '', '7', '4')).toBe('1-7');
    expect(guessed('1', '5', '4')).toBe('unknown');
    expect(guessed('0', '7')).toBe('unknown');
    expect(guessed('8', '7')).toBe('unknown');
    expect(guessed()).toBe('unknown');
  });
});
