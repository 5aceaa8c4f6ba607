/**
 * Proportional odds: a rating of several levels explained by columns.
 *
 * Use: the second view on satisfaction, when yes or no throws too much away.
 * Formula: logit P(Y <= j) = θ_j - x'β, by Newton's method with halved steps; errors from the observed information.
 * Source: McCullagh 1980; R ordinal::clm.
 * Example: `fitOrdinalModel([[0], [1], [0], [1]], [1, 1, 2, 2])?.slopes` → 0
 */
import { inverse, Matrix } from 'ml-matrix';
import { dot } from './linear-model.ts';

export interface OrdinalModel {
  levels: number[];
  slopes: number[];
  thresholds: number[];
  /** Of the slopes, then of the thresholds. */
  standardErrors: number[];
  logLikelihood: number;
  /** Chance of each level, per row. */
  chances: number[][];
}

/** Null with a single level, columns that cannot be told apart, or slopes that run away (separated). */
export function fitOrdinalModel(rows: readonly (readonly number[])[], ratings: readonly number[]): OrdinalModel | null {
  const levels = [...new Set(ratings)].sort((one, two) => one - two);
  const width = rows[0]?.length ?? 0;
  const cuts = levels.length - 1;
  if (cuts < 1 || rows.length <= width + cuts) return null;
  const places = ratings.map((rating) => levels.indexOf(rating));
  let point = [...new Array<number>(width).fill(0), ...startingCuts(places, cuts)];
  let fit = evaluate(rows, places, point, width);
  for (let step = 0; step < 200; step += 1) {
    const covariance = tryInverse(fit.information);
    if (!covariance) return null;
    const move = covariance.mmul(Matrix.columnVector(fit.score)).to1DArray();
    const size = Math.max(...move.map(Math.abs));
    if (size < 1e-10) return describe(rows, { levels, width, point, fit, covariance });
    let length = 1;
    for (;;) {
      const tried = point.map((value, place) => value + length * (move[place] ?? 0));
      const next = evaluate(rows, places, tried, width);
      if (next.logLikelihood >= fit.logLikelihood - 1e-12 || length < 1e-6) {
        [point, fit] = [tried, next];
        break;
      }
      length /= 2;
    }
    if (Math.max(...point.map(Math.abs)) > 1e6) return null;
  }
  return null;
}

interface Fit {
  logLikelihood: number;
  score: number[];
  information: Matrix;
}

function evaluate(
  rows: readonly (readonly number[])[],
  places: readonly number[],
  point: readonly number[],
  width: number,
): Fit {
  const slopes = point.slice(0, width);
  const cuts = point.slice(width);
  const score = new Array<number>(point.length).fill(0);
  const information = Matrix.zeros(point.length, point.length);
  let logLikelihood = 0;
  for (const [index, row] of rows.entries()) {
    const place = places[index] ?? 0;
    const line = dot(row, slopes);
    const upper = side(cuts[place], line);
    const lower = side(cuts[place - 1], line, 0);
    const chance = Math.max(upper.share - lower.share, 1e-300);
    logLikelihood += Math.log(chance);
    const pulls = [
      { cut: place, first: upper.density / chance, own: upper.bend / chance - (upper.density / chance) ** 2 },
      { cut: place - 1, first: -lower.density / chance, own: -lower.bend / chance - (lower.density / chance) ** 2 },
    ].filter(({ cut }) => cut >= 0 && cut < cuts.length);
    const cross = (upper.density * lower.density) / chance ** 2;
    for (const one of pulls) {
      const direction = directionOf(row, width, one.cut, point.length);
      addScaled(score, direction, one.first);
      addOuter(information, direction, direction, -one.own);
      for (const two of pulls) {
        if (two.cut !== one.cut)
          addOuter(information, direction, directionOf(row, width, two.cut, point.length), -cross);
      }
    }
  }
  return { logLikelihood, score, information };
}

/** Share below the cut, its density and the density's slope; a missing cut lies at an end. */
function side(cut: number | undefined, line: number, end = 1): { share: number; density: number; bend: number } {
  if (cut === undefined) return { share: end, density: 0, bend: 0 };
  const share = 1 / (1 + Math.exp(line - cut));
  const density = share * (1 - share);
  return { share, density, bend: density * (1 - 2 * share) };
}

function directionOf(row: readonly number[], width: number, cut: number, length: number): number[] {
  const direction = new Array<number>(length).fill(0);
  for (const [column, value] of row.entries()) direction[column] = -value;
  direction[width + cut] = 1;
  return direction;
}

function addScaled(total: number[], direction: readonly number[], factor: number): void {
  for (const [place, value] of direction.entries()) total[place] = (total[place] ?? 0) + factor * value;
}

function addOuter(total: Matrix, one: readonly number[], two: readonly number[], factor: number): void {
  for (const [i, a] of one.entries()) {
    if (a === 0) continue;
    for (const [j, b] of two.entries()) if (b !== 0) total.set(i, j, total.get(i, j) + factor * a * b);
  }
}

function startingCuts(places: readonly number[], cuts: number): number[] {
  return Array.from({ length: cuts }, (_, cut) => {
    const share = places.filter((place) => place <= cut).length / places.length;
    return Math.log(share / (1 - share));
  });
}

function tryInverse(matrix: Matrix): Matrix | null {
  try {
    const covariance = inverse(matrix);
    return covariance.diagonal().every((value) => value > 0 && value < 1e10) ? covariance : null;
  } catch {
    return null;
  }
}

interface Found {
  levels: number[];
  width: number;
  point: number[];
  fit: Fit;
  covariance: Matrix;
}

function describe(
  rows: readonly (readonly number[])[],
  { levels, width, point, fit, covariance }: Found,
): OrdinalModel {
  const slopes = point.slice(0, width);
  const thresholds = point.slice(width);
  const chances = rows.map((row) => {
    const line = dot(row, slopes);
    return levels.map((_, place) => side(thresholds[place], line).share - side(thresholds[place - 1], line, 0).share);
  });
  const standardErrors = covariance.diagonal().map(Math.sqrt);
  return { levels, slopes, thresholds, standardErrors, logLikelihood: fit.logLikelihood, chances };
}
