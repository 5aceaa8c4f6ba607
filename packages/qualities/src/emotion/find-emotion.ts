/** The feeling a customer's message shows. Never called for agents: what an agent feels is nobody's business here. */
import { type EmotionLabel, emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../acts/act-reader.ts';
import { feelingFeatures, findFeelingFeatures } from './feeling-features.ts';
import { feelingWeights } from './generated/feeling-weights.ts';
import { type FeltSentence, findSigns } from './signs.ts';

export interface Feeling {
  /** −1 very unhappy … 1 very glad. */
  valence: number;
  label: EmotionLabel;
  probabilities: Record<EmotionLabel, number>;
  /** What the signs alone say, handed on to the customer's next message as their mood. */
  mood: number;
}

/** `before` holds the earlier turns, oldest first, with the moods read so far. */
export const findEmotion = (sentences: readonly FeltSentence[], before: readonly ReadTurn[]): Feeling => {
  const signs = findSigns(sentences, before);
  const odds = addUp(findFeelingFeatures(sentences, before, signs));
  const powers = emotionLabels.map((_, index) => chance(odds[index] ?? 0));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const steps = odds.slice(emotionLabels.length);
  const measured = steps.reduce((sum, step) => sum + chance(step), 0) / (steps.length / 2) - 1;
  const entries = emotionLabels.map((name, index): [EmotionLabel, number] => [
    name,
    round((powers[index] ?? 0) / total),
  ]);
  return {
    valence: round((signs.valence + measured) / 2),
    label: emotionLabels[powers.indexOf(Math.max(...powers))] ?? 'neutral',
    // Built from the complete list of labels, so every key is there.
    probabilities: Object.fromEntries(entries) as Record<EmotionLabel, number>,
    mood: signs.valence,
  };
};

/** Rows of the weights in the order of the present features; a feature nobody measured says nothing. */
const rows = feelingFeatures.map((name) => feelingWeights.rows[feelingWeights.features.indexOf(name)] ?? []);

const addUp = (features: readonly number[]): number[] => {
  const sums = [...feelingWeights.biases];
  for (const feature of features) {
    const row = rows[feature] ?? [];
    for (let column = 0; column < row.length; column += 1) sums[column] = (sums[column] ?? 0) + (row[column] ?? 0);
  }
  return sums;
};

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
