/**
 * Where a smooth function of several numbers is lowest.
 *
 * Use: likelihoods without closed form and with few parameters.
 * Method: BFGS with central differences and halved steps; the slopes come from the function alone.
 * Source: Nocedal & Wright, Numerical Optimization, ch. 6.
 * Example: `findMinimum(([x = 0, y = 0]) => (x - 1) ** 2 + (y + 2) ** 2, [0, 0])` → 1.0000, -2.0000
 */
export function findMinimum(height: (point: readonly number[]) => number, start: readonly number[]): number[] {
  let point = [...start];
  let value = height(point);
  let slopes = slopesOf(height, point);
  const size = point.length;
  let curve = identity(size);
  for (let step = 0; step < 200; step += 1) {
    const direction = curve.map((row) => -row.reduce((sum, entry, place) => sum + entry * (slopes[place] ?? 0), 0));
    const fall = dotOf(direction, slopes);
    if (!(fall < -1e-14)) break;
    let length = 1;
    let next = point;
    let found = value;
    while (length > 1e-10) {
      next = point.map((entry, place) => entry + length * (direction[place] ?? 0));
      found = height(next);
      if (found <= value + 1e-4 * length * fall) break;
      length /= 2;
    }
    if (!(found < value)) break;
    const nextSlopes = slopesOf(height, next);
    curve = updateCurve(curve, subtract(next, point), subtract(nextSlopes, slopes));
    [point, value, slopes] = [next, found, nextSlopes];
  }
  return point;
}

function slopesOf(height: (point: readonly number[]) => number, point: readonly number[]): number[] {
  return point.map((entry, place) => {
    const reach = 1e-5 * Math.max(1, Math.abs(entry));
    const moved = (by: number) => height(point.map((value, other) => (other === place ? value + by : value)));
    return (moved(reach) - moved(-reach)) / (2 * reach);
  });
}

/** Inverse curvature after a step; left as it is where the step saw no curvature. */
function updateCurve(
  curve: readonly (readonly number[])[],
  step: readonly number[],
  turn: readonly number[],
): number[][] {
  const along = dotOf(step, turn);
  if (!(along > 1e-12)) return curve.map((row) => [...row]);
  const image = curve.map((row) => dotOf(row, turn));
  const scale = (1 + dotOf(turn, image) / along) / along;
  return curve.map((row, i) =>
    row.map((entry, j) => {
      const cross = ((image[i] ?? 0) * (step[j] ?? 0) + (step[i] ?? 0) * (image[j] ?? 0)) / along;
      return entry + scale * (step[i] ?? 0) * (step[j] ?? 0) - cross;
    }),
  );
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => Number(i === j)));
const subtract = (one: readonly number[], two: readonly number[]): number[] =>
  one.map((entry, place) => entry - (two[place] ?? 0));
const dotOf = (one: readonly number[], two: readonly number[]): number =>
  one.reduce((sum, entry, place) => sum + entry * (two[place] ?? 0), 0);
