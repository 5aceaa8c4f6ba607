/**
 * Where a rising or falling function crosses zero, inside a bracket that is known to hold the crossing.
 *
 * Use: quantiles (inverse of a distribution function) and intervals found by inverting a test.
 * Method: Newton's step when a slope is given and the step stays inside, else halving: it cannot run away
 * (https://en.wikipedia.org/wiki/Root-finding_algorithms, "rtsafe").
 * Example: `findRoot({ low: 0, high: 2, valueAt: (x) => x * x - 2 })` → 1.414
 */

export interface RootQuestion {
  low: number;
  high: number;
  valueAt(x: number): number;
  /** First derivative; without it the bracket is halved. */
  slopeAt?(x: number): number;
  start?: number;
}

export function findRoot({ low, high, valueAt, slopeAt, start }: RootQuestion): number {
  const atLow = valueAt(low);
  if (atLow === 0) return low;
  const atHigh = valueAt(high);
  if (atHigh === 0) return high;
  if (atLow > 0 === atHigh > 0) throw new RangeError('the bracket holds no crossing');
  let below = low;
  let above = high;
  let x = start !== undefined && start > low && start < high ? start : (low + high) / 2;
  for (let step = 0; step < 400; step += 1) {
    const value = valueAt(x);
    if (value === 0) return x;
    if (value > 0 === atLow > 0) below = x;
    else above = x;
    const next = nextGuess(x, value);
    if (Math.abs(next - x) <= 4e-16 * Math.abs(next) || above - below <= 4e-16 * Math.abs(x)) return next;
    x = next;
  }
  return x;

  function nextGuess(current: number, value: number): number {
    const middle = (below + above) / 2;
    if (!slopeAt) return middle;
    const stepped = current - value / slopeAt(current);
    return stepped > below && stepped < above ? stepped : middle;
  }
}
