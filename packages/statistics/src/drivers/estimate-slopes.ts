/**
 * Slopes of several qualities at once, or the reason why there are none.
 *
 * Use: the plain regression under every driver analysis. A quality without variation has no effect to estimate, and two
 * that are copies of each other cannot be told apart; the others are still answered.
 * Refused whole: no more rows than columns + 1, or an outcome that never differs.
 * Example: `estimateSlopes([[1], [2], [3]], [1, 1, 1]).reason` → outcome_constant
 */
import type { EstimateReason } from '../estimate.ts';
import { correlationMatrix } from '../regression/collinearity.ts';
import { fitLinearModel } from '../regression/linear-model.ts';

export interface Slopes {
  /** Per quality; null with its reason in `reasons`. Null as a whole when refused. */
  slopes: (number | null)[] | null;
  reasons: (EstimateReason | null)[];
  reason?: EstimateReason;
}

export function estimateSlopes(rows: readonly (readonly number[])[], y: readonly number[]): Slopes {
  const width = rows[0]?.length ?? 0;
  const reasons = new Array<EstimateReason | null>(width).fill(null);
  const refused = (reason: EstimateReason): Slopes => ({ slopes: null, reasons, reason });
  if (rows.length === 0) return refused('no_data');
  if (rows.length <= width + 1) return refused('too_few_rows');
  if (y.every((value) => value === y[0])) return refused('outcome_constant');
  for (const column of reasons.keys()) {
    if (rows.every((row) => row[column] === rows[0]?.[column])) reasons[column] = 'no_variation';
  }
  for (const [one, two] of copies(rows)) {
    if (reasons[one] === null || reasons[one] === 'collinear') {
      if (reasons[two] !== 'no_variation') [reasons[one], reasons[two]] = ['collinear', 'collinear'];
    }
  }
  const kept = [...reasons.keys()].filter((column) => reasons[column] === null);
  // One of a set of copies stays in the model, so that the others are not credited with what it does.
  const stands = [...reasons.keys()].find((column) => reasons[column] === 'collinear');
  const used = stands === undefined ? kept : [...kept, stands];
  const model = fitLinearModel(
    rows.map((row) => [1, ...used.map((column) => row[column] ?? 0)]),
    y,
  );
  if (!model) {
    return { slopes: null, reasons: reasons.map((reason) => reason ?? 'collinear'), reason: 'collinear' };
  }
  const slopes = reasons.map((reason, column) =>
    reason === null ? (model.coefficients[1 + used.indexOf(column)] ?? null) : null,
  );
  return { slopes, reasons };
}

/** Pairs of columns that are the same but for scale. */
function copies(rows: readonly (readonly number[])[]): [number, number][] {
  const correlations = correlationMatrix(rows);
  return correlations.flatMap((row, one) =>
    row.flatMap((value, two): [number, number][] => (one < two && Math.abs(value) > 1 - 1e-10 ? [[one, two]] : [])),
  );
}
