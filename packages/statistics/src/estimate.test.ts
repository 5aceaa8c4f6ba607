import { describe, expect, it } from 'vitest';
import { clipInterval, estimateOf, estimateReasons, isKnown, refuse } from './estimate.ts';

describe('an estimate', () => {
  it('carries value, range, level, n and method, and no empty fields', () => {
    expect(estimateOf({ value: 0.5, interval: { lower: 0.4, upper: 0.6 }, n: 10, method: 'wilson' })).toEqual({
      value: 0.5,
      lower: 0.4,
      upper: 0.6,
      level: 0.95,
      n: 10,
      method: 'wilson',
      warnings: [],
    });
  });

  it('is never NaN or infinite', () => {
    const interval = { lower: 0, upper: 1 };
    expect(() => estimateOf({ value: Number.NaN, interval, n: 1, method: 'm' })).toThrow(RangeError);
    expect(() => estimateOf({ value: 1, interval: { lower: 0, upper: Infinity }, n: 1, method: 'm' })).toThrow(
      RangeError,
    );
    expect(() => estimateOf({ value: 1, interval: { lower: 2, upper: 1 }, n: 1, method: 'm' })).toThrow(RangeError);
  });

  it('says why it was refused', () => {
    const refused = refuse('no_data', { n: 0, method: 'wilson' });
    expect(refused).toMatchObject({ value: null, lower: null, upper: null, reason: 'no_data' });
    expect(isKnown(refused)).toBe(false);
    expect(estimateReasons).toContain(refused.reason);
  });

  it('keeps a range inside its scale', () => {
    expect(clipInterval({ lower: -0.2, upper: 1.3 }, 0, 1)).toEqual({ lower: 0, upper: 1 });
  });
});
