/**
 * CR2 errors from each agent's sums of products alone, for few agents.
 *
 * Use: the driver regression, where rows are many and agents few. Gives what `clusterRobust` gives, without the rows:
 * the adjustment (I - H_jj)^(-1/2) acts inside the span of the agent's columns, so it can be taken in their space.
 * Formula: M_j = X_j'X_j, f_j = M_j^½ B M_j^½ = V Λ V'; adjusted weights X_j M_j^(-½) V (1-Λ)^(-½) V' M_j^½ B c.
 * Source: Pustejovsky & Tipton 2018, https://doi.org/10.1080/07350015.2016.1247004
 */
import { EigenvalueDecomposition, Matrix, pseudoInverse } from 'ml-matrix';
import { dot } from './linear-model.ts';

export interface AgentSums {
  /** X'WX of the agent: its lower triangle, row by row. */
  inner: ArrayLike<number>;
  /** X'Wy of the agent. */
  cross: ArrayLike<number>;
}

export interface SumsError {
  error: number;
  /** Satterthwaite's degrees of freedom. */
  freedom: number;
}

/** Errors of the first `wanted` coefficients; null where one has no spread left. */
export function clusterRobustFromSums(
  agents: readonly AgentSums[],
  width: number,
  wanted: number,
): (SumsError | null)[] {
  const inners = agents.map(({ inner }) => asMatrix(inner, width));
  const total = inners.reduce((sum, inner) => sum.add(inner), Matrix.zeros(width, width));
  const bread = pseudoInverse(total, 1e-9);
  const crosses = agents.map(({ cross }) => Array.from(cross));
  const coefficients = bread
    .mmul(Matrix.columnVector(crosses.reduce((sum, cross) => sum.map((value, k) => value + (cross[k] ?? 0)))))
    .to1DArray();
  const adjustments = inners.map((inner) => adjustmentOf(inner, bread));
  const pulls = inners.map((inner, place) => {
    const fitted = inner.mmul(Matrix.columnVector(coefficients)).to1DArray();
    return (crosses[place] ?? []).map((value, k) => value - (fitted[k] ?? 0));
  });
  return Array.from({ length: wanted }, (_, coefficient) => {
    const contrast = Matrix.columnVector(bread.getRow(coefficient));
    const weights = adjustments.map((adjustment) => adjustment.mmul(contrast).to1DArray());
    const squares = weights.reduce((sum, weight, place) => sum + dot(weight, pulls[place] ?? []) ** 2, 0);
    const images = inners.map((inner, place) => inner.mmul(Matrix.columnVector(weights[place] ?? [])).to1DArray());
    const freedom = satterthwaite(weights, images, bread);
    return squares > 0 && freedom > 0 ? { error: Math.sqrt(squares), freedom } : null;
  });
}

function adjustmentOf(inner: Matrix, bread: Matrix): Matrix {
  const own = new EigenvalueDecomposition(inner, { assumeSymmetric: true });
  const largest = Math.max(...own.realEigenvalues, 0);
  const roots = own.realEigenvalues.map((value) => (value > 1e-10 * largest ? Math.sqrt(value) : 0));
  const spanOf = (factors: readonly number[]) =>
    own.eigenvectorMatrix.mmul(Matrix.diag([...factors])).mmul(own.eigenvectorMatrix.transpose());
  const root = spanOf(roots);
  const back = spanOf(roots.map((value) => (value > 0 ? 1 / value : 0)));
  const hat = root.mmul(bread).mmul(root);
  const turned = new EigenvalueDecomposition(hat, { assumeSymmetric: true });
  const factors = turned.realEigenvalues.map((value) => (1 - value > 1e-10 ? 1 / Math.sqrt(1 - value) : 0));
  const middle = turned.eigenvectorMatrix.mmul(Matrix.diag(factors)).mmul(turned.eigenvectorMatrix.transpose());
  return back.mmul(middle).mmul(root);
}

function satterthwaite(weights: readonly number[][], images: readonly number[][], bread: Matrix): number {
  const through = images.map((image) => bread.mmul(Matrix.columnVector(image)).to1DArray());
  let trace = 0;
  let square = 0;
  for (const [place, image] of images.entries()) {
    const own = dot(weights[place] ?? [], image) - dot(image, through[place] ?? []);
    trace += own;
    for (const [other, column] of through.entries()) {
      square += place === other ? own ** 2 : dot(image, column) ** 2;
    }
  }
  return square > 0 ? trace ** 2 / square : 0;
}

function asMatrix(values: ArrayLike<number>, width: number): Matrix {
  return new Matrix(
    Array.from({ length: width }, (_, row) =>
      Array.from({ length: width }, (_, column) => {
        const [large, small] = row >= column ? [row, column] : [column, row];
        return values[(large * (large + 1)) / 2 + small] ?? 0;
      }),
    ),
  );
}
