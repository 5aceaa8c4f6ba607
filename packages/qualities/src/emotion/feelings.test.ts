import { emotionLabels } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { labelText } from '../label-text.ts';

const feel = (text: string, context: { role: 'agent' | 'customer'; text: string }[] = []) => {
  const { emotion } = labelText({ id: '1', role: 'customer', text, context });
  if (!emotion) throw new Error('a customer has an emotion');
  return emotion;
};

describe('the feeling of a customer', () => {
  it('is glad with thanks and unhappy with complaints', () => {
    expect(feel('Thank you so much, it works perfectly now!').valence).toBeGreaterThan(0.4);
    expect(feel('This is ridiculous, I am furious, worst service ever.').valence).toBeLessThan(-0.5);
    expect(Math.abs(feel('Does the small one fit in a car?').valence)).toBeLessThan(0.35);
  });
  it('turns with a negation and grows with shouting', () => {
    expect(feel('I am not happy with this.').valence).toBeLessThan(0);
    expect(feel('WHERE IS MY PARCEL').valence).toBeLessThan(feel('where is my parcel').valence);
  });
  it('keeps the mood of the message before', () => {
    const angry = [{ role: 'customer' as const, text: 'This is outrageous, you ruined our wedding!' }];
    expect(feel('order 4411', angry).valence).toBeLessThan(feel('order 4411').valence);
  });
  it('carries one of the twelve labels with probabilities that add up to one', () => {
    const { label, probabilities } = feel('I am worried, the medicine was warm for hours');
    expect(emotionLabels).toContain(label);
    expect(Object.values(probabilities).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 2);
  });
});

describe('hostility', () => {
  const hostility = (text: string): number => labelText({ id: '1', role: 'other', text }).hostility;
  it('is high for insults aimed at the reader and low for swearing at a thing or plain praise', () => {
    expect(hostility('You are a useless idiot.')).toBeGreaterThanOrEqual(0.5);
    expect(hostility('Go to hell, you liars')).toBeGreaterThanOrEqual(0.5);
    expect(hostility('The damn printer is stuck again.')).toBeLessThan(0.5);
    expect(hostility('Thanks, lovely service.')).toBeLessThan(0.5);
  });
});
