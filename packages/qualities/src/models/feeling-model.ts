/**
 * The feeling a customer's message shows, by a small network and a linear model side by side: twelve labels, and four steps of valence that add up
 * to a place between −1 and 1. Never called for agents.
 */
import { type EmotionLabel, emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../acts/act-reader.ts';
import type { FeltSentence } from '../emotion/signs.ts';
import { formFactor, textFactor } from './act-features.ts';
import type { Arena } from './arena.ts';
import { FeatureList } from './feature-list.ts';
import { FeatureWeights, pickFloats, pickWeights, sizeOfWeights } from './feature-weights.ts';
import { carryOn, type FeelingParts, findFeelingFeatures } from './feeling-features.ts';
import type { NumberArray } from './packed-arrays.ts';

export interface ReadFeeling {
  /** −1 very unhappy … 1 very glad. */
  valence: number;
  label: EmotionLabel;
  /** Calibrated; together 1. Worked out when asked for: scores need only the likeliest label. */
  readonly probabilities: Record<EmotionLabel, number>;
  /** Of this message alone, −1…1: what the next one is read with, as `ReadTurn.mood`. */
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
  const hiddenBiases = pickFloats(arrays, 'feelings.hiddenBiases');
  const hiddenCount = hiddenBiases.length;
  if (biases.length !== feelingColumnCount || weights.width !== hiddenCount + feelingColumnCount) {
    throw new RangeError('The model weights for feelings do not fit the labels of this version.');
  }
  const outputs = pickFloats(arrays, 'feelings.outputs');
  const list = new FeatureList();
  /** Hidden values, then the linear part. */
  const hidden = arena.floats(weights.paddedWidth);
  const sums = new Float32Array(feelingColumnCount);
  const [sharpness = 1] = pickFloats(arrays, 'feelings.sharpness');
  return (sentences, before) => {
    const { split, ...said } = findFeelingFeatures(sentences, before, list);
    hidden.fill(0);
    hidden.set(hiddenBiases);
    weights.addTo(hidden, list, 0, split, textFactor(split));
    weights.addTo(hidden, list, split, list.length, formFactor);
    for (let column = 0; column < feelingColumnCount; column += 1)
      sums[column] = (biases[column] as number) + (hidden[hiddenCount + column] as number);
    for (let unit = 0; unit < hiddenCount; unit += 1) {
      // All indexes are in range by construction; this runs for every message.
      const value = hidden[unit] as number;
      if (value <= 0) continue;
      const from = unit * feelingColumnCount;
      for (let column = 0; column < feelingColumnCount; column += 1)
        sums[column] = (sums[column] as number) + value * (outputs[from + column] as number);
    }
    return feelingOf(sums, said, { slopes, offsets, sharpness });
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
  { signs, carried }: Pick<FeelingParts, 'signs' | 'carried'>,
  { slopes, offsets, sharpness }: FeelingScaling,
): ReadFeeling => {
  const oddsAt = (column: number): number => (sums[column] ?? 0) * (slopes[column] ?? 0) + (offsets[column] ?? 0);
  const labelOdds: number[] = [];
  let likeliest = 0;
  for (let at = 0; at < emotionLabels.length; at += 1) {
    labelOdds.push(oddsAt(at));
    if ((labelOdds[at] ?? 0) > (labelOdds[likeliest] ?? 0)) likeliest = at;
  }
  let steps = 0;
  for (let at = emotionLabels.length; at < slopes.length; at += 1) steps += chanceOf(oddsAt(at));
  const own = round((1 - signShare) * (steps / (valenceSteps / 2) - 1) + signShare * signs);
  const label = emotionLabels[likeliest] ?? 'neutral';
  return new Feeling({ valence: round(carryOn(carried, own)), mood: own, label }, labelOdds, sharpness);
};

class Feeling implements ReadFeeling {
  readonly valence: number;
  readonly label: EmotionLabel;
  readonly mood: number;
  private readonly odds: readonly number[];
  private readonly sharpness: number;

  constructor(
    { valence, mood, label }: Pick<ReadFeeling, 'valence' | 'mood' | 'label'>,
    odds: readonly number[],
    sharpness: number,
  ) {
    this.valence = valence;
    this.mood = mood;
    this.label = label;
    this.odds = odds;
    this.sharpness = sharpness;
  }

  get probabilities(): Record<EmotionLabel, number> {
    const chances = this.odds.map((one) => chanceOf(one) ** this.sharpness);
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    const shares = emotionLabels.map((label, at): [EmotionLabel, number] => [label, round((chances[at] ?? 0) / total)]);
    // Built from the complete list of labels, so every key is there.
    return Object.fromEntries(shares) as Record<EmotionLabel, number>;
  }
}

const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
