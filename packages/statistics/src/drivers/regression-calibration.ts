/**
 * Regression calibration: slopes of the true quality from noisy machine scores, with the help of human reviews.
 *
 * Use: uncorrected, the best-MEASURED quality looks like the most important one.
 * Formula: L = slopes of each human rating (a column of L) on ALL machine scores among the reviewed; corrected slopes =
 * L⁻¹ naive slopes. The same as putting predicted ratings in place of the machine scores.
 * Source: Carroll, Ruppert, Stefanski & Crainiceanu, Measurement Error in Nonlinear Models, ch. 4.
 * Example: `correctSlopes([0.4, 0.2], [[0.5, 0], [0, 0.8]])` → 0.80, 0.25
 */
import { fitLinearModel } from '../regression/linear-model.ts';
import { solveSquare } from '../regression/symmetric-solve.ts';

/** @param calibration row per machine score, column per human rating; null when it cannot be inverted */
export function correctSlopes(naive: readonly number[], calibration: readonly (readonly number[])[]): number[] | null {
  if (naive.length === 0) return [];
  const size = naive.length;
  const square = Float64Array.from({ length: size * size }, (_, place) => {
    return calibration[Math.floor(place / size)]?.[place % size] ?? 0;
  });
  const corrected = solveSquare(square, naive, size);
  return corrected ? [...corrected] : null;
}

export interface CalibrationQuestion {
  /** Machine scores of every row. */
  machine: readonly (readonly number[])[];
  /** Human ratings of the reviewed rows, all qualities; null for the others. */
  human: readonly (readonly number[] | null)[];
  y: readonly number[];
}

export interface Calibration {
  /** Intercept, then one slope per machine score. */
  naive: number[];
  /** Per quality: intercept, then one slope per machine score. */
  calibrations: number[][];
  /** Intercept, then one slope per true quality. */
  corrected: number[];
}

/** Null when either regression has no answer. */
export function calibrate({ machine, human, y }: CalibrationQuestion): Calibration | null {
  const design = machine.map((row) => [1, ...row]);
  const reviewed = human.flatMap((ratings, row) => (ratings ? [{ ratings, row }] : []));
  const width = machine[0]?.length ?? 0;
  const calibrations = Array.from({ length: width }, (_, quality) =>
    fitLinearModel(
      reviewed.map(({ row }) => design[row] ?? []),
      reviewed.map(({ ratings }) => ratings[quality] ?? 0),
    ),
  );
  const naive = fitLinearModel(design, y);
  const lines = calibrations.flatMap((model) => (model ? [model.coefficients] : []));
  if (!naive || lines.length < width) return null;
  const predicted = machine.map((row) => [
    1,
    ...lines.map(([start = 0, ...slopes]) => slopes.reduce((sum, slope, k) => sum + slope * (row[k] ?? 0), start)),
  ]);
  const corrected = fitLinearModel(predicted, y);
  return corrected ? { naive: naive.coefficients, calibrations: lines, corrected: corrected.coefficients } : null;
}
