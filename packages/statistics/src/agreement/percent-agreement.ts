/**
 * Percent agreement: how often two people (or the machine and a person) give the same rating.
 *
 * Use: the first number to show, beside one that allows for luck (alpha, kappa): two people who pass 94% of everything
 * agree often without looking.
 * Formula: agreeing items / items, with Wilson's interval.
 * Example: `estimatePercentAgreement({ levels: [0, 1], first: [1, 0, 1], second: [1, 0, 0] }).value` → 0.6667
 */
import type { Estimate } from '../estimate.ts';
import { refuse } from '../estimate.ts';
import { estimateProportion } from '../proportions/estimate-proportion.ts';
import { agreementShare, countRatingTable, type PairedRatings } from './rating-table.ts';

export function estimatePercentAgreement(ratings: PairedRatings, level = 0.95): Estimate {
  const method = 'percent-agreement';
  const table = countRatingTable(ratings);
  if (table.n === 0) return refuse('no_data', { n: 0, method, level });
  const agreeing = Math.round(agreementShare(table) * table.n);
  return { ...estimateProportion({ passed: agreeing, n: table.n, level }), method };
}
