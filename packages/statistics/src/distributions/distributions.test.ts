import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from './beta-distribution.ts';
import { binomialCdf, binomialQuantile } from './binomial-distribution.ts';
import { chiSquareQuantile, chiSquareUpper } from './chi-square-distribution.ts';
import { fQuantile, fUpper } from './f-distribution.ts';
import { hypergeometricLower, hypergeometricUpper } from './hypergeometric-distribution.ts';
import { normalCdf, normalQuantile } from './normal-distribution.ts';
import { quantile } from './quantile.ts';
import { tCdf, tQuantile } from './t-distribution.ts';

const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const freedom = fc.double({ min: 0.5, max: 5000, noNaN: true });
const count = fc.double({ min: 0.3, max: 200_000, noNaN: true });

describe('quantiles', () => {
  it('are the inverse of their distribution, for few and for very many rows', () => {
    fc.assert(
      fc.property(share, freedom, freedom, (p, df, other) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(tCdf(tQuantile(p, df), df)).toBeCloseTo(p, 10);
        expect(chiSquareUpper(chiSquareQuantile(p, df), df)).toBeCloseTo(1 - p, 9);
        expect(1 - fUpper(fQuantile(p, df, other), df, other)).toBeCloseTo(p, 8);
      }),
    );
  });

  it('of the beta distribution hold from a third of a review to 200,000', () => {
    fc.assert(
      fc.property(share, count, count, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(1);
        // Close to 1 neighbouring numbers are 1e-16 apart, which a steep curve turns into a visible step.
        if (x > 1e-12 && x < 1 - 1e-6) expect(betaCdf(x, a, b)).toBeCloseTo(p, 6);
      }),
    );
  });

  it('refuse a share outside 0 to 1 instead of answering NaN', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => normalQuantile(p)).toThrow(RangeError);
      expect(() => tQuantile(p, 5)).toThrow(RangeError);
      expect(() => betaQuantile(p, 2, 2)).toThrow(RangeError);
      expect(() => chiSquareQuantile(p, 2)).toThrow(RangeError);
      expect(() => quantile([1], p)).toThrow(RangeError);
    }
  });
});

describe('counts', () => {
  it('of independent conversations add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), share, share, (n, p, wanted) => {
        const k = binomialQuantile(wanted, n, p);
        expect(binomialCdf(k, n, p)).toBeGreaterThanOrEqual(wanted - 1e-12);
        if (k > 0) expect(binomialCdf(k - 1, n, p)).toBeLessThan(wanted + 1e-12);
      }),
    );
  });

  it('drawn from a closed set have tails that overlap in the count itself', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (total, one, two, three) => {
        const passing = one % (total + 1);
        const drawn = two % (total + 1);
        const seen = three % (drawn + 1);
        const question = { seen, passing, total, drawn };
        const both = hypergeometricLower(question) + hypergeometricUpper(question);
        const own = both - 1;
        expect(own).toBeGreaterThanOrEqual(-1e-9);
        expect(own).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('a sample quantile', () => {
  it('is null for nothing and does not mind the order', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
  });
});
