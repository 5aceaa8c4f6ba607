/**
 * Logistic regression with many outputs over sparse features, one example at a time with adaptive step sizes
 * (Duchi, Hazan, Singer 2011). Single thread, fixed order from the seed: the same weights for one Node version.
 */
import type { Example } from './example.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface LinearSettings {
  featureCount: number;
  outputCount: number;
  passes: number;
  stepSize: number;
  /** Pull of every weight towards zero. */
  decay: number;
  seed: number;
}

export interface Linear {
  /** `featureCount × outputCount`, row by row. */
  rows: Float32Array;
  biases: Float32Array;
}

export const fitLinear = (examples: readonly Example[], settings: LinearSettings): Linear => {
  const { featureCount, outputCount, passes, stepSize, decay, seed } = settings;
  const random = seededRandom(seed);
  const rows = new Float32Array(featureCount * outputCount);
  const squares = new Float32Array(rows.length).fill(1e-2);
  const biases = new Float32Array(outputCount).fill(-2);
  const biasSquares = new Float32Array(outputCount).fill(0.1);
  const linear = { rows, biases };
  const slopes = new Float32Array(outputCount);
  const order = Int32Array.from(examples.keys());
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    const rate = stepSize * (1 - (0.9 * pass) / passes);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const odds = applyLinear(linear, example);
      let learns = false;
      for (let output = 0; output < outputCount; output += 1) {
        const target = example.targets[output] ?? Number.NaN;
        const slope = Number.isNaN(target) ? 0 : (1 / (1 + Math.exp(-(odds[output] ?? 0))) - target) * example.weight;
        slopes[output] = Math.abs(slope) < 1e-5 ? 0 : slope;
        if (slopes[output] === 0) continue;
        learns = true;
        biasSquares[output] = (biasSquares[output] ?? 0) + slope * slope;
        biases[output] = (biases[output] ?? 0) - (rate * slope) / Math.sqrt(biasSquares[output] ?? 1);
      }
      if (learns) step(rows, squares, example, slopes, rate, decay);
    }
  }
  return linear;
};

const step = (
  rows: Float32Array,
  squares: Float32Array,
  { features, amounts }: Example,
  slopes: Float32Array,
  rate: number,
  decay: number,
): void => {
  const width = slopes.length;
  for (let at = 0; at < features.length; at += 1) {
    const amount = amounts[at] ?? 0;
    let place = (features[at] ?? 0) * width;
    for (let output = 0; output < width; output += 1, place += 1) {
      const slope = slopes[output] as number;
      if (slope === 0) continue;
      const gradient = slope * amount + decay * (rows[place] as number);
      const square = (squares[place] as number) + gradient * gradient;
      squares[place] = square;
      rows[place] = (rows[place] as number) - (rate * gradient) / Math.sqrt(square);
    }
  }
};

/** Log-odds of every output. */
export const applyLinear = ({ rows, biases }: Linear, { features, amounts }: Example): Float32Array => {
  const sums = Float32Array.from(biases);
  const width = biases.length;
  for (let at = 0; at < features.length; at += 1) {
    const amount = amounts[at] ?? 0;
    let place = (features[at] ?? 0) * width;
    for (let output = 0; output < width; output += 1, place += 1)
      sums[output] = (sums[output] as number) + amount * (rows[place] as number);
  }
  return sums;
};
