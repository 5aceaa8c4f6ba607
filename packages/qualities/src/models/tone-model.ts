/** How polite a text is towards its reader, and how hostile: one layer of weights over tokens, letters and form. */
import type { PlainSentence } from '../acts/act-reader.ts';
import type { Arena } from './arena.ts';
import { FeatureList } from './feature-list.ts';
import { FeatureWeights, pickFloats, pickWeights, sizeOfWeights } from './feature-weights.ts';
import type { NumberArray } from './packed-arrays.ts';
import { findToneFeatures, forEachTonePart } from './tone-features.ts';

export interface Tone {
  /** 0 impolite … 1 polite; polite from .5 on. */
  politeness: number;
  politenessClass: 'polite' | 'neutral' | 'impolite';
  /** Probability that the text is hostile or abusive; abusive from .5 on. */
  hostility: number;
}

export type ToneReader = (sentences: readonly PlainSentence[]) => Tone;

export const toneColumns = ['politeness', 'hostility'] as const;

export const createToneModel = (arrays: ReadonlyMap<string, NumberArray>, arena: Arena): ToneReader => {
  const weights = new FeatureWeights(arena, pickWeights(arrays, 'tone'));
  const biases = pickFloats(arrays, 'tone.biases');
  const slopes = pickFloats(arrays, 'tone.slopes');
  const offsets = pickFloats(arrays, 'tone.offsets');
  const [impoliteBelow = 0.4, politeFrom = 0.6] = pickFloats(arrays, 'tone.classes');
  if (weights.width !== toneColumns.length) throw new RangeError('The model weights for tone do not fit this version.');
  const sums = arena.floats(weights.paddedWidth);
  const list = new FeatureList();
  const chance = (column: number): number =>
    1 / (1 + Math.exp(-((sums[column] ?? 0) * (slopes[column] ?? 1) + (offsets[column] ?? 0))));
  return (sentences) => {
    const parts = findToneFeatures(sentences, list);
    sums.fill(0);
    sums.set(biases);
    forEachTonePart(parts, (from, to, amount) => weights.addTo(sums, list, from, to, amount));
    const politeness = chance(0);
    const politenessClass = politeness >= politeFrom ? 'polite' : politeness < impoliteBelow ? 'impolite' : 'neutral';
    return { politeness, politenessClass, hostility: chance(1) };
  };
};

/** Bytes of arena that the model takes. */
export const sizeOfToneModel = (arrays: ReadonlyMap<string, NumberArray>): number =>
  sizeOfWeights(pickWeights(arrays, 'tone')) + 256;
