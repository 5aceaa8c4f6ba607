import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { watchFix } from './watch-fix.ts';

function weeks(seed: number, count: number, share: number, of = 120) {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    of,
    n: Array.from({ length: of }, () => random.next() < share).filter(Boolean).length,
  }));
}

describe('whether something fell after a fix', () => {
  it('is watched first, and not judged on a handful of conversations', () => {
    expect(watchFix({ before: [], after: [] }).sign).toBe('watching');
    const early = watchFix({ before: weeks(1, 12, 0.2), after: [] });
    expect(early.sentence).toBe(
      'Too early: 0 conversations in full weeks since the fix, 1440 before it; a look starts at 30 each.',
    );
  });

  it('is said as soon as the range that may be looked at every day lies below', () => {
    const found = watchFix({ before: weeks(2, 12, 0.25), after: weeks(3, 3, 0.05) });
    expect(found).toMatchObject({ sign: 'fell', estimate: { method: 'confidence-sequence' } });
    expect(found.sentence).toContain('the cause is not shown');
  });

  it('is read from the whole series with eight weeks on each side', () => {
    const found = watchFix({ before: weeks(4, 12, 0.25), after: weeks(5, 10, 0.1) });
    expect(found).toMatchObject({ sign: 'fell', estimate: { method: 'interrupted-time-series' } });
    expect(watchFix({ before: weeks(6, 12, 0.1), after: weeks(7, 10, 0.3) }).sign).toBe('rose');
  });

  it('is seldom claimed where nothing changed, though it is looked at after every week', () => {
    const claims = Array.from({ length: 60 }, (_, seed) => {
      const before = weeks(100 + seed, 12, 0.2);
      const after = weeks(900 + seed, 7, 0.2);
      return after.some((_week, place) => {
        const { sign } = watchFix({ before, after: after.slice(0, place + 1) });
        return sign === 'fell' || sign === 'rose';
      });
    });
    expect(claims.filter(Boolean).length).toBeLessThanOrEqual(3);
  });
});
