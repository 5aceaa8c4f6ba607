/**
 * What a logistic model says in chances instead of log odds.
 *
 * Use: the check on the linear slopes of a yes-or-no outcome.
 * Formula: average marginal effect = mean of p(1-p) times the coefficient; gain of one standard deviation = mean of
 * p(line + b sd) - p(line); McFadden 1 - L/L0; Tjur = mean p of the yes minus mean p of the no; clustered errors by the
 * sandwich with G/(G-1); shares of the McFadden fit by Shapley.
 * Source: Cameron & Miller 2015, https://doi.org/10.3368/jhr.50.2.317; Tjur 2009; Azen & Traxel 2009.
 * Example: `tjur([0.9, 0.4, 0.1], [1, 1, 0])` → 0.55
 */
import { Matrix } from 'ml-matrix';
import { dot } from '../regression/linear-model.ts';
import { fitLogisticModel, type LogisticModel } from '../regression/logistic-model.ts';
import { groupBy, meanOf, sumOf, varianceOf } from '../sums.ts';
import { shapleyShares } from './shapley-shares.ts';

export interface LogisticEffects {
  logLikelihood: number;
  mcfadden: number;
  tjur: number;
  /** Per column without the intercept. */
  marginal: number[];
  gainOfOneDeviation: number[];
}

/** @param rows columns without the intercept */
export function describeLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
): { model: LogisticModel; effects: LogisticEffects | null } {
  const design = rows.map((row) => [1, ...row]);
  const model = fitLogisticModel(design, outcomes);
  const { coefficients, chances } = model;
  if (coefficients === null) return { model, effects: null };
  const slope = meanOf(chances.map((chance) => chance * (1 - chance)));
  const logLikelihood = likelihoodOf(chances, outcomes);
  const effects: LogisticEffects = {
    logLikelihood,
    mcfadden: 1 - logLikelihood / nullLikelihood(outcomes),
    tjur: tjur(chances, outcomes),
    marginal: coefficients.slice(1).map((coefficient) => coefficient * slope),
    gainOfOneDeviation: coefficients.slice(1).map((coefficient, column) => {
      const step = coefficient * Math.sqrt(varianceOf(rows.map((row) => row[column] ?? 0)));
      const shifted = design.map((row) => 1 / (1 + Math.exp(-(dot(row, coefficients) + step))));
      return meanOf(shifted) - meanOf(chances);
    }),
  };
  return { model, effects };
}

/** Errors for rows that come in bunches: G/(G-1) times the sandwich, as R's vcovCL for a glm. */
export function clusteredLogisticErrors(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  clusters: readonly (string | number)[],
): number[] | null {
  const design = rows.map((row) => [1, ...row]);
  const { covariance, chances } = fitLogisticModel(design, outcomes);
  if (!covariance) return null;
  const width = design[0]?.length ?? 0;
  const bunches = [...groupBy(clusters.keys(), (place) => clusters[place] ?? '').values()];
  const meat = Matrix.zeros(width, width);
  for (const bunch of bunches) {
    const pull = Matrix.columnVector(
      Array.from({ length: width }, (_, column) =>
        sumOf(bunch.map((place) => (design[place]?.[column] ?? 0) * ((outcomes[place] ?? 0) - (chances[place] ?? 0)))),
      ),
    );
    meat.add(pull.mmul(pull.transpose()));
  }
  const factor = bunches.length / (bunches.length - 1);
  return covariance
    .mmul(meat)
    .mmul(covariance)
    .diagonal()
    .map((variance) => Math.sqrt(factor * variance));
}

/** Shapley shares of McFadden's fit; null where a subset has no answer. At most 12 columns: every subset is a fit. */
export function logisticShares(rows: readonly (readonly number[])[], outcomes: readonly number[]): number[] | null {
  const width = rows[0]?.length ?? 0;
  if (width > 12) throw new RangeError('shares of a logistic fit are for at most 12 columns');
  const least = nullLikelihood(outcomes);
  const fits = [0];
  for (let mask = 1; mask < 2 ** width; mask += 1) {
    const subset = rows.map((row) => [1, ...row.filter((_, column) => mask & (1 << column))]);
    const { coefficients, chances } = fitLogisticModel(subset, outcomes);
    if (coefficients === null) return null;
    fits.push(1 - likelihoodOf(chances, outcomes) / least);
  }
  return shapleyShares(fits).shares;
}

export function tjur(chances: readonly number[], outcomes: readonly number[]): number {
  const of = (wanted: number) => meanOf(chances.filter((_, place) => outcomes[place] === wanted));
  return of(1) - of(0);
}

function likelihoodOf(chances: readonly number[], outcomes: readonly number[]): number {
  return sumOf(chances.map((chance, place) => Math.log(outcomes[place] === 1 ? chance : 1 - chance)));
}

function nullLikelihood(outcomes: readonly number[]): number {
  const rate = meanOf(outcomes);
  return likelihoodOf(new Array<number>(outcomes.length).fill(rate), outcomes);
}
