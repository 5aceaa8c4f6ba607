import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCauseLines, writeCauseLines } from './root-cause-lines.ts';

const lines = 'Training\n  New product\n    Not in the guide\n  Policy\nTools';

describe('root causes as lines', () => {
  it('are a tree of up to three tiers, set in by two spaces or a tab', () => {
    const tree = readCauseLines('Training\n\tNew product\n\t\tNot in the guide\n\t\t\tToo deep\nTools\n\n');
    expect(tree.map(({ name, children }) => [name, children.length])).toEqual([
      ['Training', 1],
      ['Tools', 0],
    ]);
    expect(tree[0]?.children[0]?.children.map(({ name }) => name)).toEqual(['Not in the guide', 'Too deep']);
  });

  it('come back as they were written', () => {
    expect(writeCauseLines(readCauseLines(lines))).toBe(lines);
  });

  it('keep the ids of causes that were not reworded', () => {
    const before = readCauseLines(lines);
    const after = readCauseLines(lines.replace('Policy', 'Our policy'), before);
    expect(after[0]?.id).toBe(before[0]?.id);
    expect(after[0]?.children[0]).toEqual(before[0]?.children[0]);
    expect(after[0]?.children[1]?.id).not.toBe(before[0]?.children[1]?.id);
  });

  it('read the same again, whatever was typed', () => {
    const line = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.stringMatching(/^[a-z ]{0,12}$/));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (typed) => {
        const tree = readCauseLines(typed.map(([indent, name]) => `${' '.repeat(indent)}${name}`).join('\n'));
        expect(writeCauseLines(readCauseLines(writeCauseLines(tree)))).toBe(writeCauseLines(tree));
      }),
    );
  });
});
