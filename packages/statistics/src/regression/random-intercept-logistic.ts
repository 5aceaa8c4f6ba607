/**
 * Logistic regression with a level of its own for every agent.
 *
 * Use: a second view on a yes-or-no outcome when agents differ and are many.
 * Formula: logit P = x'β + σ u_j, u_j standard normal; the likelihood of each agent is an integral, taken at 15 nodes laid
 * around the agent's own likeliest level (adaptive Gauss-Hermite).
 * Source: Pinheiro & Bates 1995; R lme4::glmer(nAGQ = 15).
 * Example: `fitRandomInterceptLogistic({ clusters: [1, 1], rows: [[1], [1]], outcomes: [0, 1] })` → null
 */
import { findMinimum } from '../distributions/find-minimum.ts';
import { gaussHermite } from '../distributions/gauss-hermite.ts';
import { groupBy } from '../sums.ts';
import { dot } from './linear-model.ts';
import { fitLogisticModel } from './logistic-model.ts';

export interface RandomInterceptLogisticQuestion {
  clusters: readonly (string | number)[];
  /** Columns per row, a 1 for the intercept included. */
  rows: readonly (readonly number[])[];
  /** 0 or 1. */
  outcomes: readonly number[];
}

export interface RandomInterceptLogistic {
  coefficients: number[];
  varianceBetween: number;
}

const nodes = gaussHermite(15);

/** Null where the plain model has no answer (separated, collinear, constant) or there are fewer than two agents. */
export function fitRandomInterceptLogistic({
  clusters,
  rows,
  outcomes,
}: RandomInterceptLogisticQuestion): RandomInterceptLogistic | null {
  const plain = fitLogisticModel(rows, outcomes);
  const bunches = [...groupBy(clusters.keys(), (place) => clusters[place] ?? '').values()];
  if (plain.coefficients === null || bunches.length < 2) return null;
  const deviance = (point: readonly number[]): number => {
    const coefficients = point.slice(0, -1);
    const spread = point.at(-1) ?? 0;
    const lines = rows.map((row) => dot(row, coefficients));
    let total = 0;
    for (const bunch of bunches) {
      total -= logLikelihoodOf(
        bunch.map((place) => ({ line: lines[place] ?? 0, outcome: outcomes[place] ?? 0 })),
        spread,
      );
    }
    return total;
  };
  const start = findMinimum(deviance, [...plain.coefficients, 0.5]);
  const spread = start.at(-1) ?? 0;
  return { coefficients: start.slice(0, -1), varianceBetween: spread * spread };
}

interface Answer {
  line: number;
  outcome: number;
}

function logLikelihoodOf(answers: readonly Answer[], spread: number): number {
  const heightAt = (u: number) => {
    let total = -0.5 * u * u;
    for (const { line, outcome } of answers) {
      const shifted = line + spread * u;
      total +=
        outcome * shifted - (shifted > 0 ? shifted + Math.log1p(Math.exp(-shifted)) : Math.log1p(Math.exp(shifted)));
    }
    return total;
  };
  let mode = 0;
  let curvature = 1;
  for (let step = 0; step < 50; step += 1) {
    let pull = -mode;
    curvature = 1;
    for (const { line, outcome } of answers) {
      const chance = 1 / (1 + Math.exp(-(line + spread * mode)));
      pull += spread * (outcome - chance);
      curvature += spread * spread * chance * (1 - chance);
    }
    const move = pull / curvature;
    mode += move;
    if (Math.abs(move) < 1e-12) break;
  }
  const scale = Math.SQRT2 / Math.sqrt(curvature);
  const top = heightAt(mode);
  let sum = 0;
  for (const { x, weight } of nodes) sum += weight * Math.exp(x * x + heightAt(mode + scale * x) - top);
  return top + Math.log((sum * scale) / Math.sqrt(2 * Math.PI));
}
