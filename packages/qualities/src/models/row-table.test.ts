import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowTable } from './row-table.ts';

describe('the table of rows', () => {
  it('finds every key in its place and no other key', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 300 }), fc.integer(), (keys, other) => {
        const table = new RowTable(Int32Array.from(keys));
        for (const [row, key] of keys.entries()) expect(table.find(key)).toBe(row);
        if (!keys.includes(other)) expect(table.find(other)).toBe(-1);
      }),
    );
  });
});
