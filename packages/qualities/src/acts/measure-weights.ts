/**
 * From labelled sentences to packed weights, for the acts of one side. Pure and in a fixed order; the command that
 * reads the corpus and writes the file is `npx tsx bench/acts.ts fit`.
 */
import type { Act } from '@rapport/contract';
import type { Cue } from './cue.ts';
import { buildFeatureSet } from './find-features.ts';
import { addUp, type FitExample, fitWeights } from './fit-weights.ts';
import { cueKey, type PackedWeights, priorShare } from './weights.ts';

export interface LabelledSentence {
  spelled: readonly string[];
  circumstances: number;
  acts: readonly Act[];
  /** How much this sentence counts. */
  weight: number;
}

/** Chosen on the dev part of the corpus. */
const settings = { passes: 12, penalty: 0.03, stepSize: 0.3 };
/** A word or pair of words must stand in so many sentences to be a feature. */
const fewestSentences = 4;
const folds = 4;
/** Neighbouring sentences come from one conversation and must stay together. */
const blockLength = 400;

export const measureWeights = (
  acts: readonly Act[],
  cues: readonly Cue[],
  sentences: readonly LabelledSentence[],
): PackedWeights => {
  const vocabulary = chooseVocabulary(sentences);
  const features = buildFeatureSet(acts, cues, vocabulary);
  const found = sentences.map((sentence) => {
    const holding: number[] = [];
    features.find(sentence.spelled, sentence.circumstances, (feature) => holding.push(feature));
    return holding;
  });
  const fitted = acts.map((act) => {
    const prior = new Float64Array(features.featureCount);
    for (const [index, cue] of cues.entries()) if (cue.act === act) prior[index] = cue.weight * priorShare;
    const examples = sentences.map((sentence, index) => ({
      features: found[index] ?? [],
      isTrue: sentence.acts.includes(act),
      weight: sentence.weight,
    }));
    const threshold = findThreshold(examples, prior);
    const { bias, weights } = fitWeights(examples, { ...settings, prior });
    return { bias: bias - threshold, weights };
  });
  return pack(acts, cues, vocabulary, fitted);
};

const chooseVocabulary = (sentences: readonly LabelledSentence[]): string[] => {
  const counts = new Map<string, number>();
  for (const { spelled } of sentences) {
    const words = ['^', ...spelled, '$'];
    const entries = new Set(words.slice(1, -1).concat(words.slice(1).map((word, index) => `${words[index]} ${word}`)));
    for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewestSentences)
    .map(([entry]) => entry)
    .sort();
};

/** The log-odds at which F1 is best on sentences the weights did not see. */
const findThreshold = (examples: readonly FitExample[], prior: Float64Array): number => {
  const blind = new Float64Array(examples.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeld = (index: number): boolean => Math.floor(index / blockLength) % folds === fold;
    const fitted = fitWeights(
      examples.filter((_, index) => !isHeld(index)),
      { ...settings, prior },
    );
    for (const [index, example] of examples.entries())
      if (isHeld(index)) blind[index] = addUp(fitted, example.features);
  }
  let best = { threshold: -1, f1: -1 };
  for (let tenth = -20; tenth <= 15; tenth += 1) {
    const f1 = f1At(examples, blind, tenth / 10);
    if (f1 > best.f1) best = { threshold: tenth / 10, f1 };
  }
  return best.threshold;
};

const f1At = (examples: readonly FitExample[], odds: Float64Array, threshold: number): number => {
  let right = 0;
  let wrong = 0;
  for (const [index, { isTrue, weight }] of examples.entries()) {
    const isSeen = (odds[index] ?? 0) >= threshold;
    if (isSeen && isTrue) right += weight;
    else if (isSeen || isTrue) wrong += weight;
  }
  return (2 * right) / (2 * right + wrong || 1);
};

const pack = (
  acts: readonly Act[],
  cues: readonly Cue[],
  vocabulary: readonly string[],
  fitted: readonly { bias: number; weights: Float64Array }[],
): PackedWeights => {
  const count = fitted[0]?.weights.length ?? 0;
  const scale = 6 / 127;
  const bytes = new Uint8Array(count * acts.length);
  for (let feature = 0; feature < count; feature += 1) {
    for (const [column, { weights }] of fitted.entries()) {
      const steps = Math.round((weights[feature] ?? 0) / scale);
      bytes[feature * acts.length + column] = Math.max(-127, Math.min(127, steps)) & 255;
    }
  }
  const keys = new DataView(new ArrayBuffer(cues.length * 4));
  for (const [index, cue] of cues.entries()) keys.setUint32(index * 4, cueKey(cue), true);
  return {
    acts,
    cueKeys: toBase64(new Uint8Array(keys.buffer)),
    vocabulary: vocabulary.join('\n'),
    biases: fitted.map(({ bias }) => Math.round(bias * 1e4) / 1e4),
    weights: toBase64(bytes),
    scale,
  };
};

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
