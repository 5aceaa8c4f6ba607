import { describe, expect, it } from 'vitest';
import type { ReadTurn } from '../acts/act-reader.ts';
import { findWords } from '../text/find-words.ts';
import { findRepeats } from './find-repeats.ts';

const sentence = (text: string) => ({ text, words: findWords(text), acts: {} });
const turn = (role: 'agent' | 'customer', ...texts: string[]): ReadTurn => ({ role, sentences: texts.map(sentence) });

describe('what was said before', () => {
  it('is the largest share of long words in one earlier sentence of the same side', () => {
    const own = [turn('customer', 'The kettle leaks badly.'), turn('customer', 'My kettle is new.')];
    const { own: shares } = findRepeats([sentence('I said the kettle leaks.'), sentence('Thanks.')], own, []);
    // "said", "kettle", "leaks": two of three stand in the first earlier sentence.
    expect(shares[0]).toBeCloseTo(2 / 3);
    expect(shares[1]).toBe(0);
  });

  it('counts what the other side said over all of its last messages', () => {
    const other = [turn('agent', 'Please send the receipt.'), turn('agent', 'Which kettle?')];
    const { heard } = findRepeats([sentence('You want the kettle receipt now?')], [], other);
    // "want", "kettle", "receipt".
    expect(heard[0]).toBeCloseTo(2 / 3);
  });

  it('is nothing at the beginning of a conversation', () => {
    expect([...findRepeats([sentence('My kettle leaks badly')], [], []).own]).toEqual([0]);
  });
});
