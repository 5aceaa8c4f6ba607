import { type FocusQuality, qualityIds } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { differenceTone, focusTiers } from './focus-tiers.ts';

const estimate = (value: number | null, lower: number | null, upper: number | null) => ({
  value,
  lower,
  upper,
  level: 0.95,
  n: 200,
  method: 'cluster',
  warnings: [],
});
const quality = (index: number, tier: FocusQuality['tier']): FocusQuality => ({
  quality: qualityIds[index] ?? 'empathy',
  opportunities: 200,
  met: estimate(0.6, 0.5, 0.7),
  missed: estimate(0.3, 0.2, 0.4),
  afterMissed: estimate(0.4, 0.3, 0.5),
  afterMet: estimate(0.2, 0.1, 0.3),
  difference: estimate(0.2, 0.1, 0.3),
  tier,
  sentence: '',
  missedCount: 60,
  metCount: 120,
  leads: true,
});
const qualities = [
  quality(0, 'stands-out'),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => quality(index, 'unsure')),
  quality(11, 'too-few'),
];

describe('the tiers of the focus', () => {
  it('folds what cannot be told yet behind a sentence until all are asked for', () => {
    const tiers = focusTiers({ qualities }, false);
    expect(tiers.map((one) => [one.tier, one.shown.length, one.folded.length])).toEqual([
      ['stands-out', 1, 0],
      ['unsure', 7, 3],
      ['too-few', 1, 0],
    ]);
    expect(focusTiers({ qualities }, true).flatMap((one) => one.folded)).toEqual([]);
  });

  it('leaves out a tier that holds nothing, and keeps the order it was given', () => {
    const tiers = focusTiers({ qualities: [quality(3, 'unsure'), quality(1, 'unsure')] }, false);
    expect(tiers.map((one) => one.tier)).toEqual(['unsure']);
    expect(tiers[0]?.shown.map((one) => one.quality)).toEqual([qualityIds[3], qualityIds[1]]);
  });
});

describe('the colour of what followed', () => {
  it('is given to the tier that stands out, and to no other', () => {
    expect(differenceTone({ tier: 'stands-out' })).toBe('attention');
    expect(differenceTone({ tier: 'unsure' })).toBe('unsure');
    expect(differenceTone({ tier: 'too-few' })).toBe('unsure');
  });
});
