/**
 * Trains the 28 emotions of GoEmotions: a linear model and a network with one hidden layer over the same features, their
 * log-odds averaged. Probabilities are calibrated on blind readings of the train part; only the thresholds that turn them
 * into labels are chosen on the part held back, as published figures for this set do.
 */
import { z } from 'zod';
import { findEmotionFeatures, forEachPart } from '../packages/qualities/src/models/emotions28-features.ts';
import { createEmotions28, goEmotions } from '../packages/qualities/src/models/emotions28-model.ts';
import { FeatureList } from '../packages/qualities/src/models/feature-list.ts';
import { storeWeights } from '../packages/qualities/src/models/feature-weights.ts';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import type { NumberArray } from '../packages/qualities/src/models/packed-arrays.ts';
import { fitScaling } from './calibrate.ts';
import { dropWeakRows } from './drop-weak-rows.ts';
import { chooseFeatures, type Example } from './example.ts';
import { applyLinear, fitLinear, type Linear } from './fit-linear.ts';
import { applyNetwork, fitNetwork, type Network } from './fit-network.ts';

/** Rarer features are left out: twice as many were measured to give .002. */
const fewest = 12;
const keptShare = 0.7;
const weightSteps = 63;
const foldCount = 3;
const hiddenCount = 52;
const linearSettings = { passes: 6, stepSize: 0.2, decay: 1e-5, seed: 1 };
const networkSettings = { passes: 8, stepSize: 0.05, decay: 1e-4, hiddenLeftOut: 0.5, featuresLeftOut: 0.3, seed: 7 };
const labelCount = goEmotions.length;

const emotionRow = z.object({
  group: z.string(),
  text: z.string(),
  labels: z.object({ emotions: z.array(z.string()) }),
});
type EmotionRow = z.infer<typeof emotionRow>;

export interface EmotionRows {
  train: readonly unknown[];
  /** Only thresholds are chosen here. */
  heldBack: readonly unknown[];
}

interface Fitted {
  linear: Linear;
  network: Network;
}

export const trainEmotions28 = ({ train, heldBack }: EmotionRows): Record<string, NumberArray> => {
  const rows = train.map((row) => emotionRow.parse(row));
  const { keys, examples } = chooseFeatures(rows.map(exampleOf), fewest);
  const blind = readBlind(rows, examples, keys.length);
  const fitted = fitBoth(examples, keys.length);
  const scalings = goEmotions.map((_, at) =>
    fitScaling(
      examples.map(({ targets }, row) => ({ odds: blind[row]?.[at] ?? 0, isTrue: targets[at] === 1, weight: 1 })),
    ),
  );
  const arrays = {
    ...packBoth(keys, fitted),
    'emotions28.slopes': Float32Array.from(scalings, ({ slope }) => slope),
    'emotions28.offsets': Float32Array.from(scalings, ({ offset }) => offset),
  };
  const readings = scalings.map(({ slope, offset }, at) =>
    examples.map(({ targets }, row) => ({
      isTrue: targets[at] === 1,
      value: 1 / (1 + Math.exp(-(slope * (blind[row]?.[at] ?? 0) + offset))),
    })),
  );
  const held = readHeld(
    arrays,
    heldBack.map((row) => emotionRow.parse(row)),
  );
  return {
    ...arrays,
    'emotions28.thresholds': Float32Array.from(readings, (own, at) => bestThreshold([own, held[at] ?? []])),
    // What the thresholds would be had the held-back part never been looked at: for measuring alone.
    'emotions28.blindThresholds': Float32Array.from(readings, (own) => bestThreshold([own])),
  };
};

const list = new FeatureList();

const exampleOf = ({ text, labels }: EmotionRow): Example => {
  const parts = findEmotionFeatures(text, list);
  const amounts = new Float32Array(list.length);
  forEachPart(parts, (from, to, amount) => amounts.fill(amount, from, to));
  const targets = Float32Array.from(goEmotions, (label) => (labels.emotions.includes(label) ? 1 : 0));
  return { features: list.keys.slice(0, list.length), amounts, targets, weight: 1 };
};

const fitBoth = (examples: readonly Example[], featureCount: number): Fitted => ({
  linear: fitLinear(examples, { ...linearSettings, featureCount, outputCount: labelCount }),
  network: fitNetwork(examples, { ...networkSettings, featureCount, hiddenCount, outputCount: labelCount }),
});

const readBlind = (rows: readonly EmotionRow[], examples: readonly Example[], featureCount: number): Float32Array[] => {
  const folds = rows.map(({ group }) => (hashText(group) >>> 0) % foldCount);
  const blind: Float32Array[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const { linear, network } = fitBoth(
      examples.filter((_, row) => folds[row] !== fold),
      featureCount,
    );
    for (const [row, example] of examples.entries()) {
      if (folds[row] !== fold) continue;
      const other = applyNetwork(network, example);
      blind[row] = applyLinear(linear, example).map((odds, at) => (odds + (other[at] ?? 0)) / 2);
    }
  }
  return blind;
};

/** Both models side by side in one table of weights: a feature is looked up once. */
const packBoth = (keys: Int32Array, { linear, network }: Fitted): Record<string, NumberArray> => {
  const width = labelCount + hiddenCount;
  const rows = new Float32Array(keys.length * width);
  for (let row = 0; row < keys.length; row += 1) {
    // Halved here: the two log-odds are averaged.
    for (let at = 0; at < labelCount; at += 1) rows[row * width + at] = (linear.rows[row * labelCount + at] ?? 0) / 2;
    rows.set(network.rows.subarray(row * hiddenCount, (row + 1) * hiddenCount), row * width + labelCount);
  }
  const kept = dropWeakRows(keys, rows, width, keptShare);
  const stored = storeWeights(kept.keys, kept.rows, width, weightSteps);
  const biases = new Float32Array(width);
  for (let at = 0; at < labelCount; at += 1) biases[at] = ((linear.biases[at] ?? 0) + (network.biases[at] ?? 0)) / 2;
  biases.set(network.hiddenBiases, labelCount);
  return {
    'emotions28.keys': stored.keys,
    'emotions28.rows': stored.rows,
    'emotions28.scales': stored.scales,
    'emotions28.biases': biases,
    'emotions28.outputs': network.outputs.map((weight) => weight / 2),
  };
};

/** Readings of the part held back, label by label, by the very weights that travel. */
const readHeld = (arrays: Record<string, NumberArray>, rows: readonly EmotionRow[]): Reading[][] => {
  const open = new Float32Array(labelCount);
  const model = createEmotions28(new Map(Object.entries({ ...arrays, 'emotions28.thresholds': open })));
  const read = rows.map(({ text }) => model.probabilitiesOf(text));
  return goEmotions.map((label) =>
    rows.map(({ labels }, row) => ({ isTrue: labels.emotions.includes(label), value: read[row]?.[label] ?? 0 })),
  );
};

interface Reading {
  isTrue: boolean;
  value: number;
}

const thresholdSteps = 400;

/**
 * The probability with the best F1, each part counting the same: the held-back one alone has a dozen examples of the rarest
 * labels.
 */
const bestThreshold = (parts: readonly (readonly Reading[])[]): number => {
  const curves = parts.map(f1Curve);
  let best = { sum: -1, step: 0 };
  for (let step = 1; step < thresholdSteps; step += 1) {
    const sum = curves.reduce((total, curve) => total + (curve[step] ?? 0), 0);
    if (sum > best.sum) best = { sum, step };
  }
  return thresholdAt(best.step);
};

/** Finer near zero, where rare labels live. */
const thresholdAt = (step: number): number => (step / thresholdSteps) ** 2;

/** F1 at each threshold. */
const f1Curve = (read: readonly Reading[]): Float64Array => {
  const said = new Float64Array(thresholdSteps + 1);
  const right = new Float64Array(thresholdSteps + 1);
  let positives = 0;
  for (const { isTrue, value } of read) {
    const step = Math.min(thresholdSteps, Math.floor(Math.sqrt(value) * thresholdSteps));
    said[step] = (said[step] ?? 0) + 1;
    if (!isTrue) continue;
    right[step] = (right[step] ?? 0) + 1;
    positives += 1;
  }
  const curve = new Float64Array(thresholdSteps + 1);
  let saidSoFar = 0;
  let rightSoFar = 0;
  for (let step = thresholdSteps; step >= 0; step -= 1) {
    saidSoFar += said[step] ?? 0;
    rightSoFar += right[step] ?? 0;
    curve[step] = saidSoFar + positives === 0 ? 0 : (2 * rightSoFar) / (saidSoFar + positives);
  }
  return curve;
};
