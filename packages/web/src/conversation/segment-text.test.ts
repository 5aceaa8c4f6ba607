import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from './segment-text.ts';

const mark = (name: string, start: number, end: number) => ({ name, start, end });
const shape = (text: string, marks: ReturnType<typeof mark>[]) =>
  segmentText(text, marks).map((one) => [
    one.text,
    one.marks.map((each) => each.name).join(''),
    one.ends.map((each) => each.name).join(''),
  ]);

describe('a text with marks', () => {
  it('is cut where marks begin and end', () => {
    expect(shape('I am sorry. Monday.', [mark('a', 0, 11)])).toEqual([
      ['I am sorry.', 'a', 'a'],
      [' Monday.', '', ''],
    ]);
  });

  it('keeps overlapping marks apart', () => {
    expect(shape('abcdef', [mark('x', 0, 4), mark('y', 2, 6)])).toEqual([
      ['ab', 'x', ''],
      ['cd', 'xy', 'x'],
      ['ef', 'y', 'y'],
    ]);
  });

  it('puts the number of an inner mark where the inner mark ends', () => {
    expect(shape('abcdef', [mark('o', 0, 6), mark('i', 2, 4)])).toEqual([
      ['ab', 'o', ''],
      ['cd', 'oi', 'i'],
      ['ef', 'o', 'o'],
    ]);
  });

  it('carries both numbers of two marks on the same words', () => {
    expect(shape('abc', [mark('x', 0, 3), mark('y', 0, 3)])).toEqual([['abc', 'xy', 'xy']]);
  });

  it('is itself without marks, and nothing when empty', () => {
    expect(shape('abc', [])).toEqual([['abc', '', '']]);
    expect(shape('', [mark('x', 0, 3)])).toEqual([]);
  });

  it('is the same text again when put together, whatever the marks', () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), marks, (text, places) => {
        const segments = segmentText(
          text,
          places.map(([start, end]) => mark('m', start, end)),
        );
        expect(segments.map((one) => one.text).join('')).toBe(text);
      }),
    );
  });

  it('ends every mark that lies in the text exactly once', () => {
    const marks = fc.array(fc.tuple(fc.nat(19), fc.integer({ min: 1, max: 20 })), { maxLength: 8 });
    fc.assert(
      fc.property(marks, (places) => {
        const given = places.filter(([start, length]) => start + length <= 20);
        const segments = segmentText(
          'x'.repeat(20),
          given.map(([start, length], index) => mark(`${index},`, start, start + length)),
        );
        expect(segments.flatMap((one) => one.ends)).toHaveLength(given.length);
      }),
    );
  });
});
