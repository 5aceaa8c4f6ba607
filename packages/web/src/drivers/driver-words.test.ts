import type { DriverQuality, EstimateWire } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import {
  behindLevel,
  effectScale,
  effectWordsOf,
  fairStory,
  groupDrivers,
  readOutcome,
  scaleWords,
  tickWords,
  toneOfDriver,
} from './driver-words.ts';

const estimate = (value: number | null, half = 0.05): EstimateWire => ({
  value,
  lower: value === null ? null : value - half,
  upper: value === null ? null : value + half,
  level: 0.95,
  n: 200,
  method: 'made',
  warnings: [],
});
const made = (quality: DriverQuality['quality'], tier: DriverQuality['tier'], corrected = false): DriverQuality => ({
  quality,
  tier,
  corrected,
  effect: estimate(0.1),
  levels: [],
  fair: [],
  byChannel: null,
  gain: null,
  chanceFirst: null,
  recommended: false,
  opportunities: 200,
  reviews: 0,
  needs: { outcomes: null, reviews: null },
  headline: { marked: '', rest: '' },
  sentence: '',
});

describe('colour', () => {
  it('is given only to what reviews set right and whose whole range is on one side', () => {
    expect(toneOfDriver(made('empathy', 'hint'))).toBe('unsure');
    expect(toneOfDriver(made('empathy', 'against'))).toBe('unsure');
    expect(toneOfDriver(made('empathy', 'first', true))).toBe('strength');
    expect(toneOfDriver(made('empathy', 'against', true))).toBe('attention');
    expect(toneOfDriver(made('empathy', 'unsure', true))).toBe('unsure');
  });
});

describe('groups', () => {
  it('are tiers that hold something; one alone is not said to be tied', () => {
    const alone = groupDrivers([made('patience', 'unsure'), made('empathy', 'first', true)]);
    expect(alone.map(({ tier, name }) => [tier, name])).toEqual([
      ['first', 'First'],
      ['unsure', 'Cannot tell yet'],
    ]);
    const tied = groupDrivers([made('patience', 'first', true), made('empathy', 'first', true)]);
    expect(tied[0]?.name).toBe('Tied for first');
    expect(tied[0]?.qualities.map(({ quality }) => quality)).toEqual(['patience', 'empathy']);
  });
});

describe('the scale of effects', () => {
  it('holds every range, in steps, and always shows zero', () => {
    expect(effectScale([estimate(0.1), estimate(-0.02)], 'satisfied')).toEqual({
      min: -0.1,
      max: 0.2,
      ticks: [-0.1, 0, 0.1, 0.2],
    });
    expect(effectScale([estimate(0.9, 0.3), estimate(-0.6, 0.3)], 'satisfied')).toMatchObject({ min: -1, max: 1.5 });
    expect(effectScale([estimate(null)], 'feeling').ticks).toEqual([-0.1, 0, 0.1]);
    expect(tickWords(0.1, 'satisfied')).toBe('+10');
    expect(tickWords(-0.2, 'feeling')).toBe('−0.2');
    expect(effectWordsOf(estimate(0.1), 'satisfied')).toMatchObject({ value: '+10', range: '5 to 15' });
  });
});

describe('the story of the fairer comparison', () => {
  const steps = ['side-by-side', 'same-kind', 'same-arrival', 'same-agent', 'other-qualities'] as const;
  const fair = (...values: (number | null)[]): DriverQuality['fair'] =>
    values.map((value, place) => ({ step: steps[place] ?? 'same-agent', effect: estimate(value) }));
  it('says what the first number was, or that it was hidden, turned, or steady', () => {
    expect(fairStory(fair(0.2, 0.1, 0.09))).toMatch(/kind of conversation/);
    expect(fairStory(fair(0.2, 0.19, 0.18, 0.18, 0.05))).toMatch(/other qualities/);
    expect(fairStory(fair(-0.2, -0.2, -0.2, -0.1))).toMatch(/who answered/);
    expect(fairStory(fair(0.1, 0.2))).toMatch(/hidden/);
    expect(fairStory(fair(0.1, -0.1))).toMatch(/turned/);
    expect(fairStory(fair(0.1, 0.09))).toMatch(/good sign/);
    expect(fairStory(fair(null, 0.09))).toMatch(/Too few/);
    expect(fairStory(fair(0, 0.09))).toMatch(/nothing to see/);
  });
});

describe('links', () => {
  it('lead to the conversations of that level and outcome', () => {
    const of = { quality: 'empathy' as const, verdict: 'missed' as const };
    expect(behindLevel('satisfied', { ...of, better: false })).toEqual({ ...of, rated: 'unsatisfied' });
    expect(behindLevel('wrote-again', { ...of, better: true })).toEqual(of);
    expect(behindLevel('resolved', { ...of, better: true })).toEqual({ ...of, resolved: 'yes' });
  });

  it('name the scale that was asked on, as it came', () => {
    expect(scaleWords([{ min: 1, max: 5, answers: 9 }])).toBe('asked on a scale of 1 to 5');
    expect(scaleWords([])).toBe('');
    expect(readOutcome('feeling')).toBe('feeling');
    expect(readOutcome('guessed')).toBeUndefined();
  });
});
