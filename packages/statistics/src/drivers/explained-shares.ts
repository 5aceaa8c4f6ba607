/**
 * LMG: how the explained differences in an outcome divide among the qualities.
 *
 * Use: one number per quality that sums to R². Up to 15 qualities; beyond that `relativeWeights`.
 * Method: R² of all 2^p subsets from the correlation matrix, growing a Cholesky factor one column at a time, then Shapley
 * shares. A column that is a sum of the others in a subset adds nothing there, so exact copies divide the credit.
 * Source: Grömping 2006, https://doi.org/10.18637/jss.v017.i01 (R relaimpo, `lmg`).
 * Example: `explainedShares({ correlations: [[1, 0.5], [0.5, 1]], withOutcome: [0.6, 0.3] }).shares` → 0.315, 0.045
 */
import { type ShapleyShares, shapleyShares } from './shapley-shares.ts';

export interface CorrelationQuestion {
  /** Between the columns. */
  correlations: readonly (readonly number[])[];
  /** Of each column with the outcome. */
  withOutcome: readonly number[];
}

export interface ExplainedShares extends ShapleyShares {
  r2: number;
}

export const mostColumns = 15;

/** @throws RangeError above 20 columns: a million subsets is where waiting stops being reasonable. */
export function explainedShares(question: CorrelationQuestion): ExplainedShares {
  if (question.withOutcome.length > 20) throw new RangeError('LMG is for at most 20 columns');
  const fits = fitsOfSubsets(question);
  return { ...shapleyShares(fits), r2: fits[fits.length - 1] ?? 0 };
}

function fitsOfSubsets({ correlations, withOutcome }: CorrelationQuestion): Float64Array {
  const count = withOutcome.length;
  const flat = Float64Array.from(correlations.flat());
  const outcome = Float64Array.from(withOutcome);
  const fits = new Float64Array(2 ** count);
  const factor = new Float64Array(count * count);
  const pulls = new Float64Array(count);
  const chosen = new Uint8Array(count);

  function visit(next: number, depth: number, mask: number, fit: number): void {
    for (let column = next; column < count; column += 1) {
      const row = depth * count;
      let pivot = flat[column * count + column] ?? 0;
      let pull = outcome[column] ?? 0;
      for (let earlier = 0; earlier < depth; earlier += 1) {
        const start = earlier * count;
        let value = flat[column * count + (chosen[earlier] ?? 0)] ?? 0;
        for (let place = 0; place < earlier; place += 1) {
          value -= (factor[row + place] ?? 0) * (factor[start + place] ?? 0);
        }
        value /= factor[start + earlier] ?? 1;
        factor[row + earlier] = value;
        pivot -= value * value;
        pull -= value * (pulls[earlier] ?? 0);
      }
      const grown = mask | (1 << column);
      if (pivot > 1e-9) {
        const root = Math.sqrt(pivot);
        factor[row + depth] = root;
        pulls[depth] = pull / root;
        chosen[depth] = column;
        const better = fit + (pull * pull) / pivot;
        fits[grown] = better;
        visit(column + 1, depth + 1, grown, better);
      } else {
        fits[grown] = fit;
        visit(column + 1, depth, grown, fit);
      }
    }
  }

  visit(0, 0, 0, 0);
  return fits;
}
