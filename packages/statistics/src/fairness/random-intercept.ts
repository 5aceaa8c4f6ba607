/**
 * Agents' own level on a 0-100 score, with the case mix taken out and pulled towards the team as luck demands.
 *
 * Use: fair comparison of mean scores; the shrunken intercept and its conditional standard deviation.
 * Method: linear model with one random intercept per agent, REML. For a given ratio θ of the deviations the rest is
 * least squares on quasi-demeaned rows (y - c_j ȳ_j, c_j = 1 - 1/√(1 + n_jθ²)), so only θ is searched.
 * Source: Bates et al. 2015 (lme4), https://doi.org/10.18637/jss.v067.i01
 * Example: `fitRandomIntercept({ agents: [1, 1], scores: [1, 2], columns: [[1], [1]] })` → null
 */
import { determinant, Matrix } from 'ml-matrix';
import { fitLinearModel } from '../regression/linear-model.ts';
import { groupBy, meanOf, sumOf } from '../sums.ts';
import { goldenMaximum } from './beta-binomial.ts';

export interface RandomInterceptQuestion {
  agents: readonly (string | number)[];
  scores: readonly number[];
  /** Case-mix columns per conversation, a 1 for the intercept included. */
  columns: readonly (readonly number[])[];
}

export interface RandomIntercept {
  coefficients: number[];
  standardErrors: number[];
  varianceBetween: number;
  varianceWithin: number;
  /** Above or below the team with the same work, in points. */
  agents: { agent: string | number; n: number; effect: number; deviation: number }[];
  criterion: number;
}

/** Null with fewer than two agents, or columns that cannot be told apart. */
export function fitRandomIntercept({ agents, scores, columns }: RandomInterceptQuestion): RandomIntercept | null {
  const bunches = [...groupBy(agents.keys(), (row) => agents[row] ?? '')];
  if (bunches.length < 2) return null;
  const problem = { bunches: bunches.map(([, rows]) => rows), scores, columns };
  if (!fitAt(problem, 0)) return null;
  const depth = (theta: number) => -(fitAt(problem, theta)?.criterion ?? Number.POSITIVE_INFINITY);
  let high = 1;
  while (high < 1e4 && depth(2 * high) > depth(high)) high *= 2;
  const found = goldenMaximum(0, 2 * high, depth);
  const theta = depth(found) > depth(0) ? found : 0;
  const fit = fitAt(problem, theta);
  if (!fit) return null;
  const { coefficients, residualVariance: varianceWithin, standardErrors, criterion } = fit;
  const rest = scores.map(
    (score, row) => score - sumOf((columns[row] ?? []).map((value, k) => value * (coefficients[k] ?? 0))),
  );
  return {
    coefficients,
    standardErrors,
    varianceBetween: theta ** 2 * varianceWithin,
    varianceWithin,
    criterion,
    agents: bunches.map(([agent, rows]) => {
      const n = rows.length;
      const trust = (n * theta ** 2) / (1 + n * theta ** 2);
      const effect = trust * meanOf(rows.map((row) => rest[row] ?? 0));
      return { agent, n, effect, deviation: Math.sqrt((varianceWithin * theta ** 2) / (1 + n * theta ** 2)) };
    }),
  };
}

interface Problem {
  bunches: readonly number[][];
  scores: readonly number[];
  columns: readonly (readonly number[])[];
}

/** Least squares and REML criterion (minus twice the restricted log likelihood) at a given θ. */
function fitAt({ bunches, scores, columns }: Problem, theta: number) {
  const n = scores.length;
  const width = columns[0]?.length ?? 0;
  const y = [...scores];
  const x = columns.map((row) => [...row]);
  let logSpread = 0;
  for (const rows of bunches) {
    const inflation = 1 + rows.length * theta ** 2;
    const take = 1 - 1 / Math.sqrt(inflation);
    logSpread += Math.log(inflation);
    const meanScore = meanOf(rows.map((row) => scores[row] ?? 0));
    const means = Array.from({ length: width }, (_, k) => meanOf(rows.map((row) => columns[row]?.[k] ?? 0)));
    for (const row of rows) {
      y[row] = (scores[row] ?? 0) - take * meanScore;
      x[row] = means.map((mean, k) => (columns[row]?.[k] ?? 0) - take * mean);
    }
  }
  const model = fitLinearModel(x, y);
  if (!model) return null;
  const design = new Matrix(x);
  const left = n - width;
  const criterion =
    logSpread +
    Math.log(determinant(design.transpose().mmul(design))) +
    left * (1 + Math.log(2 * Math.PI * model.residualVariance));
  return { ...model, criterion };
}
