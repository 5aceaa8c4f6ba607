/**
 * SIMEX: what a slope would be without measurement error, read off from what happens when more error is added.
 *
 * Use: a second opinion where reviews are too few for regression calibration. Slopes at added error λ (0, .5, 1, …, in
 * multiples of the error there is), averaged over simulations, continued to λ = -1 along a parabola.
 * Source: Cook & Stefanski 1994, https://doi.org/10.1080/01621459.1994.10476871
 * Example: `extrapolateSimex([0, 1, 2], [1, 0.5, 0.25])` → 1.75
 */
import { fitLinearModel } from '../regression/linear-model.ts';

/** Null with fewer than three different levels of error; exactly three give the parabola through them. */
export function extrapolateSimex(levels: readonly number[], slopes: readonly number[]): number | null {
  const points = levels.flatMap((level, place) => {
    const slope = slopes[place];
    return slope === undefined ? [] : [{ level, slope }];
  });
  if (new Set(levels).size < 3) return null;
  // Three points leave no residual, which the model refuses; a repeated point changes nothing about the parabola.
  const enough = points.length > 3 ? points : [...points, ...points];
  const model = fitLinearModel(
    enough.map(({ level }) => [1, level, level * level]),
    enough.map(({ slope }) => slope),
  );
  if (!model) return null;
  const [start = 0, trend = 0, bend = 0] = model.coefficients;
  return start - trend + bend;
}
