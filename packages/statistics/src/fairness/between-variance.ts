/**
 * How much agents truly differ, once the luck in each one's number is taken off (tau²).
 *
 * Use: the strength of shrinkage. Numbers y with known squared standard errors v, optionally explained by columns x.
 * Methods: `pm` Paule-Mandel (Σ w r² = J - p, the default), `dl` DerSimonian-Laird (closed form), `reml`. Floor 0.
 * Source: Paule & Mandel 1982; DerSimonian & Laird 1986; R metafor::rma, blup.
 * Example: `betweenVariance({ y: [1, 2, 9], v: [1, 1, 1] }, 'dl')` → 18.0
 */
import { determinant, inverse, Matrix } from 'ml-matrix';
import { chiSquareUpper } from '../distributions/chi-square-distribution.ts';
import { findRoot } from '../distributions/find-root.ts';
import { dot } from '../regression/linear-model.ts';
import { sumOf } from '../sums.ts';

export interface NoisyMeans {
  y: readonly number[];
  /** Squared standard error of each y. */
  v: readonly number[];
  /** Columns that explain y; a column of ones when left out. */
  x?: readonly (readonly number[])[];
}

export function betweenVariance(means: NoisyMeans, method: 'pm' | 'dl' | 'reml' = 'pm'): number {
  if (method === 'pm') return pauleMandel(means);
  return method === 'dl' ? derSimonianLaird(means) : restrictedLikelihood(means);
}

export interface Shrunken {
  tau2: number;
  coefficients: number[];
  coefficientErrors: number[];
  estimates: number[];
  standardErrors: number[];
}

/** Each mean pulled towards what its columns predict. */
export function shrinkMeans(means: NoisyMeans, tau2: number): Shrunken {
  const { y, v } = means;
  const x = columnsOf(means);
  const { coefficients, covariance } = weightedFit(means, tau2);
  const estimates: number[] = [];
  const standardErrors: number[] = [];
  for (const [agent, value] of y.entries()) {
    const row = x[agent] ?? [];
    const noise = v[agent] ?? 0;
    const trust = tau2 / (tau2 + noise);
    const line = dot(row, coefficients);
    const lineVariance = dot(row, covariance.mmul(Matrix.columnVector([...row])).to1DArray());
    estimates.push(trust * value + (1 - trust) * line);
    standardErrors.push(Math.sqrt(trust * noise + (1 - trust) ** 2 * lineVariance));
  }
  return { tau2, coefficients, coefficientErrors: covariance.diagonal().map(Math.sqrt), estimates, standardErrors };
}

/** Minus twice the restricted log likelihood of tau², up to a constant. */
export function restrictedDeviance(means: NoisyMeans, tau2: number): number {
  const { covariance } = weightedFit(means, tau2);
  const spreads = sumOf(means.v.map((noise) => Math.log(noise + tau2)));
  return spreads - Math.log(determinant(covariance)) + weightedSquares(means, tau2);
}

/** Cochran's Q: do the means differ beyond their standard errors? `i2` is the share of spread that is not luck. */
export function heterogeneity(means: NoisyMeans): { q: number; p: number; i2: number } {
  const freedom = means.y.length - (columnsOf(means)[0]?.length ?? 0);
  const q = weightedSquares(means, 0);
  return { q, p: chiSquareUpper(q, freedom), i2: q > freedom ? (100 * (q - freedom)) / q : 0 };
}

function pauleMandel(means: NoisyMeans): number {
  const freedom = means.y.length - (columnsOf(means)[0]?.length ?? 0);
  if (freedom <= 0 || weightedSquares(means, 0) <= freedom) return 0;
  let high = 1e-6;
  while (weightedSquares(means, high) > freedom) high *= 4;
  return findRoot({ low: 0, high, valueAt: (tau2) => weightedSquares(means, tau2) - freedom });
}

/** Without columns only. */
function derSimonianLaird(means: NoisyMeans): number {
  const weights = means.v.map((noise) => 1 / noise);
  const total = sumOf(weights);
  const scale = total - sumOf(weights.map((weight) => weight * weight)) / total;
  return Math.max(0, (weightedSquares({ y: means.y, v: means.v }, 0) - (means.y.length - 1)) / scale);
}

/** Fisher scoring: tau² += (y'PPy - tr P)/tr(PP). */
function restrictedLikelihood(means: NoisyMeans): number {
  const y = Matrix.columnVector([...means.y]);
  let tau2 = derSimonianLaird(means);
  for (let step = 0; step < 200; step += 1) {
    const p = projection(means, tau2);
    const py = p.mmul(y);
    const square = p.mmul(p);
    const move = (py.dot(py) - p.trace()) / square.trace();
    const next = Math.max(0, tau2 + move);
    if (Math.abs(next - tau2) < 1e-12 * (1 + tau2)) return next;
    tau2 = next;
  }
  return tau2;
}

function projection(means: NoisyMeans, tau2: number): Matrix {
  const w = Matrix.diag(means.v.map((noise) => 1 / (noise + tau2)));
  const x = new Matrix(columnsOf(means).map((row) => [...row]));
  const wx = w.mmul(x);
  return Matrix.sub(w, wx.mmul(inverse(x.transpose().mmul(wx))).mmul(wx.transpose()));
}

function weightedSquares(means: NoisyMeans, tau2: number): number {
  const { coefficients } = weightedFit(means, tau2);
  const x = columnsOf(means);
  return sumOf(
    means.y.map((value, agent) => (value - dot(x[agent] ?? [], coefficients)) ** 2 / ((means.v[agent] ?? 0) + tau2)),
  );
}

function weightedFit(means: NoisyMeans, tau2: number): { coefficients: number[]; covariance: Matrix } {
  const x = new Matrix(columnsOf(means).map((row) => [...row]));
  const weighted = new Matrix(
    columnsOf(means).map((row, agent) => row.map((value) => value / ((means.v[agent] ?? 0) + tau2))),
  );
  const covariance = inverse(weighted.transpose().mmul(x));
  const coefficients = covariance.mmul(weighted.transpose().mmul(Matrix.columnVector([...means.y]))).to1DArray();
  return { coefficients, covariance };
}

function columnsOf({ y, x }: NoisyMeans): readonly (readonly number[])[] {
  return x ?? y.map(() => [1]);
}
