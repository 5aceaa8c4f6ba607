import { describe, expect, it } from 'vitest';
import { toSearchQuery, toSearchText } from './search-text.ts';

describe('text for the search field', () => {
  it('takes typographic marks for gaps and knows the small letters of all alphabets', () => {
    expect(toSearchText('My daughter’s “ÉTÉ” tent — ΣΟΦΙΑ')).toBe('my daughter s  été  tent   σοφια');
  });

  it('keeps combining marks, digits and what ASCII parsers use', () => {
    expect(toSearchText('किताब no. 4711 a@b.c')).toBe('किताब no. 4711 a@b.c');
  });

  it('reads typed quotes and minus signs as what they mean', () => {
    expect(toSearchQuery('“late tent” –stove well-known')).toBe('"late tent" -stove well-known');
  });
});
