/**
 * Fleiss' kappa: agreement beyond luck when every item has the same number of ratings, whoever gave them.
 *
 * Use: a fixed panel size. With gaps or different numbers of ratings use Krippendorff's alpha.
 * Formula: P_i = (Σ n_ik² - m)/(m(m-1)); (mean P_i - Σ p_k²)/(1 - Σ p_k²).
 * Source: Fleiss 1971, https://doi.org/10.1037/h0031619
 * Example: `fleissKappa([[3, 0], [0, 3]])` → 1
 */

/**
 * @param counts counts[item][level]: how many raters gave that level
 * @returns null without items, with fewer than two ratings per item, or when only one level was ever used
 * @throws RangeError when items have different numbers of ratings
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | null {
  const sizes = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const ratings = sizes[0];
  if (ratings === undefined || ratings < 2) return null;
  if (sizes.some((size) => size !== ratings)) throw new RangeError('every item needs the same number of ratings');
  const levelTotals: number[] = [];
  let agreement = 0;
  for (const row of counts) {
    let squares = 0;
    for (const [level, count] of row.entries()) {
      squares += count * count;
      levelTotals[level] = (levelTotals[level] ?? 0) + count;
    }
    agreement += (squares - ratings) / (ratings * (ratings - 1)) / counts.length;
  }
  const all = ratings * counts.length;
  const luck = levelTotals.reduce((sum, total) => sum + (total / all) ** 2, 0);
  return 1 - luck < 1e-12 ? null : (agreement - luck) / (1 - luck);
}
