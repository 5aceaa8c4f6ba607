import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkMaker } from './erased-marks.ts';
import { coverErased, coverErasedIn, type ErasedWords, splitWords } from './erased-words.ts';

/** As the marks know them, but in the open. */
const knowing = (...names: string[]): ErasedWords => {
  const spelt = names.map((name) => splitWords(name).map(({ word }) => word));
  return {
    mayName: () => true,
    countsOf: (first) => {
      const counts = spelt.filter((words) => words[0] === first).map(({ length }) => length);
      return counts.length === 0 ? undefined : counts.sort((a, b) => b - a);
    },
    isErased: (words) => spelt.some((one) => one.join(' ') === words.join(' ')),
    isName: () => false,
  };
};
const kim = knowing('Kim Doe', 'kim.doe@example.org', 'Åse Ek', '山田');

describe('covering erased words', () => {
  it.each([
    ['Hello Kim Doe, thank you.', 'Hello ███████, thank you.'],
    ['KIM  DOE’s parcel', '████████’s parcel'],
    ['Kim\nDoe', '███████'],
    ['write to kim.doe@example.org!', 'write to ███████████████████!'],
    ['Åse Ek wrote', '██████ wrote'],
    ['A\u030Ase Ek wrote', '███████ wrote'],
    ['山田さん', '██さん'],
    ['Kim. Her neighbour Doe.', 'Kim. Her neighbour Doe.'],
    ['Kimberley Doe and Kim Doerr', 'Kimberley Doe and Kim Doerr'],
  ])('%s', (text, covered) => {
    expect(coverErased(text, kim)).toBe(covered);
  });

  it('looks into every value but not at ids, closed words and names of fields', () => {
    const given = { 'Kim Doe': [{ id: 'Kim Doe', quote: 'Kim Doe' }], verdict: 'met', count: 3, none: null };
    expect(coverErasedIn(given, knowing('Kim Doe', 'met'))).toEqual({
      ...given,
      'Kim Doe': [{ id: 'Kim Doe', quote: '███████' }],
    });
  });

  it('keeps every place in the text, and changes nothing a second time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Kim', 'Doe', ' ', ', ', '\n', 'a', '🙂', 'é', '山田', '. ')), (parts) => {
        const text = parts.join('');
        const once = coverErased(text, kim);
        expect(once.length).toBe(text.length);
        expect(coverErased(once, kim)).toBe(once);
      }),
    );
  });

  it('gives back the very same value where nobody is named', () => {
    const given = { a: ['b', { c: 'd' }] };
    expect(coverErasedIn(given, kim)).toBe(given);
  });
});

describe('the quick look', () => {
  const make = createMarkMaker(Buffer.alloc(32, 3));
  const letters = [
    'Kim',
    'kim',
    'KIM',
    'd',
    '7',
    ' ',
    '.',
    '\u2019',
    '\u00A0',
    'é',
    'e\u0301',
    '山',
    '🙂',
    '①',
    '\u200B',
    '_',
  ];

  it('never passes over a text in which a word stands that is looked for', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...letters), fc.string({ unit: 'grapheme' }))), (parts) => {
        const text = parts.join('');
        for (const { word } of splitWords(text))
          expect(make.mayBegin(text, new Set([make.firstWord(word)]))).toBe(true);
      }),
    );
  });

  it('passes over a text of other words, with any quotes and dashes', () => {
    const sums = new Set([make.firstWord('kim')]);
    expect(make.mayBegin('It\u2019s Kimberley\u2014not her\u2026 1,200 lamps', sums)).toBe(false);
    expect(make.mayBegin('It\u2019s Kim\u2014not her', sums)).toBe(true);
  });
});
