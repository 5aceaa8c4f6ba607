/**
 * Learns one category of a team's own scorecard from its reviews: logistic regression with a penalty, tried in ten parts,
 * each by a model that has not seen it. What it says of itself comes from those parts alone.
 *
 * Formula: minimise mean log-loss + |w|²/2n by gradient descent with steps per weight (Adagrad), a fixed number of rounds.
 * No part of it is random but the cut into ten, which the seed repeats. Rows of one conversation stay in one part.
 */
import { fewestExamples, fewestOfEachOutcome } from '@rapport/contract';
import { createRandom, type Estimate, estimateKappa, estimatePercentAgreement } from '@rapport/statistics';

export interface ExampleRow {
  /** Position and value, each position once. */
  features: readonly (readonly [position: number, value: number])[];
  met: boolean;
  /** Rows of one conversation are alike. */
  conversation: string;
}

export interface CategoryModel {
  bias: number;
  /** By position. */
  weights: number[];
}

export type LearnedCategory =
  | { state: 'too-few'; n: number; met: number }
  | {
      /** Without agreement that is surely beyond luck there is no model to judge by. */
      state: 'no-better-than-luck' | 'ready';
      n: number;
      met: number;
      accuracy: Estimate;
      kappa: Estimate;
      commoner: number;
      model: CategoryModel;
    };

export interface LearnQuestion {
  rows: readonly ExampleRow[];
  /** How many positions there are. */
  size: number;
  seed: number;
}

const parts = 10;
const rounds = 120;
const step = 0.4;

export function learnCategory({ rows, size, seed }: LearnQuestion): LearnedCategory {
  const n = rows.length;
  const met = rows.filter((row) => row.met).length;
  if (n < fewestExamples || Math.min(met, n - met) < fewestOfEachOutcome) return { state: 'too-few', n, met };
  const called = callUnseen({ rows, size, seed });
  const ratings = {
    levels: [0, 1],
    first: rows.map((row) => Number(row.met)),
    second: called.map(Number),
  };
  const kappa = estimateKappa(ratings);
  return {
    state: (kappa.lower ?? 0) > 0 ? 'ready' : 'no-better-than-luck',
    ...{ n, met, kappa },
    accuracy: estimatePercentAgreement(ratings),
    commoner: Math.max(met, n - met) / n,
    model: fitModel(rows, size),
  };
}

/** Chance that a person would call it met, 0–1. */
export function chanceMet({ bias, weights }: CategoryModel, features: ExampleRow['features']): number {
  let sum = bias;
  for (const [position, value] of features) sum += (weights[position] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** What each row is called by a model fitted without its part. */
function callUnseen({ rows, size, seed }: LearnQuestion): boolean[] {
  const random = createRandom(seed);
  const conversations = random.shuffle([...new Set(rows.map(({ conversation }) => conversation))]);
  const partOf = new Map(conversations.map((conversation, at) => [conversation, at % parts]));
  const called = rows.map(() => false);
  for (let part = 0; part < parts; part += 1) {
    const isIn = ({ conversation }: ExampleRow): boolean => partOf.get(conversation) === part;
    const model = fitModel(
      rows.filter((row) => !isIn(row)),
      size,
    );
    for (const [at, row] of rows.entries()) if (isIn(row)) called[at] = chanceMet(model, row.features) >= 0.5;
  }
  return called;
}

function fitModel(rows: readonly ExampleRow[], size: number): CategoryModel {
  const weights = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(1e-8);
  const slope = new Float64Array(size + 1);
  const n = Math.max(1, rows.length);
  for (let round = 0; round < rounds; round += 1) {
    // The bias, at the end, is not held down.
    for (let at = 0; at < size; at += 1) slope[at] = (weights[at] ?? 0) / n;
    slope[size] = 0;
    for (const { features, met } of rows) {
      let sum = weights[size] ?? 0;
      for (const [position, value] of features) sum += (weights[position] ?? 0) * value;
      const gap = (1 / (1 + Math.exp(-sum)) - Number(met)) / n;
      slope[size] = (slope[size] ?? 0) + gap;
      for (const [position, value] of features) slope[position] = (slope[position] ?? 0) + gap * value;
    }
    for (let at = 0; at <= size; at += 1) {
      const by = slope[at] ?? 0;
      squares[at] = (squares[at] ?? 0) + by * by;
      weights[at] = (weights[at] ?? 0) - (step * by) / Math.sqrt(squares[at] ?? 1);
    }
  }
  // Five digits say as much, and a stored model is a fifth of the size.
  const short = (value: number): number => Math.round(value * 1e5) / 1e5;
  return { bias: short(weights[size] ?? 0), weights: Array.from(weights.subarray(0, size), short) };
}
