/**
 * Johnson's relative weights: a quick stand-in for LMG shares.
 *
 * Use: above 15 qualities. Differs from LMG by up to 2 points of a hundred, and shares its weakness: credit goes to what
 * travels together.
 * Formula: C = V D V', Λ = V √D V' (zero eigenvalues dropped); weights = Λ² (Λ⁻¹ r)², summing to R².
 * Source: Johnson 2000, https://doi.org/10.1207/S15327906MBR3501_1; warning: Thomas et al. 2014.
 * Example: `relativeWeights({ correlations: [[1, 0], [0, 1]], withOutcome: [0.6, 0.3] })` → 0.36, 0.09
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { CorrelationQuestion } from './explained-shares.ts';

export function relativeWeights({ correlations, withOutcome }: CorrelationQuestion): number[] {
  if (withOutcome.length === 0) return [];
  const matrix = new Matrix(correlations.map((row) => [...row]));
  const { eigenvectorMatrix: turned, realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const roots = realEigenvalues.map((value) => (value > 1e-10 ? Math.sqrt(value) : 0));
  const scaledBy = (factors: readonly number[]) => turned.mmul(Matrix.diag([...factors])).mmul(turned.transpose());
  const root = scaledBy(roots);
  const back = scaledBy(roots.map((value) => (value > 0 ? 1 / value : 0)));
  const pulls = back.mmul(Matrix.columnVector([...withOutcome])).to1DArray();
  return withOutcome.map((_, row) =>
    pulls.reduce((sum, pull, column) => sum + root.get(row, column) ** 2 * pull * pull, 0),
  );
}
