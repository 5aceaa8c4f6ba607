/**
 * With which chance each conversation is reviewed, so that the budget is met on average.
 *
 * Use: active choice of reviews; store the result with every review. Uniform within agents stays the default plan.
 * Method: proportional to the expected size of the machine's error; those above 1 are fixed at 1 and the rest rescaled,
 * again and again. A uniform part (15%) keeps every chance away from 0.
 * Source: Zrnic & Candès 2024, https://arxiv.org/abs/2403.03208; R sampling::inclusionprobabilities.
 * Example: `proportionalProbabilities([1, 1, 2], 2)` → 0.5, 0.5, 1.0
 */
import { sumOf } from '../sums.ts';

/**
 * @param sizes at least 0; a conversation of size 0 is never drawn
 * @param budget reviews wanted; with more than there are positive sizes everything of positive size is drawn
 */
export function proportionalProbabilities(sizes: readonly number[], budget: number): number[] {
  if (sizes.some((size) => !(size >= 0))) throw new RangeError('a size is at least 0');
  const certain = sizes.map(() => false);
  for (;;) {
    const fixed = certain.filter((one) => one).length;
    const total = sumOf(sizes.filter((_, index) => !certain[index]));
    const scale = total > 0 ? Math.max(0, budget - fixed) / total : 0;
    const chances = sizes.map((size, index) => (certain[index] ? 1 : size * scale));
    const above = chances.flatMap((chance, index) => (chance >= 1 && !certain[index] ? [index] : []));
    if (above.length === 0) return chances;
    for (const index of above) certain[index] = true;
  }
}

/** @param expectedErrors root of the expected squared error of the machine, per conversation */
export function chooseReviewProbabilities(
  expectedErrors: readonly number[],
  { budget, uniformShare = 0.15 }: { budget: number; uniformShare?: number },
): number[] {
  const total = sumOf(expectedErrors);
  const even = 1 / Math.max(1, expectedErrors.length);
  const mixed = expectedErrors.map((error) => {
    return uniformShare * even + (1 - uniformShare) * (total > 0 ? error / total : even);
  });
  return proportionalProbabilities(mixed, Math.min(budget, expectedErrors.length));
}
