/**
 * Gwet's AC1: agreement beyond luck that keeps its head when nearly everything passes.
 *
 * Use: beside kappa when one level holds over 80% of the ratings (94% agreement can have kappa .37 and AC1 .93).
 * Formula: (po - pe)/(1 - pe), pe = Σ π_k(1 - π_k)/(K - 1), π_k mean share of level k, K declared levels. The range is
 * that of the agreement (Wilson) with luck held fixed.
 * Source: Gwet 2008, https://doi.org/10.1348/000711006X126600
 * Example: `gwetAc1({ levels: [1, 2], first: [1, 1], second: [1, 1] })` → 1
 */
import { clipInterval, defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { wilsonInterval } from '../proportions/wilson-interval.ts';
import { agreementShare, countRatingTable, type PairedRatings, type RatingTable } from './rating-table.ts';

/** Null without items, or when only one level is declared. */
export function gwetAc1(ratings: PairedRatings): number | null {
  const table = countRatingTable(ratings);
  const byLuck = luckOf(table);
  return byLuck === null ? null : (agreementShare(table) - byLuck) / (1 - byLuck);
}

export function estimateGwetAc1(ratings: PairedRatings, level = defaultLevel): Estimate {
  const method = 'gwet-ac1';
  const table = countRatingTable(ratings);
  const byLuck = luckOf(table);
  if (byLuck === null) return refuse(table.n === 0 ? 'no_data' : 'no_variation', { n: table.n, method, level });
  const rate = Math.min(1, agreementShare(table));
  const lift = (agreement: number) => (agreement - byLuck) / (1 - byLuck);
  const intervalAt = (wanted: number) => {
    const { lower, upper } = wilsonInterval({ rate, n: table.n, level: wanted });
    return clipInterval({ lower: lift(lower), upper: lift(upper) }, -1, 1);
  };
  const parts = { value: lift(rate), interval: intervalAt(level), inner: intervalAt(innerLevel) };
  return estimateOf({ ...parts, level, n: table.n, method });
}

function luckOf({ n, levels, firstShares, secondShares }: RatingTable): number | null {
  if (n === 0 || levels < 2) return null;
  let luck = 0;
  for (const [index, share] of firstShares.entries()) {
    const mean = (share + (secondShares[index] ?? 0)) / 2;
    luck += (mean * (1 - mean)) / (levels - 1);
  }
  return luck;
}
