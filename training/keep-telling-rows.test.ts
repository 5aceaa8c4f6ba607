import { describe, expect, it } from 'vitest';
import type { Example } from './example.ts';
import { keepTellingRows } from './keep-telling-rows.ts';

const example = (...features: number[]): Example => ({
  features: Int32Array.from(features),
  amounts: new Float32Array(features.length).fill(1),
  targets: new Float32Array(1),
  weight: 1,
});

describe('rows that are kept', () => {
  it('are those that move a column, however small its weights are beside another', () => {
    const keys = Int32Array.of(10, 20, 30, 40);
    // The first column has small weights in rows 0 and 1, the second large ones in rows 2 and 3.
    const rows = Float32Array.of(0.01, 0, 0.001, 0, 0, 9, 0, 5);
    const kept = keepTellingRows(keys, rows, [[example(0, 1)], [example(2, 3)]], 2);
    expect([...kept.keys]).toEqual([10, 30]);
    expect([...kept.rows]).toEqual([Math.fround(0.01), 0, 0, 9]);
  });

  it('leave out what no text has, whatever its weight', () => {
    const kept = keepTellingRows(Int32Array.of(1, 2), Float32Array.of(100, 0.1), [[example(1)]], 1);
    expect([...kept.keys]).toEqual([2]);
  });
});
