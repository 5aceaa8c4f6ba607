import { describe, expect, it } from 'vitest';
import { sentencesOf, trimmed } from './selected-words.ts';

const message = { id: 'm', text: 'I am sorry. 😀 We send one today!\nIs that well?' };

describe('words chosen as a quote', () => {
  it('are the sentences of a message, each at its place', () => {
    const found = sentencesOf(message);
    expect(found.map(({ quote }) => quote)).toEqual(['I am sorry.', '😀 We send one today!', 'Is that well?']);
    for (const { start, end, quote } of found) expect(message.text.slice(start, end)).toBe(quote);
  });

  it('leave the blanks at their ends out, and are nothing where only blanks are marked', () => {
    expect(trimmed(message, 10, 15)).toMatchObject({ start: 10, end: 14, quote: '. 😀' });
    expect(trimmed(message, 11, 12)).toBeNull();
  });
});
