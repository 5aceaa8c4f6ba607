import type { EstimateWire } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { changeWords, differenceWords, numberWords, percentWords, shareWords } from './estimate-words.ts';

const estimate = (value: number | null, lower: number | null, upper: number | null, n = 200): EstimateWire => ({
  value,
  lower,
  upper,
  level: 0.95,
  n,
  method: 'wilson',
  warnings: [],
});

describe('an estimate in words', () => {
  it('says a share per hundred with its range', () => {
    expect(shareWords(estimate(0.612, 0.571, 0.652))).toEqual({
      value: '61',
      range: '57–65',
      sentence: '61 in 100, likely 57 to 65',
    });
  });

  it('says percent once, with one decimal', () => {
    expect(percentWords(estimate(0.8131, 0.799, 0.827))).toMatchObject({ value: '81.3%', range: '79.9–82.7' });
  });

  it('gives a difference its sign and keeps a minus readable in a range', () => {
    expect(differenceWords(estimate(0.14, -0.01, 0.19))).toMatchObject({ value: '+14', range: '−1 to 19' });
    expect(differenceWords(estimate(-0.05, -0.09, -0.01))).toMatchObject({ value: '−5', range: '−9 to −1' });
  });

  it('keeps two decimals for changes of feeling', () => {
    expect(changeWords(estimate(0.62, 0.59, 0.65))).toMatchObject({ value: '+0.62', range: '0.59 to 0.65' });
  });

  it('gives no rate from too few cases', () => {
    expect(shareWords(estimate(0.6, 0.3, 0.8, 8))).toMatchObject({ value: 'too few', range: '8 so far' });
    expect(shareWords(estimate(null, null, null, 0)).value).toBe('too few');
  });

  it('never prints minus zero', () => {
    expect(numberWords(-0.2)).toBe('0');
  });
});
