/**
 * Area under a smooth curve, from few well-placed points.
 *
 * Use: chances such as "this agent's true rate is higher than that one's", run lengths of control charts.
 * Method: Gauss-Legendre with Newton's iteration for the nodes (https://dlmf.nist.gov/3.5#v).
 * Example: `integrate((x) => x * x, 0, 3)` → 9.000
 */
export interface QuadratureNode {
  x: number;
  weight: number;
}

/** Nodes and weights on [low, high]. */
export function gaussLegendre(count: number, low: number, high: number): QuadratureNode[] {
  const middle = (low + high) / 2;
  const half = (high - low) / 2;
  return standardNodes(count).map(({ x, weight }) => ({ x: middle + half * x, weight: weight * half }));
}

export function integrate(curve: (x: number) => number, low: number, high: number, count = 64): number {
  return gaussLegendre(count, low, high).reduce((sum, { x, weight }) => sum + weight * curve(x), 0);
}

function standardNodes(count: number): QuadratureNode[] {
  return Array.from({ length: count }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step += 1) {
      const { value, derivative } = legendre(count, x);
      const move = value / derivative;
      slope = derivative;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    return { x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}

function legendre(degree: number, x: number): { value: number; derivative: number } {
  let before = 1;
  let value = x;
  for (let n = 2; n <= degree; n += 1) {
    const next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
    before = value;
    value = next;
  }
  return { value, derivative: (degree * (x * value - before)) / (x * x - 1) };
}
