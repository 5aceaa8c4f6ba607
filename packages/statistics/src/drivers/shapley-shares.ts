/**
 * Shapley shares: what each of p columns adds, averaged over all orders in which they could have been added.
 *
 * Use: any measure of fit that exists for every subset of columns (R², pseudo R²). The shares sum to the fit of all.
 * A share is never a reason to act: a quality without any effect of its own gets one when it travels with one that has.
 * Formula: Σ over subsets S without k of |S|!(p-1-|S|)!/p! (fit(S + k) - fit(S)). `conditional` averages within |S|.
 * Source: Lindeman, Merenda & Gold 1980; Grömping 2006, https://doi.org/10.18637/jss.v017.i01; Azen & Budescu 2003.
 * Example: `shapleyShares([0, 0.4, 0.2, 0.5]).shares` → 0.35, 0.15
 */
export interface ShapleyShares {
  shares: number[];
  /** Row per column, one entry per number of columns that were there before it. */
  conditional: number[][];
}

/** @param fits fit of each subset; the place is the bit mask of the columns in it, so there are 2^p */
export function shapleyShares(fits: ArrayLike<number>): ShapleyShares {
  const count = Math.round(Math.log2(fits.length));
  if (2 ** count !== fits.length) throw new RangeError('one fit per subset of columns is needed');
  const sizes = new Uint8Array(fits.length);
  for (let mask = 1; mask < fits.length; mask += 1) sizes[mask] = (sizes[mask >> 1] ?? 0) + (mask & 1);
  const conditional = Array.from({ length: count }, (_, column) => {
    const bit = 1 << column;
    const gains = new Array<number>(count).fill(0);
    for (let mask = 0; mask < fits.length; mask += 1) {
      if (mask & bit) continue;
      const size = sizes[mask] ?? 0;
      gains[size] = (gains[size] ?? 0) + (fits[mask | bit] ?? 0) - (fits[mask] ?? 0);
    }
    return gains.map((gain, size) => gain / subsetsOf(count - 1, size));
  });
  return {
    shares: conditional.map((gains) => gains.reduce((sum, gain) => sum + gain, 0) / count),
    conditional,
  };
}

function subsetsOf(n: number, size: number): number {
  let ways = 1;
  for (let step = 1; step <= size; step += 1) ways = (ways * (n - step + 1)) / step;
  return ways;
}
