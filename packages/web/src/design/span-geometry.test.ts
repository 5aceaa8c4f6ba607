import type { EstimateWire } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { positionOf, spanGeometry, toneOf } from './span-geometry.ts';

const estimate = (over: Partial<EstimateWire> = {}): EstimateWire => ({
  value: 0.6,
  lower: 0.5,
  upper: 0.7,
  level: 0.95,
  n: 120,
  method: 'wilson',
  warnings: [],
  ...over,
});
const place = { scale: { min: 0, max: 1 }, width: 102, better: 'higher' } as const;

describe('a span', () => {
  it('puts the dot and both ends on the shared scale', () => {
    expect(spanGeometry(estimate(), place)).toMatchObject({ from: 51, dot: 61, to: 71 });
  });

  it('holds values beyond the scale at its ends', () => {
    expect(positionOf(2, { min: 0, max: 1 }, 102)).toBe(101);
    expect(positionOf(-2, { min: 0, max: 1 }, 102)).toBe(1);
  });

  it('draws no bar for an inner range nobody computed', () => {
    expect(spanGeometry(estimate(), place)?.innerFrom).toBeNull();
    expect(spanGeometry(estimate({ inner: { lower: 0.55, upper: 0.65 } }), place)?.innerFrom).toBe(56);
  });

  it('draws no rate from fewer than twenty cases or without a value', () => {
    expect(spanGeometry(estimate({ n: 19 }), place)).toBeNull();
    expect(spanGeometry(estimate({ value: null, lower: null, upper: null }), place)).toBeNull();
  });
});

describe('the colour of a span', () => {
  it('is given only when the whole range is on one side of the reference', () => {
    expect(toneOf(estimate(), 0.4, 'higher')).toBe('strength');
    expect(toneOf(estimate(), 0.8, 'higher')).toBe('attention');
    expect(toneOf(estimate(), 0.55, 'higher')).toBe('unsure');
    expect(toneOf(estimate(), 0.5, 'higher')).toBe('unsure');
  });

  it('turns around where less is better', () => {
    expect(toneOf(estimate(), 0.4, 'lower')).toBe('attention');
    expect(toneOf(estimate(), 0.8, 'lower')).toBe('strength');
  });

  it('is ink where there is nothing to compare with', () => {
    expect(toneOf(estimate(), undefined, 'higher')).toBe('ink');
  });
});
