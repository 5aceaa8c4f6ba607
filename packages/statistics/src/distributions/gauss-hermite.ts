/**
 * Gauss-Hermite nodes: a sum that equals an integral against exp(-x²).
 *
 * Use: averaging over an agent's unknown level in a model without closed form.
 * Method: Newton's method on the orthonormal Hermite polynomials.
 * Source: Press et al., Numerical Recipes, 4.6; https://en.wikipedia.org/wiki/Gauss%E2%80%93Hermite_quadrature
 * Example: `gaussHermite(3).map((node) => node.x)` → 1.2247, 0.0000, -1.2247
 */
export interface HermiteNode {
  x: number;
  weight: number;
}

export function gaussHermite(count: number): HermiteNode[] {
  const nodes: HermiteNode[] = [];
  const half = Math.ceil(count / 2);
  for (let place = 0; place < half; place += 1) {
    let x = startOf(place, count, nodes);
    let slope = 1;
    for (let step = 0; step < 100; step += 1) {
      const { value, derivative } = hermite(x, count);
      slope = derivative;
      const move = value / derivative;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    if (count % 2 === 1 && place === half - 1) x = 0;
    nodes.push({ x, weight: 2 / slope ** 2 });
  }
  const mirrored = nodes.slice(0, Math.floor(count / 2)).map(({ x, weight }) => ({ x: -x, weight }));
  return [...nodes, ...mirrored.reverse()];
}

/** Value and slope of the orthonormal polynomial of degree `count`. */
function hermite(x: number, count: number): { value: number; derivative: number } {
  let before = 0;
  let value = Math.PI ** -0.25;
  for (let degree = 1; degree <= count; degree += 1) {
    const next = x * Math.sqrt(2 / degree) * value - Math.sqrt((degree - 1) / degree) * before;
    before = value;
    value = next;
  }
  return { value, derivative: Math.sqrt(2 * count) * before };
}

function startOf(place: number, count: number, found: readonly HermiteNode[]): number {
  const last = found[place - 1]?.x ?? 0;
  const earlier = found[place - 2]?.x ?? 0;
  if (place === 0) return Math.sqrt(2 * count + 1) - 1.85575 * (2 * count + 1) ** (-1 / 6);
  if (place === 1) return last - (1.14 * count ** 0.426) / last;
  if (place === 2) return 1.86 * last - 0.86 * earlier;
  if (place === 3) return 1.91 * last - 0.91 * earlier;
  return 2 * last - earlier;
}
