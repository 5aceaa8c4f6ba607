/**
 * How many reviews are enough.
 *
 * Use: before reviewing starts, so that nobody reads 20 conversations to answer a question that takes 200.
 * Formulas: for a range of ±m: n0 = z²p(1-p)/m², for a closed set n0/(1 + (n0 - 1)/N); with machine scores that go
 * together with people's at correlation r: times (1 - r²), so r = .5 saves a quarter. To see at least one case of a rare
 * problem: ln(1 - chance)/ln(1 - rate). To tell two pass rates apart: the usual two-sample formula with 80% power.
 * Source: Cochran, Sampling Techniques, ch. 4; R power.prop.test.
 * Example: `reviewsForMargin({ rate: 0.8, margin: 0.05 })` → 246
 */
import { normalQuantile } from '../distributions/normal-distribution.ts';

export interface MarginQuestion {
  /** The share that is expected, 0 to 1. */
  rate: number;
  /** Half-width of the range that is wanted, e.g. 0.05. */
  margin: number;
  /** Size of the closed set, if the question is about exactly these conversations. */
  population?: number;
  /** Correlation of machine and human score, if the machine scores everything. */
  machineCorrelation?: number;
  level?: number;
}

/** Reviews for the wanted half-width, rounded up. */
export function reviewsForMargin(question: MarginQuestion): number {
  return Math.ceil(exactReviewsForMargin(question) - 1e-9);
}

/** The same before rounding. */
export function exactReviewsForMargin(question: MarginQuestion): number {
  const { rate, margin, population, machineCorrelation = 0, level = 0.95 } = question;
  const z = normalQuantile((1 + level) / 2);
  const plain = ((z * z * rate * (1 - rate)) / margin ** 2) * (1 - machineCorrelation ** 2);
  return population === undefined ? plain : plain / (1 + (plain - 1) / population);
}

/** Reviews to see at least one case of a problem of this rate, with the given chance. */
export function reviewsToDetect(rate: number, chance = 0.95): number {
  return Math.ceil(Math.log1p(-chance) / Math.log1p(-rate) - 1e-9);
}

/** Reviews in each of two groups to tell their pass rates apart. */
export function reviewsToTellApart(
  first: number,
  second: number,
  { power = 0.8, level = 0.95 }: { power?: number; level?: number } = {},
): number {
  const mean = (first + second) / 2;
  const byLuck = normalQuantile((1 + level) / 2) * Math.sqrt(2 * mean * (1 - mean));
  const byTruth = normalQuantile(power) * Math.sqrt(first * (1 - first) + second * (1 - second));
  return Math.ceil(((byLuck + byTruth) / (first - second)) ** 2 - 1e-9);
}

/** Half-width of the range of Cohen's kappa for two raters on pass or fail. */
export function kappaHalfWidth(
  { items, kappa, passRate }: { items: number; kappa: number; passRate: number },
  level = 0.95,
): number {
  const byLuck = passRate ** 2 + (1 - passRate) ** 2;
  const agreement = byLuck + kappa * (1 - byLuck);
  const spread = Math.sqrt(agreement * (1 - agreement)) / (1 - byLuck);
  return (normalQuantile((1 + level) / 2) * spread) / Math.sqrt(items);
}
