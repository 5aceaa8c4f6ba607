import { qualityIds } from '@rapport/contract';
import { measuredAccuracy } from '@rapport/qualities';
import { expect, it } from 'vitest';
import { describeAccuracy } from './accuracy.ts';

it('names every quality with its agreement and range, most trusted first, and that no human rated it', () => {
  const accuracy = measuredAccuracy();
  const lines = describeAccuracy(accuracy).split('\n');
  const rows = lines.slice(1, 1 + qualityIds.length);
  expect(rows.every((row) => /(weak|fair|good|strong) +-?\d\.\d\d +-?\d\.\d\d to -?\d\.\d\d$/.test(row))).toBe(true);
  const values = rows.map((row) => Number(/(?:weak|fair|good|strong) +(-?\d\.\d\d)/.exec(row)?.[1]));
  expect(values).toEqual([...values].sort((one, other) => other - one));
  expect(lines.join(' ')).toContain('no human');
});
