import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markSegments } from './mark-segments.ts';

describe('the pieces of a marked text', () => {
  it('are the text again when joined, whatever the marks are', () => {
    const place = fc.integer({ min: -5, max: 60 });
    const mark = fc.record({ start: place, end: place, kind: fc.constantFrom('hurt' as const, 'promise' as const) });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const pieces = markSegments(text, marks);
        expect(pieces.map((one) => one.text).join('')).toBe(text);
        for (const one of pieces) expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text);
      }),
    );
  });

  it('carry every mark that covers them, and the numbers of those that end', () => {
    const pieces = markSegments('It is late. Sorry!', [
      { start: 0, end: 11, kind: 'hurt', number: 2 },
      { start: 6, end: 18, kind: 'promise' },
    ]);
    expect(pieces).toEqual([
      { start: 0, text: 'It is ', kinds: ['hurt'], numbers: [], within: [2] },
      { start: 6, text: 'late.', kinds: ['hurt', 'promise'], numbers: [2], within: [2] },
      { start: 11, text: ' Sorry!', kinds: ['promise'], numbers: [], within: [] },
    ]);
  });

  it('cut a mark that reaches beyond a text shortened meanwhile', () => {
    expect(markSegments('Hi', [{ start: 0, end: 40, kind: 'hurt' }])).toEqual([
      { start: 0, text: 'Hi', kinds: ['hurt'], numbers: [], within: [] },
    ]);
  });

  it('count in UTF-16 units, as the offsets do', () => {
    const text = '🙂 late';
    expect(markSegments(text, [{ start: 3, end: 7, kind: 'hurt' }])[1]?.text).toBe('late');
  });

  it('are none for an empty text', () => {
    expect(markSegments('', [])).toEqual([]);
  });
});
