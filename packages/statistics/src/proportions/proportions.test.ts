import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateProportion, type ProportionMethod } from './estimate-proportion.ts';
import { estimateFiniteProportion } from './finite-proportion.ts';
import { estimateProportionDifference } from './newcombe-difference.ts';
import { ruleOfThree, zeroFailuresUpper } from './zero-failures.ts';

const counts = fc.integer({ min: 1, max: 3000 }).chain((n) => fc.record({ n: fc.constant(n), passed: fc.nat(n) }));
const methods = fc.constantFrom<ProportionMethod>('wilson', 'clopper-pearson', 'jeffreys');

describe('the range of a share', () => {
  it('holds the share and stays in 0 to 1, its inner part inside', () => {
    fc.assert(
      fc.property(counts, methods, ({ passed, n }, method) => {
        const { value, lower, upper, inner } = estimateProportion({ passed, n, method });
        const line = [0, lower, inner?.lower, value, inner?.upper, upper, 1].map(Number);
        for (const [place, number] of line.entries())
          expect(number).toBeLessThanOrEqual((line[place + 1] ?? 1) + 1e-12);
      }),
    );
  });

  it('is narrower when the data are doubled', () => {
    fc.assert(
      fc.property(counts, methods, ({ passed, n }, method) => {
        const once = estimateProportion({ passed, n, method });
        const twice = estimateProportion({ passed: 2 * passed, n: 2 * n, method });
        expect(Number(twice.upper) - Number(twice.lower)).toBeLessThan(Number(once.upper) - Number(once.lower));
      }),
    );
  });

  it('mirrors when passes and failures change places', () => {
    fc.assert(
      fc.property(counts, methods, ({ passed, n }, method) => {
        const there = estimateProportion({ passed, n, method });
        const back = estimateProportion({ passed: n - passed, n, method });
        expect(Number(there.lower)).toBeCloseTo(1 - Number(back.upper), 10);
      }),
    );
  });

  it('is refused without data', () => {
    expect(estimateProportion({ passed: 0, n: 0 }).reason).toBe('no_data');
    expect(estimateFiniteProportion({ passed: 0, n: 0, population: 8 }).reason).toBe('no_data');
    expect(estimateProportionDifference({ first: { passed: 0, n: 0 }, second: { passed: 1, n: 2 } }).reason).toBe(
      'no_data',
    );
  });

  it('vanishes when every conversation of a closed set was reviewed', () => {
    expect(estimateFiniteProportion({ passed: 7, n: 9, population: 9 })).toMatchObject({ lower: 7 / 9, upper: 7 / 9 });
  });
});

describe('no failure in n reviews', () => {
  it('agrees with the rule of three for larger n', () => {
    expect(zeroFailuresUpper(300) / ruleOfThree(300)).toBeCloseTo(1, 1);
  });
});
