/**
 * Standard errors of a linear model whose rows come in bunches (agents), also for few of them.
 *
 * Use: beside the two-step comparison of agents and for drivers with few agents.
 * Method: HC1 = J/(J-1) (n-1)/(n-k) Σ X_j'e_j e_j'X_j. CR2 adjusts each bunch by (I - H_jj)^(-1/2) (pseudo-inverse where
 * an agent's own column makes it singular), with Satterthwaite's degrees of freedom per coefficient.
 * Source: Pustejovsky & Tipton 2018, https://doi.org/10.1080/07350015.2016.1247004; R clubSandwich.
 * Example: `fitLinearModel([[1], [1], [1]], [1, 2, 3])?.coefficients` → 2
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { groupBy, sumOf } from '../sums.ts';
import { dot, type LinearModel } from './linear-model.ts';

export interface ClusterRobust {
  hc1: number;
  cr2: number;
  /** Satterthwaite's degrees of freedom of the CR2 test. */
  freedom: number;
}

/** For one coefficient, counted from 0. */
export function clusterRobust(
  { rows, residuals, bread }: LinearModel,
  clusters: readonly (string | number)[],
  coefficient: number,
): ClusterRobust {
  const n = rows.length;
  const columns = rows[0]?.length ?? 0;
  const indices = Array.from({ length: n }, (_, index) => index);
  const bunches = [...groupBy(indices, (index) => clusters[index]).values()];
  const contrast = bread.getRow(coefficient);
  let plain = 0;
  let corrected = 0;
  const parts: { own: number; toColumns: number[] }[] = [];
  for (const bunch of bunches) {
    const x = new Matrix(bunch.map((index) => [...(rows[index] ?? [])]));
    const rest = bunch.map((index) => residuals[index] ?? 0);
    const leaning = bunch.map((index) => dot(rows[index] ?? [], contrast));
    const weight = adjust(x, bread, leaning);
    plain += dot(leaning, rest) ** 2;
    corrected += dot(weight, rest) ** 2;
    parts.push({ own: dot(weight, weight), toColumns: x.transpose().mmul(Matrix.columnVector(weight)).to1DArray() });
  }
  const count = bunches.length;
  const hc1 = Math.sqrt((count / (count - 1)) * ((n - 1) / (n - columns)) * plain);
  return { hc1, cr2: Math.sqrt(corrected), freedom: satterthwaite(parts, bread) };
}

/** (I - H_jj)^(-1/2) times the bunch's weights. */
function adjust(x: Matrix, bread: Matrix, weights: readonly number[]): number[] {
  const left = Matrix.eye(x.rows).sub(x.mmul(bread).mmul(x.transpose()));
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(left, { assumeSymmetric: true });
  const turned = eigenvectorMatrix.transpose().mmul(Matrix.columnVector([...weights]));
  const scaled = realEigenvalues.map((value, place) => (value > 1e-10 ? turned.get(place, 0) / Math.sqrt(value) : 0));
  return eigenvectorMatrix.mmul(Matrix.columnVector(scaled)).to1DArray();
}

/** (tr P)²/tr(P²), P_ij = [i = j] w_i'w_i - (X_i'w_i)' B (X_j'w_j). */
function satterthwaite(parts: readonly { own: number; toColumns: number[] }[], bread: Matrix): number {
  const through = parts.map(({ toColumns }) => bread.mmul(Matrix.columnVector(toColumns)).to1DArray());
  const diagonal = parts.map(({ own, toColumns }, place) => own - dot(toColumns, through[place] ?? []));
  let square = 0;
  for (const [place, { toColumns }] of parts.entries()) {
    for (const [other, column] of through.entries()) {
      square += place === other ? (diagonal[place] ?? 0) ** 2 : dot(toColumns, column) ** 2;
    }
  }
  return sumOf(diagonal) ** 2 / square;
}
