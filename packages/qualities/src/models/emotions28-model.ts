/**
 * The 27 emotions of GoEmotions (Demszky and others 2020) and "neutral", for a text by itself. A linear model and a network
 * with one hidden layer read the same features; the mean of their log-odds is brought to a probability, label by label.
 *
 *     const emotions = await shippedEmotions28();
 *     emotions.labelsOf(emotions.probabilitiesOf('Thank you so much!')); // ['gratitude']
 */
import { Arena } from './arena.ts';
import { findEmotionFeatures, forEachPart } from './emotions28-features.ts';
import { FeatureList } from './feature-list.ts';
import { FeatureWeights, pickFloats, pickWeights, sizeOfWeights } from './feature-weights.ts';
import { createKernel, type Kernel } from './kernel.ts';
import type { NumberArray } from './packed-arrays.ts';

export const goEmotions = [
  'admiration',
  'amusement',
  'anger',
  'annoyance',
  'approval',
  'caring',
  'confusion',
  'curiosity',
  'desire',
  'disappointment',
  'disapproval',
  'disgust',
  'embarrassment',
  'excitement',
  'fear',
  'gratitude',
  'grief',
  'joy',
  'love',
  'nervousness',
  'optimism',
  'pride',
  'realization',
  'relief',
  'remorse',
  'sadness',
  'surprise',
  'neutral',
] as const;
export type GoEmotion = (typeof goEmotions)[number];

export interface Emotions28 {
  /** Calibrated, each label by itself; several may be likely at once. */
  probabilitiesOf: (text: string) => Record<GoEmotion, number>;
  /** Labels at or above their own threshold, which travels with the weights; may be none. */
  labelsOf: (probabilities: Readonly<Record<GoEmotion, number>>) => GoEmotion[];
}

/** Throws a RangeError when the arrays belong to another version. Not for two threads at once. */
export const createEmotions28 = (
  arrays: ReadonlyMap<string, NumberArray>,
  create: (size: number) => Kernel = createKernel,
): Emotions28 => {
  const stored = pickWeights(arrays, 'emotions28');
  const biases = pickFloats(arrays, 'emotions28.biases');
  const outputs = pickFloats(arrays, 'emotions28.outputs');
  const slopes = pickFloats(arrays, 'emotions28.slopes');
  const offsets = pickFloats(arrays, 'emotions28.offsets');
  const thresholds = pickFloats(arrays, 'emotions28.thresholds');
  const count = goEmotions.length;
  const hiddenCount = stored.scales.length - count;
  if (slopes.length !== count || hiddenCount < 0 || outputs.length !== hiddenCount * count) {
    throw new RangeError('The model weights for emotions do not fit this version.');
  }
  const arena = new Arena(sizeOfWeights(stored) + stored.scales.length * 8 + 256, create);
  const weights = new FeatureWeights(arena, stored);
  const sums = arena.floats(weights.paddedWidth);
  const list = new FeatureList();

  return {
    probabilitiesOf: (text) => {
      const parts = findEmotionFeatures(text, list);
      sums.fill(0);
      sums.set(biases);
      forEachPart(parts, (from, to, amount) => weights.addTo(sums, list, from, to, amount));
      const entries = goEmotions.map((label, at): [GoEmotion, number] => {
        let odds = sums[at] ?? 0;
        for (let unit = 0; unit < hiddenCount; unit += 1)
          odds += Math.max(0, sums[count + unit] ?? 0) * (outputs[unit * count + at] ?? 0);
        return [label, 1 / (1 + Math.exp(-(odds * (slopes[at] ?? 1) + (offsets[at] ?? 0))))];
      });
      // Built from the complete list of labels, so every key is there.
      return Object.fromEntries(entries) as Record<GoEmotion, number>;
    },
    labelsOf: (probabilities) => goEmotions.filter((label, at) => probabilities[label] >= (thresholds[at] ?? 0.5)),
  };
};
