import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideNamesIn } from './hide-names.ts';
import { namesOf } from './mask-names.ts';

const names = namesOf(['Amara Obi', 'Ruth Vega', 'Support Team']);

describe('a text without names', () => {
  it.each([
    ['Hi Meg, this is Amara.', 'Hi [name], this is [name].'],
    ['Ruth’s parcel is with Amara Obi now.', '[name]’s parcel is with [name] [name] now.'],
    ['My name is Tobias Wren and my lamp broke.', 'My name is [name] and my lamp broke.'],
    ['It left today.\n\nKind regards,\nZofia', 'It left today.\n\nKind regards,\n[name]'],
    ['Hello there, the support team will help.', 'Hello there, the support team will help.'],
    ['Dear Sir or Madam, my lamp broke.', 'Dear Sir or Madam, my lamp broke.'],
    ['Thanks, it works now.', 'Thanks, it works now.'],
  ])('“%s” becomes “%s”', (text, hidden) => {
    expect(hideNamesIn(text, names).text).toBe(hidden);
  });

  it('keeps every place that holds no name', () => {
    const word = fc.constantFrom('Amara', 'lamp', 'Hi Meg,', 'Ruth', 'broke.', '\n', '😀');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        const { text: hidden, placeOf } = hideNamesIn(text, names);
        for (const { index } of text.matchAll(/lamp/g)) {
          expect(hidden.slice(placeOf(index), placeOf(index + 4))).toBe('lamp');
        }
        expect(placeOf(0)).toBe(0);
        expect(placeOf(text.length)).toBe(hidden.length);
        expect(hidden).not.toMatch(/Amara|Ruth|Meg/);
      }),
    );
  });
});
