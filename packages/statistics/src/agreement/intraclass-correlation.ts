/**
 * Intraclass correlation: how much of the spread of 0-100 scores is about the items, not about who scored them.
 *
 * Use: several raters score the same items, no gaps. `icc21` (two-way random, absolute agreement, one rater) is the one
 * to show; the others are there to compare with other software.
 * Formula: mean squares of the two-way analysis of variance, F-based intervals.
 * Source: Shrout & Fleiss 1979, https://doi.org/10.1037/0033-2909.86.2.420; McGraw & Wong 1996.
 * Example: `intraclassCorrelations([[9, 2], [6, 1], [8, 4], [7, 1], [10, 5], [6, 2]])?.icc31.value` → 0.7453
 */
import { fQuantile } from '../distributions/f-distribution.ts';
import {
  clipInterval,
  defaultLevel,
  type Estimate,
  estimateOf,
  type Interval,
  innerLevel,
  refuse,
} from '../estimate.ts';
import { meanOf, sumOf } from '../sums.ts';

export const iccForms = ['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k'] as const;
export type IccForm = (typeof iccForms)[number];

export interface IntraclassCorrelation {
  value: number;
  lower: number;
  upper: number;
  /** F statistic of "the items do not differ". */
  f: number;
}

/** ICC(2,1) as an estimate; the rows are items, the columns raters. */
export function estimateIntraclassCorrelation(ratings: readonly (readonly number[])[], level = defaultLevel): Estimate {
  const method = 'icc-2-1';
  const n = ratings.length;
  if (n === 0) return refuse('no_data', { n, method, level });
  if ((ratings[0]?.length ?? 0) < 2) return refuse('one_rater', { n, method, level });
  if (n < 3) return refuse('too_few_reviews', { n, method, level });
  const outer = intraclassCorrelations(ratings, level)?.icc21;
  const inner = intraclassCorrelations(ratings, innerLevel)?.icc21;
  if (!outer || !inner) return refuse('no_variation', { n, method, level });
  const bounded = (interval: Interval) => clipInterval(interval, -1, 1);
  return estimateOf({ value: outer.value, interval: bounded(outer), inner: bounded(inner), level, n, method });
}

/**
 * All six forms; null when there are fewer than two items or raters, or when raters differ only by constants (no
 * residual spread: the F ratios do not exist).
 */
export function intraclassCorrelations(
  ratings: readonly (readonly number[])[],
  level = defaultLevel,
): Record<IccForm, IntraclassCorrelation> | null {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  if (ratings.some((row) => row.length !== k)) throw new RangeError('every item needs a score from every rater');
  const { items, within, raters, residual } = meanSquares(ratings, n, k);
  if (residual <= 1e-12 * (items + within)) return null;
  const high = (1 + level) / 2;
  const one = items / within;
  const three = items / residual;
  const oneEnds = {
    lower: one / fQuantile(high, n - 1, n * (k - 1)),
    upper: one * fQuantile(high, n * (k - 1), n - 1),
  };
  const threeEnds = {
    lower: three / fQuantile(high, n - 1, (n - 1) * (k - 1)),
    upper: three * fQuantile(high, (n - 1) * (k - 1), n - 1),
  };
  const single = (f: number) => (f - 1) / (f + k - 1);
  const averaged = (f: number) => 1 - 1 / f;
  const icc21 = (items - residual) / (items + (k - 1) * residual + (k * (raters - residual)) / n);
  const twoEnds = absoluteEnds({ items, raters, residual, icc21, n, k, high });
  const stepUp = (icc: number) => (icc * k) / (1 + icc * (k - 1));
  return {
    icc11: { value: single(one), ...mapEnds(oneEnds, single), f: one },
    icc21: { value: icc21, ...twoEnds, f: three },
    icc31: { value: single(three), ...mapEnds(threeEnds, single), f: three },
    icc1k: { value: averaged(one), ...mapEnds(oneEnds, averaged), f: one },
    icc2k: { value: (items - residual) / (items + (raters - residual) / n), ...mapEnds(twoEnds, stepUp), f: three },
    icc3k: { value: averaged(three), ...mapEnds(threeEnds, averaged), f: three },
  };
}

function mapEnds({ lower, upper }: Interval, change: (end: number) => number): Interval {
  return { lower: change(lower), upper: change(upper) };
}

interface AbsoluteQuestion {
  items: number;
  raters: number;
  residual: number;
  icc21: number;
  n: number;
  k: number;
  high: number;
}

/** Satterthwaite's interval of ICC(2,1), as given by Shrout & Fleiss. */
function absoluteEnds({ items, raters, residual, icc21, n, k, high }: AbsoluteQuestion): Interval {
  const raterF = raters / residual;
  const common = n * (1 + (k - 1) * icc21) - k * icc21;
  const top = (k - 1) * (n - 1) * (k * icc21 * raterF + common) ** 2;
  const freedom = top / ((n - 1) * k ** 2 * icc21 ** 2 * raterF ** 2 + common ** 2);
  const down = fQuantile(high, n - 1, freedom);
  const up = fQuantile(high, freedom, n - 1);
  const spread = k * raters + (k * n - k - n) * residual;
  return {
    lower: (n * (items - down * residual)) / (down * spread + n * items),
    upper: (n * (up * items - residual)) / (spread + n * up * items),
  };
}

function meanSquares(ratings: readonly (readonly number[])[], n: number, k: number) {
  const rows = ratings.map(meanOf);
  const columns = Array.from({ length: k }, (_, column) => meanOf(ratings.map((row) => row[column] ?? 0)));
  const grand = meanOf(rows);
  const between = k * sumOf(rows.map((mean) => (mean - grand) ** 2));
  const acrossRaters = n * sumOf(columns.map((mean) => (mean - grand) ** 2));
  const inside = sumOf(ratings.map((row, item) => sumOf(row.map((score) => (score - (rows[item] ?? 0)) ** 2))));
  return {
    items: between / (n - 1),
    within: inside / (n * (k - 1)),
    raters: acrossRaters / (k - 1),
    residual: (inside - acrossRaters) / ((n - 1) * (k - 1)),
  };
}
