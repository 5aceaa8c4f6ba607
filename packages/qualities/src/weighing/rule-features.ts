/** What the rules of one quality found, as numbers: how good it looks to them, how much of it was missed, and which spoke. */
import type { Moment } from '@rapport/contract';
import { worth } from '../overall-verdict.ts';

/** Weighted worth, share of missed moments, whether there was any moment; then a 1 for each rule that spoke. */
export const ruleFeatureCount = (rules: readonly string[]): number => 3 + rules.length;

export const ruleFeaturesOf = (rules: readonly string[], moments: readonly Moment[]): Float64Array => {
  const values = new Float64Array(ruleFeatureCount(rules));
  if (moments.length === 0) return values;
  const missed = moments.filter(({ verdict }) => verdict === 'missed').length;
  values.set([meanWorth(moments), missed / moments.length, 1]);
  for (const { rule } of moments) {
    const index = rules.indexOf(rule);
    if (index >= 0) values[3 + index] = 1;
  }
  return values;
};

/** Of these, only whether the rules found any moment. */
export const onlyWhether = (features: Float64Array): Float64Array => features.subarray(2, 3);

/** 0 all missed … 1 all met, heavier moments counting more. */
export const meanWorth = (moments: readonly Moment[]): number => {
  const total = moments.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0
    ? moments.reduce((sum, { verdict }) => sum + worth[verdict], 0) / Math.max(1, moments.length)
    : moments.reduce((sum, { weight, verdict }) => sum + weight * worth[verdict], 0) / total;
};
