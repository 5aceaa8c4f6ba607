/** The form of the measured weights; `generated/measured-weights.ts` holds them, made by `training/train.ts`. */

export interface Logit {
  bias: number;
  /** One weight for each of `ruleFeaturesOf`. */
  ofRules: readonly number[];
  /** Places in `replyFeatures`, ascending, and the weight of each. */
  at: readonly number[];
  weights: readonly number[];
}

export interface QualityWeights {
  /** Rules that have a weight of their own. */
  rules: readonly string[];
  /** Log-odds that anything called for the quality; null where something always does. */
  opened: Logit | null;
  /** Log-odds that it was at least partly met. */
  partly: Logit;
  /** Log-odds that it was met. */
  met: Logit;
}

/** 0…1 */
export const chanceOf = (logit: Logit, rules: Float64Array, replies: Float64Array): number => {
  let odds = logit.bias;
  for (let index = 0; index < rules.length; index += 1) odds += (logit.ofRules[index] ?? 0) * (rules[index] ?? 0);
  for (let index = 0; index < logit.at.length; index += 1)
    odds += (logit.weights[index] ?? 0) * (replies[logit.at[index] ?? 0] ?? 0);
  return 1 / (1 + Math.exp(-odds));
};
