/**
 * How much each feature says, measured: logistic regression, one act at a time, held to what the author of a cue
 * believed until the examples say otherwise. Plain arithmetic in a fixed order: the same examples give the same weights.
 * Method: adaptive subgradients (Duchi, Hazan, Singer, 2011) with a quadratic pull towards the starting weights.
 */

export interface FitExample {
  /** Features that hold, as indexes. */
  features: readonly number[];
  /** Whether the act is really there. */
  isTrue: boolean;
  /** How much this example counts. */
  weight: number;
}

export interface FitSettings {
  /** Starting weights, one per feature. */
  prior: Float64Array;
  /** Passes over all examples. */
  passes: number;
  /** Pull towards the starting weights. */
  penalty: number;
  stepSize: number;
}

export interface FittedWeights {
  bias: number;
  weights: Float64Array;
}

export const fitWeights = (examples: readonly FitExample[], settings: FitSettings): FittedWeights => {
  const { prior, passes, penalty, stepSize } = settings;
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(prior.length).fill(1e-2);
  let bias = -2;
  let biasSquares = 1e-2;
  const step = stride(examples.length);
  for (let pass = 0; pass < passes; pass += 1) {
    for (let count = 0; count < examples.length; count += 1) {
      // A stride coprime to the length visits every example once, out of order, without chance.
      const example = examples[(count * step + pass) % examples.length];
      if (!example) continue;
      const sum = addUp({ bias, weights }, example.features);
      const slope = (1 / (1 + Math.exp(-sum)) - (example.isTrue ? 1 : 0)) * example.weight;
      if (Math.abs(slope) < 1e-4) continue;
      biasSquares += slope * slope;
      bias -= (stepSize * slope) / Math.sqrt(biasSquares);
      for (const feature of example.features) {
        const square = (squares[feature] ?? 0) + slope * slope;
        squares[feature] = square;
        const weight = weights[feature] ?? 0;
        const pull = penalty * example.weight * (weight - (prior[feature] ?? 0));
        weights[feature] = weight - (stepSize / Math.sqrt(square)) * (slope + pull);
      }
    }
  }
  return { bias, weights };
};

/** Log-odds of an example. */
export const addUp = (fitted: FittedWeights, features: readonly number[]): number => {
  let sum = fitted.bias;
  for (const feature of features) sum += fitted.weights[feature] ?? 0;
  return sum;
};

const stride = (length: number): number => {
  let candidate = 7919;
  while (greatestCommonDivisor(candidate, length) !== 1) candidate += 2;
  return candidate;
};

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
