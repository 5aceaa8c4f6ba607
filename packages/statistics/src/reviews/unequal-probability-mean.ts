/**
 * Mean from reviews drawn with known, unequal probabilities.
 *
 * Use: active choice of reviews. Every review must carry the probability with which it was drawn, stored at the draw.
 * Formula: assisted mean λ f̄ + (1/N) Σ (y - λf)/π; variance (1/N²) Σ (1-π)/π² (y - λf)² (Poisson sampling). Hajek mean
 * Σ(y/π)/Σ(1/π); Horvitz-Thompson Σ(y/π)/N. Kish: the reviews are worth (Σ1/π)²/Σ1/π² plain ones.
 * Source: Särndal, Swensson & Wretman 1992; Zrnic & Candès 2024, https://arxiv.org/abs/2403.03208
 * Example: `unequalMeans([{ machine: 1, probability: 0.5, human: 1 }, { machine: 0, probability: 0.5, human: null }])?.hajek` → 1
 */
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { meanOf, sumOf, varianceOf } from '../sums.ts';

export interface ChosenConversation {
  machine: number;
  /** Chance with which it was to be reviewed, above 0, at most 1. */
  probability: number;
  /** The human value; null when it was not drawn. */
  human: number | null;
}

export interface UnequalMeans {
  n: number;
  horvitzThompson: number;
  horvitzThompsonError: number;
  hajek: number;
  hajekError: number;
  assisted: number;
  /** For these N conversations. */
  assistedError: number;
  /** For the process they come from. */
  assistedProcessError: number;
  kishN: number;
}

/** @returns null without a review */
export function unequalMeans(conversations: readonly ChosenConversation[], lambda = 1): UnequalMeans | null {
  const reviews = conversations.flatMap(({ machine, probability, human }) =>
    human === null ? [] : [{ machine, probability, human }],
  );
  if (conversations.some(({ probability }) => !(probability > 0 && probability <= 1))) {
    throw new RangeError('a review probability lies above 0 and is at most 1');
  }
  if (reviews.length === 0) return null;
  const size = conversations.length;
  const weight = sumOf(reviews.map((review) => 1 / review.probability));
  const total = sumOf(reviews.map((review) => review.human / review.probability));
  const hajek = total / weight;
  const spreadOf = (measure: (review: { machine: number; human: number }) => number) =>
    Math.sqrt(
      sumOf(reviews.map((review) => ((1 - review.probability) / review.probability ** 2) * measure(review) ** 2)),
    );
  const pieces = conversations.map(({ machine, probability, human }) => {
    return lambda * machine + (human === null ? 0 : (human - lambda * machine) / probability);
  });
  return {
    n: reviews.length,
    horvitzThompson: total / size,
    horvitzThompsonError: spreadOf((review) => review.human) / size,
    hajek,
    hajekError: spreadOf((review) => review.human - hajek) / weight,
    assisted: meanOf(pieces),
    assistedError: spreadOf((review) => review.human - lambda * review.machine) / size,
    assistedProcessError: Math.sqrt(varianceOf(pieces, 0) / size),
    kishN: weight ** 2 / sumOf(reviews.map((review) => 1 / review.probability ** 2)),
  };
}

/** Large-sample range, so at least 30 reviews; `process` asks about what comes, not about these N. */
export function estimateUnequalMean(
  conversations: readonly ChosenConversation[],
  { process = false, level = defaultLevel }: { process?: boolean; level?: number } = {},
): Estimate {
  const method = 'unequal-probability-mean';
  const found = unequalMeans(conversations);
  if (!found) {
    return refuse(conversations.length === 0 ? 'no_data' : 'no_random_reviews', { n: 0, method, level });
  }
  const { n, assisted, kishN } = found;
  if (n < 30) return refuse('too_few_reviews', { n, method, level });
  const error = process ? found.assistedProcessError : found.assistedError;
  const around = (wanted: number) => {
    const reach = normalQuantile((1 + wanted) / 2) * error;
    return { lower: assisted - reach, upper: assisted + reach };
  };
  const warnings = kishN < n / 2 ? [`very unequal chances: ${n} reviews are worth ${Math.floor(kishN)}`] : [];
  const parts = { value: assisted, interval: around(level), inner: around(innerLevel), effectiveN: kishN };
  return estimateOf({ ...parts, level, n, method, warnings });
}
