import { describe, expect, it } from 'vitest';
import type { ReadMessage } from '../reading.ts';
import { findWords } from '../text/find-words.ts';
import { contentWords } from './content-words.ts';
import { SaidBefore } from './said-before.ts';
import type { Spot } from './spot.ts';

const message: ReadMessage = {
  index: 0,
  message: { id: '1', at: null, role: 'agent', author: 'Ben', text: '', visibility: 'public' },
  sentences: [],
  scorable: true,
  emotion: null,
  language: 'en',
  hostility: 0,
  waitSeconds: null,
};
const spot = (text: string): Spot => ({
  read: message,
  sentence: { start: 0, end: text.length, text, words: findWords(text), acts: {} },
});

/** As it is defined, sentence by sentence. */
const isAlike = (one: Spot, other: Spot): boolean => {
  const [words, others] = [contentWords(one.sentence), contentWords(other.sentence)];
  const shared = words.filter((word) => others.includes(word)).length;
  const isLong = one.sentence.words.length >= 4 && other.sentence.words.length >= 4;
  return isLong && shared > 0 && shared / Math.min(words.length, others.length) >= 0.75;
};

describe('what was said before', () => {
  it('is found in nearly the same words, and not in others', () => {
    const said = new SaidBefore(4, 0.75);
    said.add(spot('Please restart the router and check the green light.'));
    expect(said.holds(spot('Could you restart the router, then check that green light?'))).toBe(true);
    expect(said.holds(spot('An engineer comes on Friday and brings another cable.'))).toBe(false);
    expect(said.holds(spot('Restart the router.'))).toBe(false);
  });

  it('is found exactly where comparing all pairs finds it', () => {
    const nouns = ['router', 'cable', 'light', 'invoice', 'parcel', 'engineer', 'garden', 'window'];
    const rows = Array.from({ length: 160 }, (_, at) =>
      spot(`now we look at ${nouns.filter((_noun, bit) => (((at * 37) % 251) >> bit) & 1).join(' and ')} together`),
    );
    const said = new SaidBefore(4, 0.75);
    for (const [at, one] of rows.entries()) {
      expect(said.holds(one)).toBe(rows.slice(0, at).some((earlier) => isAlike(earlier, one)));
      said.add(one);
    }
  });
});
