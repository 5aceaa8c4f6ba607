/**
 * How to divide a number of reviews among groups of conversations.
 *
 * Use: Neyman's division gives the most precise TEAM number: more reviews where groups are large and verdicts vary. For
 * fairness between agents give everybody the same number instead.
 * Formula: n_h = n N_h S_h / Σ N S. Whole numbers: at least 2 and at most N_h per group (such groups are fixed, the rest
 * divided again), then by largest remainder. Variance Σ W_h² (1 - n_h/N_h) S_h²/n_h.
 * Source: Neyman 1934; Cochran, Sampling Techniques, ch. 5.
 * Example: `wholeAllocation({ sizes: [400, 300, 100], deviations: [0.2, 0.45, 0.5], reviews: 60 })` → 18, 31, 11
 */
import { clip } from '../estimate.ts';
import { sumOf } from '../sums.ts';

export interface AllocationQuestion {
  /** N_h: conversations in each group. */
  sizes: readonly number[];
  /** S_h: expected standard deviation of the verdict in each group. */
  deviations: readonly number[];
  reviews: number;
  /** Fewest reviews per group. */
  floor?: number;
}

export function neymanAllocation({ sizes, deviations, reviews }: AllocationQuestion): number[] {
  return divide(reviews, neymanWeights(sizes, deviations));
}

export function proportionalAllocation({ sizes, reviews }: { sizes: readonly number[]; reviews: number }): number[] {
  return divide(reviews, sizes);
}

export function wholeAllocation({ sizes, deviations, reviews, floor = 2 }: AllocationQuestion): number[] {
  const weights = neymanWeights(sizes, deviations);
  const fixed = new Map<number, number>();
  for (;;) {
    const left = reviews - sumOf([...fixed.values()]);
    const shares = divide(
      Math.max(0, left),
      weights.map((weight, group) => (fixed.has(group) ? 0 : weight)),
    );
    const bounded = shares.map((share, group) => clip(share, Math.min(floor, sizes[group] ?? 0), sizes[group] ?? 0));
    const outside = shares.flatMap((share, group) => (!fixed.has(group) && bounded[group] !== share ? [group] : []));
    if (outside.length === 0) return roundToSum(shares, fixed, Math.max(0, left), sizes);
    for (const group of outside) fixed.set(group, bounded[group] ?? 0);
  }
}

/** Variance of the team mean; null when a group without a review could vary. */
export function allocationVariance(
  { sizes, deviations }: Pick<AllocationQuestion, 'sizes' | 'deviations'>,
  allocation: readonly number[],
): number | null {
  const total = sumOf(sizes);
  let variance = 0;
  for (const [group, size] of sizes.entries()) {
    const reviews = allocation[group] ?? 0;
    if (reviews <= 0) return null;
    variance += ((size / total) ** 2 * (1 - reviews / size) * (deviations[group] ?? 0) ** 2) / reviews;
  }
  return variance;
}

function neymanWeights(sizes: readonly number[], deviations: readonly number[]): number[] {
  return sizes.map((size, group) => size * (deviations[group] ?? 0));
}

function divide(reviews: number, weights: readonly number[]): number[] {
  const total = sumOf(weights);
  return weights.map((weight) => (total > 0 ? (reviews * weight) / total : 0));
}

function roundToSum(
  shares: readonly number[],
  fixed: ReadonlyMap<number, number>,
  reviews: number,
  sizes: readonly number[],
): number[] {
  const whole = shares.map((share, group) => fixed.get(group) ?? Math.floor(share));
  const free = shares.flatMap((share, group) => (fixed.has(group) ? [] : [{ group, rest: share - Math.floor(share) }]));
  let missing = Math.round(reviews - sumOf(free.map(({ group }) => whole[group] ?? 0)));
  for (const { group } of free.sort((one, two) => two.rest - one.rest || one.group - two.group)) {
    if (missing <= 0 || (whole[group] ?? 0) >= (sizes[group] ?? 0)) continue;
    whole[group] = (whole[group] ?? 0) + 1;
    missing -= 1;
  }
  return whole;
}
