/** The feeling a customer's message shows. Never called for agents: what an agent feels is nobody's business here. */
import { type CustomerEmotion, type EmotionLabel, emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../acts/act-reader.ts';
import { type FeltSentence, findSigns } from './signs.ts';

export interface Feeling {
  /** −1 very unhappy … 1 very glad. */
  valence: number;
  label: EmotionLabel;
  probabilities: Record<EmotionLabel, number>;
}

export const findEmotion = (
  messageId: string,
  sentences: readonly FeltSentence[],
  before: readonly ReadTurn[],
): CustomerEmotion => {
  const { valence, label } = readEmotion(sentences, before);
  return { messageId, valence, label };
};

export const readEmotion = (sentences: readonly FeltSentence[], before: readonly ReadTurn[]): Feeling => {
  const { valence, tendencies } = findSigns(sentences, before);
  const scores = emotionLabels.map((label) => (tendencies[label] ?? 0) + fit(label, valence));
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(2 * (score - largest)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const label = emotionLabels[scores.indexOf(largest)] ?? 'neutral';
  const entries = emotionLabels.map((name, index): [EmotionLabel, number] => [name, round((powers[index] ?? 0) / total)]);
  // Built from the complete list of labels, so every key is there.
  return { valence: round(valence), label, probabilities: Object.fromEntries(entries) as Record<EmotionLabel, number> };
};

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Where on the scale of valence each label lives. */
const home: Record<EmotionLabel, number> = {
  angry: -0.9,
  frustrated: -0.6,
  disappointed: -0.55,
  worried: -0.5,
  sad: -0.6,
  confused: -0.3,
  impatient: -0.45,
  neutral: 0,
  hopeful: 0.3,
  relieved: 0.6,
  pleased: 0.55,
  grateful: 0.75,
};

const fit = (label: EmotionLabel, valence: number): number => -2.5 * Math.abs(valence - home[label]) + (label === 'neutral' ? 0.35 : 0);
