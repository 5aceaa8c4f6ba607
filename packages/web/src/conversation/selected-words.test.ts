import { describe, expect, it } from 'vitest';
import { placeQuote, sentencesOf, trimmed } from './selected-words.ts';

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

describe('a quote of a message', () => {
  const table = { id: 'm1', text: '😀 The table is in centimetres.' };

  it('has its place in UTF-16 units', () => {
    const said = placeQuote(table, ' table is ');
    expect(said).toEqual({ messageId: 'm1', start: 7, end: 15, quote: 'table is' });
    expect(table.text.slice(said?.start, said?.end)).toBe('table is');
  });
  it('is none where the words differ, or there are none', () => {
    expect(placeQuote(table, 'in inches')).toBeNull();
    expect(placeQuote(table, '  ')).toBeNull();
    expect(placeQuote(undefined, 'table')).toBeNull();
  });
});
