/**
 * Draws of the agents' true levels, given their noisy means: for percentiles and ranks, which shrunken means distort.
 *
 * Use: headroom, chances of being the largest. Shrunken means lie too close together; draws have the right spread.
 * Formula: tau from its restricted likelihood (flat prior, on a grid), then θ_j normal around tau²/(tau² + v_j) y_j +
 * v_j/(tau² + v_j) line_j with variance tau² v_j/(tau² + v_j); the line is drawn too.
 * Source: Gelman et al., Bayesian Data Analysis, ch. 5; Fay & Herriot 1979.
 * Example: `posteriorMeans({ y: [1, 6, 2, 5], v: [1, 1, 1, 1] }).draw(createRandom(1)).length` → 4
 */
import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';
import { gaussLegendre } from '../distributions/gauss-legendre.ts';
import type { Random } from '../random.ts';
import { dot } from '../regression/linear-model.ts';
import { type NoisyMeans, restrictedDeviance, shrinkMeans } from './between-variance.ts';

export interface PosteriorMeans {
  draw(random: Random): number[];
}

export function posteriorMeans(means: NoisyMeans): PosteriorMeans {
  const nodes = nodesOf(means);
  const total = nodes.reduce((sum, node) => sum + node.weight, 0);
  const states = new Map<number, State>();
  return {
    draw(random) {
      let left = random.next() * total;
      let chosen = nodes.length - 1;
      for (const [place, { weight }] of nodes.entries()) {
        left -= weight;
        if (left < 0) {
          chosen = place;
          break;
        }
      }
      const known = states.get(chosen) ?? stateAt(means, nodes[chosen]?.tau2 ?? 0);
      states.set(chosen, known);
      return drawAt(means, known, random);
    },
  };
}

interface State {
  tau2: number;
  coefficients: number[];
  root: Matrix;
}

function stateAt(means: NoisyMeans, tau2: number): State {
  const { coefficients } = shrinkMeans(means, tau2);
  const rows = columnsOf(means);
  const width = coefficients.length;
  const information = Matrix.zeros(width, width);
  for (const [agent, row] of rows.entries()) {
    const column = Matrix.columnVector([...row]);
    information.add(column.mmul(column.transpose()).mul(1 / ((means.v[agent] ?? 0) + tau2)));
  }
  const covariance = inverse(information);
  // Rounding leaves an inverse that is symmetric only nearly.
  const root = new CholeskyDecomposition(Matrix.add(covariance, covariance.transpose()).mul(0.5)).lowerTriangularMatrix;
  return { tau2, coefficients, root };
}

function drawAt(means: NoisyMeans, { tau2, coefficients, root }: State, random: Random): number[] {
  const shocks = coefficients.map(() => random.normal());
  const line = coefficients.map((value, k) => value + dot(root.getRow(k), shocks));
  return columnsOf(means).map((row, agent) => {
    const noise = means.v[agent] ?? 0;
    const trust = tau2 / (tau2 + noise);
    const middle = trust * (means.y[agent] ?? 0) + (1 - trust) * dot(row, line);
    return middle + Math.sqrt(trust * noise) * random.normal();
  });
}

function nodesOf(means: NoisyMeans): { tau2: number; weight: number }[] {
  const depth = (tau: number) => restrictedDeviance(means, tau * tau);
  const start = Math.sqrt(Math.max(...means.v, 1e-12));
  let top = start;
  let least = Math.min(depth(0), depth(top));
  while (depth(top) - least < 24 && top < 1e3 * start) {
    top *= 1.5;
    least = Math.min(least, depth(top));
  }
  return gaussLegendre(40, 0, top).map(({ x: tau, weight }) => ({
    tau2: tau * tau,
    weight: weight * Math.exp(-(depth(tau) - least) / 2),
  }));
}

const columnsOf = ({ y, x }: NoisyMeans): readonly (readonly number[])[] => x ?? y.map(() => [1]);
