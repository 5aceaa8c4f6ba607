/** How polite a text is towards its reader, and how hostile: one layer of weights over words, letters and form. */
import type { PlainSentence } from '../acts/act-reader.ts';
import { formFactor, textFactor } from './act-features.ts';
import type { Arena } from './arena.ts';
import { FeatureList } from './feature-list.ts';
import { FeatureWeights, pickFloats, pickWeights, sizeOfWeights } from './feature-weights.ts';
import { findFormFeatures } from './find-form-features.ts';
import { findLetterFeatures } from './find-letter-features.ts';
import { findTextFeatures } from './find-text-features.ts';
import { hashText } from './hash.ts';
import type { NumberArray } from './packed-arrays.ts';

export interface Tone {
  /** 0 impolite … 1 polite; polite from .5 on. */
  politeness: number;
  politenessClass: 'polite' | 'neutral' | 'impolite';
  /** Probability that the text is hostile or abusive; abusive from .5 on. */
  hostility: number;
}

export type ToneReader = (sentences: readonly PlainSentence[]) => Tone;

export const toneColumns = ['politeness', 'hostility'] as const;

/** Where the features of words end, and those of letters; the rest is form. */
export interface ToneParts {
  letters: number;
  form: number;
}

/** Letters are many and repeat each other, so together they count less than words. */
export const letterFactor = (count: number): number => (count === 0 ? 0 : 0.6 / Math.sqrt(count));

export const findToneFeatures = (sentences: readonly PlainSentence[], list: FeatureList): ToneParts => {
  list.clear();
  for (const { words } of sentences) findTextFeatures(words, list);
  const letters = list.length;
  for (const { words } of sentences) findLetterFeatures(words, list);
  const form = list.length;
  for (const { text, words } of sentences) findFormFeatures(text, words.length, list);
  list.add(lengthKeys[Math.min(sentences.length, 5)] ?? 0);
  return { letters, form };
};

const lengthKeys = [0, 1, 2, 3, 4, 5].map((count) => hashText(`tone sentences ${count}`));

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
    const { letters, form } = findToneFeatures(sentences, list);
    sums.fill(0);
    sums.set(biases);
    weights.addTo(sums, list, 0, letters, textFactor(letters));
    weights.addTo(sums, list, letters, form, letterFactor(form - letters));
    weights.addTo(sums, list, form, list.length, formFactor);
    const politeness = chance(0);
    const politenessClass = politeness >= politeFrom ? 'polite' : politeness < impoliteBelow ? 'impolite' : 'neutral';
    return { politeness, politenessClass, hostility: chance(1) };
  };
};

/** Bytes of arena that the model takes. */
export const sizeOfToneModel = (arrays: ReadonlyMap<string, NumberArray>): number =>
  sizeOfWeights(pickWeights(arrays, 'tone')) + 256;
