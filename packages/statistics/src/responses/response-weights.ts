/**
 * Survey answers weighted back to everybody who was asked.
 *
 * Use: customers who answer differ from those who do not. A model of "answered" on what is known for ALL conversations
 * gives each answer the weight 1/chance. It repairs only what those columns see; show the raw rate beside it, and the
 * worst-case bounds.
 * Formula: weights 1/max(chance, .05); weighted mean; linearised error n/(n-1) Σ (w (y - ȳ))²/(Σ w)²; Kish's effective n
 * (Σ w)²/Σ w².
 * Source: Little & Rubin, Statistical Analysis with Missing Data, ch. 3; R survey::svymean, svyglm.
 * Example: `worstCaseBounds({ asked: 600, answered: 180, yes: 153 })` → 0.255, 0.955
 */
import { Matrix } from 'ml-matrix';
import type { EstimateReason } from '../estimate.ts';
import { fitLogisticModel } from '../regression/logistic-model.ts';
import { sumOf } from '../sums.ts';

export interface ResponseWeights {
  coefficients: number[] | null;
  /** Per row; 0 where nobody answered. All 1 among the answers when the model has no answer. */
  weights: number[];
  largest: number;
  /** How many plain answers the weighted ones are worth. */
  kishN: number;
  reason?: EstimateReason;
}

export const leastChance = 0.05;

/** @param columns known for every conversation, a 1 for the intercept included */
export function weighResponses(columns: readonly (readonly number[])[], answered: readonly boolean[]): ResponseWeights {
  const { coefficients, chances, reason } = fitLogisticModel(
    columns,
    answered.map((one) => (one ? 1 : 0)),
  );
  const weights = answered.map((one, row) => {
    if (!one) return 0;
    return coefficients === null ? 1 : 1 / Math.max(leastChance, chances[row] ?? 1);
  });
  return {
    coefficients,
    weights,
    largest: weights.reduce((most, weight) => Math.max(most, weight), 0),
    kishN: kishNumber(weights),
    ...(reason ? { reason } : {}),
  };
}

export function kishNumber(weights: readonly number[]): number {
  const squares = sumOf(weights.map((weight) => weight * weight));
  return squares > 0 ? sumOf(weights) ** 2 / squares : 0;
}

export interface WeightedMean {
  mean: number;
  standardError: number;
  n: number;
}

/** Null with fewer than two weighted rows. */
export function weightedMean(values: readonly number[], weights: readonly number[]): WeightedMean | null {
  const rows = values.flatMap((value, row) => {
    const weight = weights[row] ?? 0;
    return weight > 0 ? [{ value, weight }] : [];
  });
  const n = rows.length;
  if (n < 2) return null;
  const total = sumOf(rows.map(({ weight }) => weight));
  const mean = sumOf(rows.map(({ value, weight }) => weight * value)) / total;
  const squares = sumOf(rows.map(({ value, weight }) => (weight * (value - mean)) ** 2));
  return { mean, standardError: Math.sqrt((n / (n - 1)) * squares) / total, n };
}

/** Weighted logistic model with linearised (sandwich) errors; null where it has no answer. */
export function weightedLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  weights: readonly number[],
): { coefficients: number[]; standardErrors: number[] } | null {
  const { coefficients, covariance, chances } = fitLogisticModel(rows, outcomes, weights);
  if (coefficients === null || !covariance) return null;
  const n = rows.length;
  const pulls = new Matrix(
    rows.map((row, place) =>
      row.map((value) => value * (weights[place] ?? 0) * ((outcomes[place] ?? 0) - (chances[place] ?? 0))),
    ),
  );
  const meat = pulls
    .transpose()
    .mmul(pulls)
    .mul(n / (n - 1));
  const standardErrors = covariance.mmul(meat).mmul(covariance).diagonal().map(Math.sqrt);
  return { coefficients, standardErrors };
}

/** Share of yes among everybody asked, if all who did not answer had said no, or all yes: [r s, r s + 1 - r]. */
export function worstCaseBounds({
  asked,
  answered,
  yes,
}: {
  asked: number;
  answered: number;
  yes: number;
}): [number, number] | null {
  if (!(asked > 0) || answered > asked || yes > answered) return null;
  return [yes / asked, (yes + asked - answered) / asked];
}
