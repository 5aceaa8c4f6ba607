/**
 * Correlations among the scores and with the outcome, once the case mix has been taken out of all of them.
 *
 * Use: LMG shares of what the scores explain beyond the case mix. From sums of products: what is left of a block after
 * the other columns is its Schur complement.
 */
import { factorise, solveFactor } from '../regression/symmetric-solve.ts';
import type { SumsLayout } from './driver-sums.ts';
import { trianglePlace } from './driver-table.ts';
import type { CorrelationQuestion } from './explained-shares.ts';

export function partialCorrelations(
  sum: Float64Array,
  { width, scoreCount, crossAt, squaresAt }: SumsLayout,
): CorrelationQuestion {
  const rest = width - scoreCount;
  const entry = (i: number, j: number) => sum[trianglePlace(i, j)] ?? 0;
  const other = new Float64Array(rest * rest);
  for (let i = 0; i < rest; i += 1) {
    for (let j = 0; j < rest; j += 1) other[i * rest + j] = entry(scoreCount + i, scoreCount + j);
  }
  const factor = factorise(other, rest);
  const tails = Array.from({ length: scoreCount }, (_, score) =>
    Array.from({ length: rest }, (_, j) => entry(score, scoreCount + j)),
  );
  const outcomeTail = Array.from({ length: rest }, (_, j) => sum[crossAt + scoreCount + j] ?? 0);
  const solved = tails.map((tail) => solveFactor(factor, tail, rest));
  const solvedOutcome = solveFactor(factor, outcomeTail, rest);
  const along = (tail: readonly number[], direction: Float64Array) =>
    tail.reduce((total, value, place) => total + value * (direction[place] ?? 0), 0);
  const left = (i: number, j: number) => entry(i, j) - along(tails[i] ?? [], solved[j] ?? new Float64Array(0));
  const outcomeLeft = Math.max(0, (sum[squaresAt] ?? 0) - along(outcomeTail, solvedOutcome));
  const scales = tails.map((_, score) => Math.sqrt(Math.max(0, left(score, score))));
  const ratio = (value: number, scale: number) => (scale > 0 ? value / scale : 0);
  return {
    correlations: tails.map((_, i) =>
      tails.map((_, j) => (i === j ? 1 : ratio(left(i, j), (scales[i] ?? 0) * (scales[j] ?? 0)))),
    ),
    withOutcome: tails.map((tail, score) =>
      ratio((sum[crossAt + score] ?? 0) - along(tail, solvedOutcome), (scales[score] ?? 0) * Math.sqrt(outcomeLeft)),
    ),
  };
}
