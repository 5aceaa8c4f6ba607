/**
 * Average run length of a control chart: weeks until it calls, by luck (shift 0) or after a true shift.
 *
 * Use: to choose a chart and to say what an alarm is worth ("one false alarm in about 369 weeks").
 * Method: the run length from state x obeys L(x) = 1 + ∫ L(y) density(y | x) dy; solved at Gauss-Legendre nodes. EWMA
 * with its fixed (late) limits; the two-sided CUSUM from its two sides, 1/L = 1/L+ + 1/L-.
 * Source: Crowder 1987, https://doi.org/10.1080/00401706.1987.10488267; Brook & Evans 1972; R spc.
 * Example: `ewmaRunLength({ shift: 0 })` → 237.7
 */
import { Matrix, solve } from 'ml-matrix';
import { gaussLegendre } from '../distributions/gauss-legendre.ts';
import { normalCdf, normalDensity } from '../distributions/normal-distribution.ts';

/** @param question shift of the mean in standard deviations */
export function ewmaRunLength({
  shift,
  weight = 0.2,
  width = 2.7,
}: {
  shift: number;
  weight?: number;
  width?: number;
}): number {
  const limit = width * Math.sqrt(weight / (2 - weight));
  const nodes = gaussLegendre(60, -limit, limit);
  const step = (from: number, to: number) => normalDensity((to - (1 - weight) * from) / weight - shift) / weight;
  const system = new Matrix(
    nodes.map((from, row) => nodes.map((to, column) => (row === column ? 1 : 0) - to.weight * step(from.x, to.x))),
  );
  const lengths = solve(system, Matrix.columnVector(nodes.map(() => 1))).to1DArray();
  return nodes.reduce((sum, node, place) => sum + node.weight * step(0, node.x) * (lengths[place] ?? 0), 1);
}

export interface CusumQuestion {
  shift: number;
  allowance?: number;
  limit?: number;
}

export function cusumRunLength({ shift, allowance = 0.5, limit = 4.77 }: CusumQuestion): number {
  const up = oneSided(shift, allowance, limit);
  const down = oneSided(-shift, allowance, limit);
  return 1 / (1 / up + 1 / down);
}

/** From 0: either the sum falls back to 0, or it lands somewhere below the limit. */
function oneSided(shift: number, allowance: number, limit: number): number {
  const nodes = gaussLegendre(60, 0, limit);
  const states = [0, ...nodes.map((node) => node.x)];
  const toZero = (from: number) => normalCdf(allowance - from - shift);
  const step = (from: number, to: number) => normalDensity(to + allowance - from - shift);
  const system = new Matrix(
    states.map((from, row) =>
      states.map((to, column) => {
        const own = row === column ? 1 : 0;
        return own - (column === 0 ? toZero(from) : (nodes[column - 1]?.weight ?? 0) * step(from, to));
      }),
    ),
  );
  return solve(system, Matrix.columnVector(states.map(() => 1))).get(0, 0);
}
