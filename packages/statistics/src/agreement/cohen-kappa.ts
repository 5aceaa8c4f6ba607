/**
 * Cohen's kappa: agreement of two raters beyond luck; weighted kappa forgives near misses on an ordered scale.
 *
 * Use: expert view beside Krippendorff's alpha (the default). 1 is perfect, 0 is luck, below 0 is worse than luck.
 * Formula: (po - pe)/(1 - pe) with weights w_ij = 1 - |i-j|/(K-1) (linear) or 1 - (i-j)²/(K-1)² (quadratic);
 * large-sample SE of Fleiss, Cohen & Everitt 1969, https://doi.org/10.1037/h0028106
 * All ratings equal: undefined, `no_variation`. An SE of 0 would claim certainty: then the range of the agreement
 * itself (Wilson) is carried over, with luck held fixed.
 * Example: `cohenKappa({ levels: [1, 2], first: [1, 2, 1, 2], second: [1, 2, 2, 1] }).kappa` → 0
 */
import { normalQuantile } from '../distributions/normal-distribution.ts';
import {
  clip,
  clipInterval,
  defaultLevel,
  type Estimate,
  estimateOf,
  type Interval,
  innerLevel,
  refuse,
} from '../estimate.ts';
import { wilsonInterval } from '../proportions/wilson-interval.ts';
import { countRatingTable, type PairedRatings, type RatingTable } from './rating-table.ts';

export type KappaWeights = 'none' | 'linear' | 'quadratic';

export interface Kappa {
  n: number;
  kappa: number | null;
  standardError: number | null;
  /** Observed and luck agreement, weighted. */
  observed: number;
  byLuck: number;
}

export function cohenKappa(ratings: PairedRatings, weights: KappaWeights = 'none'): Kappa {
  return kappaOfTable(countRatingTable(ratings), weights);
}

export function estimateKappa(ratings: PairedRatings, weights: KappaWeights = 'none', level = defaultLevel): Estimate {
  const method = weights === 'none' ? 'cohen-kappa' : `cohen-kappa-${weights}`;
  const found = cohenKappa(ratings, weights);
  if (found.n === 0) return refuse('no_data', { n: 0, method, level });
  if (found.kappa === null) return refuse('no_variation', { n: found.n, method, level });
  const { kappa, n } = found;
  const intervalAt = (wanted: number) => kappaInterval({ ...found, kappa }, wanted);
  return estimateOf({ value: kappa, interval: intervalAt(level), inner: intervalAt(innerLevel), level, n, method });
}

function kappaInterval(
  { kappa, standardError, n, observed, byLuck }: Kappa & { kappa: number },
  level: number,
): Interval {
  if (!standardError) {
    const { lower, upper } = wilsonInterval({ rate: clip(observed, 0, 1), n, level });
    const lift = (agreement: number) => (agreement - byLuck) / (1 - byLuck);
    return clipInterval({ lower: lift(lower), upper: lift(upper) }, -1, 1);
  }
  const reach = normalQuantile((1 + level) / 2) * standardError;
  return clipInterval({ lower: kappa - reach, upper: kappa + reach }, -1, 1);
}

function kappaOfTable(table: RatingTable, weights: KappaWeights): Kappa {
  const { n, levels, shares, firstShares, secondShares } = table;
  const indices = Array.from({ length: levels }, (_, index) => index);
  const weight = (i: number, j: number) => weightOf(weights, Math.abs(i - j), Math.max(1, levels - 1));
  const rowMean = indices.map((i) => total(indices, (j) => (secondShares[j] ?? 0) * weight(i, j)));
  const columnMean = indices.map((j) => total(indices, (i) => (firstShares[i] ?? 0) * weight(i, j)));
  const share = (i: number, j: number) => shares[i]?.[j] ?? 0;
  const observed = total(indices, (i) => total(indices, (j) => share(i, j) * weight(i, j)));
  const byLuck = total(indices, (i) => (firstShares[i] ?? 0) * (rowMean[i] ?? 0));
  // 1 - byLuck is 0 exactly when both only ever used one and the same level.
  if (n === 0 || 1 - byLuck < 1e-12) return { n, kappa: null, standardError: null, observed, byLuck };
  const kappa = (observed - byLuck) / (1 - byLuck);
  if (n < 2) return { n, kappa, standardError: null, observed, byLuck };
  const spread = total(indices, (i) =>
    total(indices, (j) => {
      const pull = weight(i, j) - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa);
      return share(i, j) * pull * pull;
    }),
  );
  const variance = (spread - (kappa - byLuck * (1 - kappa)) ** 2) / (n * (1 - byLuck) ** 2);
  // Rounding can leave ±1e-18 where the formula is exactly 0 (perfect agreement, one constant rater).
  return { n, kappa, standardError: variance < 1e-16 ? 0 : Math.sqrt(variance), observed, byLuck };
}

function weightOf(weights: KappaWeights, distance: number, largest: number): number {
  if (weights === 'none') return distance === 0 ? 1 : 0;
  return weights === 'linear' ? 1 - distance / largest : 1 - (distance / largest) ** 2;
}

function total(indices: readonly number[], term: (index: number) => number): number {
  return indices.reduce((sum, index) => sum + term(index), 0);
}
