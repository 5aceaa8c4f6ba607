import { createRandom, krippendorffAlpha } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestForRange, findAgreement, pointsApart, type RatedItem, sayFew } from './find-agreement.ts';
import { rateTogether } from './rate-together.fixture.ts';

const find = (items: readonly RatedItem[]) => findAgreement({ items, points: 3, seed: 4 });
const rated = (...readings: (number | null)[]): RatedItem => ({ readings, drawn: false });

const truthOf = (items: readonly RatedItem[]) =>
  krippendorffAlpha(
    items.map(({ readings }) => readings),
    'ordinal',
  ).alpha ?? 0;

describe('agreement on one category', () => {
  it('comes with its range, and says on which side of 0.67 it lies only where the range does', () => {
    const same = find(rateTogether(60, { sure: 0.96, seed: 3 }));
    expect(same.alpha.lower).toBeGreaterThan(0.8);
    expect(same.sentence).toBe('Read alike enough to rely on.');
    const luck = find(rateTogether(60, { sure: 0, seed: 3 }));
    expect(luck.alpha.upper).toBeLessThan(0.667);
    expect(luck.sentence).toContain('mend the words first');
    const between = find(rateTogether(20, { sure: 0.8, seed: 3 }));
    expect(between.sentence).toBe('Cannot tell yet on which side of 0.67 it lies. 20 conversations are few.');
  });

  it('has no range below twenty conversations, and counts instead', () => {
    const few = find([rated(3, 3), rated(1, 2), rated(2, 2), rated(3, 1), rated(1)]);
    expect(few.alpha).toMatchObject({ value: null, reason: 'too_few_reviews', n: 4 });
    expect([few.alike, few.of]).toEqual([2, 4]);
    expect(few.sentence).toBe('Only 4 of the 20 conversations that a range needs.');
  });

  it('is not called certain where nobody differed', () => {
    const flat = find(Array.from({ length: 22 }, (_, at) => rated(1 + (at % 3), 1 + (at % 3))));
    expect(flat.alpha).toMatchObject({ value: 1, lower: null, upper: null });
    expect(flat.sentence).toBe('The same every time; up to 13 in 100 may still differ.');
    const one = find(Array.from({ length: 22 }, () => rated(3, 3)));
    expect(one.alpha.reason).toBe('no_variation');
  });

  it('keeps "not applicable" apart: no point, but a difference', () => {
    const found = find([rated(null, null), rated(null, 3), rated(3, 3)]);
    expect(found).toMatchObject({ alike: 2, of: 3, split: 1, alpha: { n: 1 } });
  });

  it('is told of those drawn by chance alone where some were chosen', () => {
    const items = rateTogether(40, { sure: 0.9, seed: 5 }).map((item, at) => ({ ...item, drawn: at < 20 }));
    expect(find(items).drawnAlpha?.n).toBe(20);
    expect(find(items.map((item) => ({ ...item, drawn: true }))).drawnAlpha).toBeNull();
  });

  it('holds the truth in at least 85 of 100 ranges of twenty conversations', () => {
    const truth = truthOf(rateTogether(20_000, { sure: 0.8, seed: 1 }));
    const random = createRandom(9);
    let [known, held] = [0, 0];
    for (let turn = 0; turn < 60; turn += 1) {
      const items = rateTogether(fewestForRange, { sure: 0.8, seed: random.integer(1e6) });
      const { lower, upper } = findAgreement({ items, points: 3, seed: turn }).alpha;
      if (lower === null || upper === null) continue;
      known += 1;
      if (lower <= truth && truth <= upper) held += 1;
    }
    expect(known).toBeGreaterThan(40);
    expect(held / known).toBeGreaterThanOrEqual(0.85);
  });

  it('does not depend on the order of the raters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 30 }),
        (pairs) => {
          const one = find(pairs.map((pair) => rated(...pair)));
          const other = find(pairs.map(([a, b]) => rated(b, a)));
          expect(other).toEqual(one);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('how far apart readings are', () => {
  it('counts points of the scale as shares of it, and N/A beside a point as all of it', () => {
    expect(pointsApart([1, 3, 2], 3)).toBe(100);
    expect(pointsApart([2, 3], 3)).toBe(50);
    expect(pointsApart([null, 3], 3)).toBe(100);
    expect(pointsApart([null, null], 3)).toBe(0);
    expect(pointsApart([2], 5)).toBe(0);
  });
});

describe('few conversations', () => {
  it('are called coincidence, then few, then nothing', () => {
    expect(sayFew(3)).toContain('may be coincidence');
    expect(sayFew(23)).toContain('23 conversations are few');
    expect(sayFew(50)).toBeNull();
  });
});
