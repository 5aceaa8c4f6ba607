import { describe, expect, it } from 'vitest';
import { measureSpeed, type Sample, withSample } from './measure-speed.ts';

const seen = (...samples: [number, number][]): Sample[] =>
  samples.reduce<Sample[]>((all, [at, done]) => withSample(all, { at, done }), []);

describe('the measured speed', () => {
  it('is not said before a second has been watched', () => {
    expect(measureSpeed(seen([0, 100], [400, 140]))).toBeNull();
    expect(measureSpeed([])).toBeNull();
  });

  it('is what was done in the watched time', () => {
    expect(measureSpeed(seen([0, 100], [1000, 109], [2000, 118]))).toBe(9);
  });

  it('forgets what is older than the window, so that a slow start does not count for ever', () => {
    expect(measureSpeed(seen([0, 0], [30_000, 30], [40_000, 1030]))).toBe(100);
  });

  it('starts anew when the count falls back', () => {
    expect(seen([0, 500], [1000, 3])).toEqual([{ at: 1000, done: 3 }]);
  });
});
