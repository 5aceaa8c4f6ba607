/**
 * A network with one hidden layer over sparse features: rows are added up, cut at zero, and weighed per output.
 * Adaptive step sizes, one per row of features and one per weight of the outputs; hidden units and features are left
 * out at random while learning, which was measured to be worth more than any other restraint.
 */
import type { Example } from './example.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface NetworkSettings {
  featureCount: number;
  hiddenCount: number;
  outputCount: number;
  passes: number;
  stepSize: number;
  decay: number;
  /** Shares of hidden units, and of features, left out at each step. */
  hiddenLeftOut: number;
  featuresLeftOut: number;
  seed: number;
}

export interface Network {
  /** `featureCount × hiddenCount`. */
  rows: Float32Array;
  hiddenBiases: Float32Array;
  /** `hiddenCount × outputCount`. */
  outputs: Float32Array;
  biases: Float32Array;
}

export const fitNetwork = (examples: readonly Example[], settings: NetworkSettings): Network => {
  const learner = new Learner(settings);
  const order = Int32Array.from(examples.keys());
  for (let pass = 0; pass < settings.passes; pass += 1) {
    shuffle(order, learner.random);
    const rate = settings.stepSize * (1 - (0.9 * pass) / settings.passes);
    for (const index of order) {
      const example = examples[index];
      if (example) learner.learn(example, rate);
    }
  }
  return learner.network;
};

/** Log-odds of every output. */
export const applyNetwork = (network: Network, { features, amounts }: Example): Float32Array => {
  const { rows, hiddenBiases, outputs, biases } = network;
  const hidden = Float32Array.from(hiddenBiases);
  addRows(hidden, rows, features, amounts);
  const sums = Float32Array.from(biases);
  addOutputs(sums, hidden, outputs);
  return sums;
};

const addRows = (hidden: Float32Array, rows: Float32Array, features: Int32Array, amounts: Float32Array): void => {
  const width = hidden.length;
  for (let at = 0; at < features.length; at += 1) {
    const amount = amounts[at] as number;
    if (amount === 0) continue;
    let place = (features[at] as number) * width;
    for (let unit = 0; unit < width; unit += 1, place += 1)
      hidden[unit] = (hidden[unit] as number) + amount * (rows[place] as number);
  }
};

const addOutputs = (sums: Float32Array, hidden: Float32Array, outputs: Float32Array): void => {
  const width = sums.length;
  for (let unit = 0; unit < hidden.length; unit += 1) {
    const value = hidden[unit] as number;
    if (value <= 0) continue;
    let place = unit * width;
    for (let output = 0; output < width; output += 1, place += 1)
      sums[output] = (sums[output] as number) + value * (outputs[place] as number);
  }
};

class Learner {
  readonly network: Network;
  readonly random: () => number;
  private readonly settings: NetworkSettings;
  private readonly rowSquares: Float32Array;
  private readonly outputSquares: Float32Array;
  private readonly hiddenSquares: Float32Array;
  private readonly biasSquares: Float32Array;
  private readonly hidden: Float32Array;
  private readonly keep: Float32Array;
  private readonly hiddenSlopes: Float32Array;
  private readonly slopes: Float32Array;
  private readonly sums: Float32Array;

  constructor(settings: NetworkSettings) {
    const { featureCount, hiddenCount, outputCount, seed } = settings;
    const random = seededRandom(seed);
    const spread = (length: number, size: number): Float32Array =>
      new Float32Array(length).map(() => (random() - 0.5) * size);
    this.settings = settings;
    this.random = random;
    this.network = {
      rows: spread(featureCount * hiddenCount, 0.2),
      hiddenBiases: new Float32Array(hiddenCount),
      outputs: spread(hiddenCount * outputCount, 2 / Math.sqrt(hiddenCount)),
      biases: new Float32Array(outputCount).fill(-2),
    };
    this.rowSquares = new Float32Array(featureCount).fill(1e-3);
    this.outputSquares = new Float32Array(hiddenCount * outputCount).fill(1e-2);
    this.hiddenSquares = new Float32Array(hiddenCount).fill(1e-3);
    this.biasSquares = new Float32Array(outputCount).fill(0.1);
    this.hidden = new Float32Array(hiddenCount);
    this.keep = new Float32Array(hiddenCount);
    this.hiddenSlopes = new Float32Array(hiddenCount);
    this.slopes = new Float32Array(outputCount);
    this.sums = new Float32Array(outputCount);
  }

  learn(example: Example, rate: number): void {
    const { hiddenLeftOut, featuresLeftOut } = this.settings;
    const { hidden, keep, sums, network, random } = this;
    for (let unit = 0; unit < keep.length; unit += 1)
      keep[unit] = random() < hiddenLeftOut ? 0 : 1 / (1 - hiddenLeftOut);
    const amounts = example.amounts.map((amount) => (random() < featuresLeftOut ? 0 : amount / (1 - featuresLeftOut)));
    hidden.set(network.hiddenBiases);
    addRows(hidden, network.rows, example.features, amounts);
    for (let unit = 0; unit < hidden.length; unit += 1)
      hidden[unit] = Math.max(0, hidden[unit] as number) * (keep[unit] as number);
    sums.set(network.biases);
    addOutputs(sums, hidden, network.outputs);
    if (!this.findSlopes(example)) return;
    this.stepOutputs(rate);
    this.stepRows(example.features, amounts, rate);
  }

  private findSlopes({ targets, weight }: Example): boolean {
    let learns = false;
    for (let output = 0; output < this.sums.length; output += 1) {
      const target = targets[output] as number;
      const slope = Number.isNaN(target) ? 0 : (1 / (1 + Math.exp(-(this.sums[output] as number))) - target) * weight;
      this.slopes[output] = Math.abs(slope) < 1e-5 ? 0 : slope;
      if (slope !== 0) learns = true;
    }
    return learns;
  }

  private stepOutputs(rate: number): void {
    const { hidden, hiddenSlopes, keep, slopes, outputSquares, network, biasSquares } = this;
    const { outputs, biases } = network;
    const { decay } = this.settings;
    const width = slopes.length;
    for (let unit = 0; unit < hidden.length; unit += 1) {
      const value = hidden[unit] as number;
      hiddenSlopes[unit] = 0;
      if (value === 0) continue;
      let slopeHere = 0;
      let place = unit * width;
      for (let output = 0; output < width; output += 1, place += 1) {
        const slope = slopes[output] as number;
        if (slope === 0) continue;
        slopeHere += slope * (outputs[place] as number);
        const gradient = slope * value + decay * (outputs[place] as number);
        const square = (outputSquares[place] as number) + gradient * gradient;
        outputSquares[place] = square;
        outputs[place] = (outputs[place] as number) - (rate * gradient) / Math.sqrt(square);
      }
      hiddenSlopes[unit] = slopeHere * (keep[unit] as number);
    }
    for (let output = 0; output < width; output += 1) {
      const slope = slopes[output] as number;
      if (slope === 0) continue;
      biasSquares[output] = (biasSquares[output] as number) + slope * slope;
      biases[output] = (biases[output] as number) - (rate * slope) / Math.sqrt(biasSquares[output] as number);
    }
  }

  private stepRows(features: Int32Array, amounts: Float32Array, rate: number): void {
    const { hiddenSlopes, hiddenSquares, rowSquares, network } = this;
    const { rows, hiddenBiases } = network;
    const width = hiddenSlopes.length;
    let square = 0;
    for (let unit = 0; unit < width; unit += 1) {
      const slope = hiddenSlopes[unit] as number;
      if (slope === 0) continue;
      square += slope * slope;
      hiddenSquares[unit] = (hiddenSquares[unit] as number) + slope * slope;
      hiddenBiases[unit] =
        (hiddenBiases[unit] as number) - (0.1 * rate * slope) / Math.sqrt(hiddenSquares[unit] as number);
    }
    if (square === 0) return;
    for (let at = 0; at < features.length; at += 1) {
      const amount = amounts[at] as number;
      if (amount === 0) continue;
      const row = features[at] as number;
      rowSquares[row] = (rowSquares[row] as number) + (square * amount * amount) / width;
      const size = rate / Math.sqrt(rowSquares[row] as number);
      const kept = 1 - size * this.settings.decay;
      let place = row * width;
      for (let unit = 0; unit < width; unit += 1, place += 1)
        rows[place] = (rows[place] as number) * kept - size * amount * (hiddenSlopes[unit] as number);
    }
  }
}
