import { describe, expect, it } from 'vitest';
import { placeQuote } from './selected-words.ts';

const message = { id: 'm1', text: '😀 The table is in centimetres.' };

describe('a quote of a message', () => {
  it('has its place in UTF-16 units', () => {
    const said = placeQuote(message, ' table is ');
    expect(said).toEqual({ messageId: 'm1', start: 7, end: 15, quote: 'table is' });
    expect(message.text.slice(said?.start, said?.end)).toBe('table is');
  });
  it('is none where the words differ, or there are none', () => {
    expect(placeQuote(message, 'in inches')).toBeNull();
    expect(placeQuote(message, '  ')).toBeNull();
    expect(placeQuote(undefined, 'table')).toBeNull();
  });
});
