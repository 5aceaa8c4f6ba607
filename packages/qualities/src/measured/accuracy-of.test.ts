import { accuracy, qualityIds, trustOf } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { scorerVersion } from '../scorer-version.ts';
import { accuracyOf, measuredAccuracy } from './accuracy-of.ts';
import { estimateOfFigure, figureOfEstimate } from './figure.ts';

describe('the measured accuracy', () => {
  it('was measured with the scorer that ships; if not: npx tsx bench/accuracy.ts && npm run generate', () => {
    expect(measuredAccuracy().scorerVersion).toBe(scorerVersion);
  });

  it('has the form of the API', () => {
    expect(accuracy.parse(measuredAccuracy())).toEqual(measuredAccuracy());
  });

  it.each(qualityIds)('tells of %s a range around the value and below the two raters', (id) => {
    const { kappa, ceiling, trust, confusion } = accuracyOf(id);
    const { value, lower, upper, n } = kappa;
    expect(lower ?? 2).toBeLessThanOrEqual(value ?? -2);
    expect(upper ?? -2).toBeGreaterThanOrEqual(value ?? 2);
    expect(value ?? 2).toBeLessThan(ceiling);
    expect(trust).toBe(trustOf(value));
    const both = confusion.filter((one) => one.machine !== 'no-opportunity' && one.label !== 'no-opportunity');
    expect(both.reduce((sum, one) => sum + one.n, 0)).toBe(n);
  });

  it('calls trust by the borders, and weak where nothing is known', () => {
    expect([null, -0.1, 0.299, 0.3, 0.45, 0.6, 1].map(trustOf)).toEqual([
      'weak',
      'weak',
      'weak',
      'fair',
      'good',
      'strong',
      'strong',
    ]);
  });
});

describe('a figure', () => {
  it('keeps value, ranges and count', () => {
    const figure = [0.5, 0.4, 0.6, 0.45, 0.55, 20] as const;
    expect(figureOfEstimate(estimateOfFigure(figure, 'any'))).toEqual(figure);
    expect(figureOfEstimate(estimateOfFigure([0.5, 20], 'any'))).toEqual([0.5, 20]);
    expect(figureOfEstimate(estimateOfFigure([3], 'any'))).toEqual([3]);
  });
});
