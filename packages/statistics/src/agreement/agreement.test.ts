import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { estimateKappa } from './cohen-kappa.ts';
import { estimateAlpha } from './estimate-alpha.ts';
import { estimateGwetAc1 } from './gwet-ac1.ts';
import { estimateIntraclassCorrelation, intraclassCorrelations } from './intraclass-correlation.ts';
import { krippendorffAlpha, type RatingScale } from './krippendorff-alpha.ts';
import { estimatePercentAgreement } from './percent-agreement.ts';

const items = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 3, maxLength: 3 }), {
  maxLength: 25,
});
const scales = fc.constantFrom<RatingScale>('nominal', 'ordinal', 'interval');

/** Two reviewers who give the same level with the given chance, else any. */
function drawItems(count: number, sameChance: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const first = 1 + random.integer(5);
    return [first, random.next() < sameChance ? first : 1 + random.integer(5)];
  });
}

describe("Krippendorff's alpha", () => {
  it('does not depend on the order of items or reviewers', () => {
    fc.assert(
      fc.property(items, scales, fc.integer(), (list, scale, seed) => {
        const random = createRandom(seed);
        const mixed = random.shuffle(list).map((item) => random.shuffle(item));
        const there = krippendorffAlpha(list, scale).alpha;
        const back = krippendorffAlpha(mixed, scale).alpha;
        expect(back === null).toBe(there === null);
        if (there !== null) expect(back).toBeCloseTo(there, 10);
      }),
    );
  });

  it('is at most 1, and 1 when nobody differs', () => {
    fc.assert(
      fc.property(items, scales, (list, scale) => {
        const { alpha } = krippendorffAlpha(list, scale);
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1);
      }),
    );
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [4, 4],
          [2, 2],
        ],
        'ordinal',
      ).alpha,
    ).toBe(1);
  });

  it('has a range that narrows with more items and repeats with its seed', () => {
    const few = estimateAlpha({ items: drawItems(30, 0.6, 1), scale: 'ordinal', seed: 5, resamples: 300 });
    const many = estimateAlpha({ items: drawItems(300, 0.6, 1), scale: 'ordinal', seed: 5, resamples: 300 });
    expect(Number(many.upper) - Number(many.lower)).toBeLessThan(0.6 * (Number(few.upper) - Number(few.lower)));
    expect(estimateAlpha({ items: drawItems(30, 0.6, 1), scale: 'ordinal', seed: 5, resamples: 300 })).toEqual(few);
    expect(few.seed).toBe(5);
  });

  it('refuses rather than guesses', () => {
    const ask = (list: (number | null)[][]) => estimateAlpha({ items: list, scale: 'ordinal', seed: 1 }).reason;
    expect(ask([])).toBe('no_data');
    expect(ask([[1], [2], [null]])).toBe('one_rater');
    expect(
      ask([
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
    ).toBe('no_variation');
    expect(
      ask([
        [1, 3],
        [3, 3],
      ]),
    ).toBe('too_few_reviews');
  });

  it('answers hundreds of 0-100 scores with the full number of resamples', () => {
    const random = createRandom(8);
    const list = Array.from({ length: 300 }, () => {
      const level = 100 * random.next();
      return [level, level + 5 * random.normal()];
    });
    expect(estimateAlpha({ items: list, scale: 'interval', seed: 1 }).value).toBeGreaterThan(0.9);
  });
});

describe('kappa, AC1 and percent agreement', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 40,
  });
  const ask = (list: readonly (readonly [number, number])[]) => ({
    levels: [1, 2, 3, 4],
    first: list.map(([one]) => one),
    second: list.map(([, two]) => two),
  });

  it('hold their value inside their range', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        for (const estimate of [
          estimateKappa(ask(list)),
          estimateKappa(ask(list), 'quadratic'),
          estimateGwetAc1(ask(list)),
          estimatePercentAgreement(ask(list)),
        ]) {
          if (estimate.value === null) continue;
          expect(Number(estimate.lower)).toBeLessThanOrEqual(estimate.value + 1e-12);
          expect(Number(estimate.upper)).toBeGreaterThanOrEqual(estimate.value - 1e-12);
        }
      }),
    );
  });

  it('do not claim certainty after twelve equal verdicts', () => {
    const list = Array.from({ length: 12 }, (_, index): [number, number] => [1 + (index % 2), 1 + (index % 2)]);
    expect(estimateKappa(ask(list)).lower).toBeLessThan(0.7);
    expect(estimatePercentAgreement(ask(list)).lower).toBeLessThan(0.8);
  });

  it('refuse without variation or data', () => {
    expect(
      estimateKappa(
        ask([
          [2, 2],
          [2, 2],
        ]),
      ).reason,
    ).toBe('no_variation');
    expect(estimateKappa(ask([])).reason).toBe('no_data');
    expect(estimateGwetAc1(ask([])).reason).toBe('no_data');
  });
});

describe('the intraclass correlation', () => {
  it('is refused when raters differ by a constant only, or are one', () => {
    expect(
      intraclassCorrelations([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ).toBeNull();
    expect(estimateIntraclassCorrelation([[1], [2], [3]]).reason).toBe('one_rater');
    expect(estimateIntraclassCorrelation([]).reason).toBe('no_data');
  });
});
