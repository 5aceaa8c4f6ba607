import { describe, expect, it } from 'vitest';
import { addUp, fitWeights } from './fit-weights.ts';

const examples = Array.from({ length: 200 }, (_, index) => ({
  features: index % 2 === 0 ? [0, index % 3 === 0 ? 2 : 1] : [1],
  isTrue: index % 2 === 0,
  weight: 1,
}));
const settings = { prior: new Float64Array(4), passes: 10, penalty: 0.01, stepSize: 0.3 };

describe('measured weights', () => {
  it('find the feature that tells', () => {
    const fitted = fitWeights(examples, settings);
    expect(addUp(fitted, [0])).toBeGreaterThan(0);
    expect(addUp(fitted, [1])).toBeLessThan(0);
  });
  it('are the same twice', () => {
    expect(fitWeights(examples, settings)).toEqual(fitWeights(examples, settings));
  });
  it('leave a feature nobody saw where its author put it', () => {
    const prior = Float64Array.from([0, 0, 0, 1.5]);
    expect(fitWeights(examples, { ...settings, prior }).weights[3]).toBe(1.5);
  });
});
