/**
 * The feeling a customer's message shows, by a small network: twelve labels, and four steps of valence that add up
 * to a place between −1 and 1. Never called for agents.
 */
import { type EmotionLabel, emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../acts/act-reader.ts';
import type { FeltSentence } from '../emotion/signs.ts';
import { formFactor, textFactor } from './act-features.ts';
import type { Arena } from './arena.ts';
import { FeatureList } from './feature-list.ts';
import { FeatureWeights, pickFloats, pickWeights, sizeOfWeights } from './feature-weights.ts';
import { findFeelingFeatures } from './feeling-features.ts';
import type { NumberArray } from './packed-arrays.ts';

export interface ReadFeeling {
  /** −1 very unhappy … 1 very glad. */
  valence: number;
  label: EmotionLabel;
  /** Calibrated; together 1. */
  probabilities: Record<EmotionLabel, number>;
  /** What the customer carries into their next message: `ReadTurn.mood`. */
  mood: number;
}

export type FeelingReader = (sentences: readonly FeltSentence[], before: readonly ReadTurn[]) => ReadFeeling;

/** Valence of at least −1, 0, 1 and 2 on the corpus' scale of −2…2. */
export const valenceSteps = 4;
export const feelingColumnCount = emotionLabels.length + valenceSteps;

export const createFeelingModel = (arrays: ReadonlyMap<string, NumberArray>, arena: Arena): FeelingReader => {
  const weights = new FeatureWeights(arena, pickWeights(arrays, 'feelings'));
  const biases = pickFloats(arrays, 'feelings.biases');
  const slopes = pickFloats(arrays, 'feelings.slopes');
  const offsets = pickFloats(arrays, 'feelings.offsets');
  if (biases.length !== feelingColumnCount) {
    throw new RangeError('The model weights for feelings do not fit the labels of this version.');
  }
  const hiddenBiases = pickFloats(arrays, 'feelings.hiddenBiases');
  const outputs = pickFloats(arrays, 'feelings.outputs');
  const list = new FeatureList();
  const hidden = arena.floats(weights.paddedWidth);
  const sums = new Float32Array(feelingColumnCount);
  const [sharpness = 1] = pickFloats(arrays, 'feelings.sharpness');
  return (sentences, before) => {
    const { split, signs } = findFeelingFeatures(sentences, before, list);
    hidden.set(hiddenBiases);
    weights.addTo(hidden, list, 0, split, textFactor(split));
    weights.addTo(hidden, list, split, list.length, formFactor);
    sums.set(biases);
    for (let unit = 0; unit < hiddenBiases.length; unit += 1) {
      // All indexes are in range by construction; this runs for every message.
      const value = hidden[unit] as number;
      if (value <= 0) continue;
      const from = unit * feelingColumnCount;
      for (let column = 0; column < feelingColumnCount; column += 1)
        sums[column] = (sums[column] as number) + value * (outputs[from + column] as number);
    }
    return feelingOf(sums, signs, { slopes, offsets, sharpness });
  };
};

/** Bytes of arena that the model takes. */
export const sizeOfFeelingModel = (arrays: ReadonlyMap<string, NumberArray>): number =>
  sizeOfWeights(pickWeights(arrays, 'feelings')) + 256;

export interface FeelingScaling {
  slopes: Float32Array;
  offsets: Float32Array;
  /** Power to which the chances of labels are taken before they are made to add up to 1. */
  sharpness: number;
}

/** Share of the signs' own valence: they keep the shades that steps of features lose. Chosen on blind readings. */
const signShare = 0.35;

export const feelingOf = (
  sums: Float32Array,
  signs: number,
  { slopes, offsets, sharpness }: FeelingScaling,
): ReadFeeling => {
  const chances = Array.from(
    slopes,
    (slope, column) => 1 / (1 + Math.exp(-((sums[column] ?? 0) * slope + (offsets[column] ?? 0)))),
  );
  const labels = chances.slice(0, emotionLabels.length).map((chance) => chance ** sharpness);
  const total = labels.reduce((sum, chance) => sum + chance, 0);
  const entries = emotionLabels.map((label, index): [EmotionLabel, number] => [
    label,
    round((labels[index] ?? 0) / total),
  ]);
  const steps = chances.slice(emotionLabels.length).reduce((sum, chance) => sum + chance, 0);
  const valence = round((1 - signShare) * (steps / (valenceSteps / 2) - 1) + signShare * signs);
  return {
    valence,
    label: emotionLabels[labels.indexOf(Math.max(...labels))] ?? 'neutral',
    // Built from the complete list of labels, so every key is there.
    probabilities: Object.fromEntries(entries) as Record<EmotionLabel, number>,
    mood: valence,
  };
};

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
