/**
 * Benjamini-Hochberg: of everything called "clear" on a screen, at most one in twenty by luck.
 *
 * Use: the word "clearly" is allowed where the adjusted p is below .05, adjusted over ALL p-values shown together.
 * Formula: sort p; q_(i) = min over j >= i of p_(j) m / j, at most 1.
 * Source: Benjamini & Hochberg 1995, https://doi.org/10.1111/j.2517-6161.1995.tb02031.x; Benjamini & Yekutieli 2001 for
 * `by` (any dependence). `holm` and `bonferroni` bound the chance of even one false claim.
 * Example: `adjustPValues([0.01, 0.04, 0.03])` → 0.03, 0.04, 0.04
 */
export type PAdjustment = 'bh' | 'by' | 'holm' | 'bonferroni';

/** Adjusted p-values in the order given. `null` (a refused test) stays null and does not count. */
export function adjustPValues(pValues: readonly number[], adjustment?: PAdjustment): number[];
export function adjustPValues(pValues: readonly (number | null)[], adjustment?: PAdjustment): (number | null)[];
export function adjustPValues(pValues: readonly (number | null)[], adjustment: PAdjustment = 'bh'): (number | null)[] {
  const known = pValues.flatMap((p, place) => (p === null ? [] : [{ p, place }])).sort((one, two) => one.p - two.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  const values = stepwise(
    known.map((entry) => entry.p),
    adjustment,
  );
  for (const [rank, { place }] of known.entries()) adjusted[place] = values[rank] ?? null;
  return adjusted;
}

function stepwise(sorted: readonly number[], adjustment: PAdjustment): number[] {
  const m = sorted.length;
  if (adjustment === 'bonferroni') return sorted.map((p) => Math.min(1, p * m));
  if (adjustment === 'holm') {
    let largest = 0;
    return sorted.map((p, index) => {
      largest = Math.max(largest, Math.min(1, p * (m - index)));
      return largest;
    });
  }
  const price = adjustment === 'by' ? sorted.reduce((sum, _, index) => sum + 1 / (index + 1), 0) : 1;
  const values = sorted.map((p, index) => (price * p * m) / (index + 1));
  let smallest = 1;
  return values.reduceRight<number[]>((list, value) => {
    smallest = Math.min(smallest, value);
    list.unshift(smallest);
    return list;
  }, []);
}
