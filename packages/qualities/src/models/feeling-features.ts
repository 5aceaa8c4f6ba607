/** Features of a customer's message for the model of feelings: its words, its acts, what it answers, signs, and mood. */
import { type Act, agentActs, customerActs, type EmotionLabel, emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../acts/act-reader.ts';
import { type FeltSentence, findSigns } from '../emotion/signs.ts';
import type { FeatureList } from './feature-list.ts';
import { findFormFeatures } from './find-form-features.ts';
import { findTextFeatures } from './find-text-features.ts';
import { hashText } from './hash.ts';

const keysOf = <Name extends string>(kind: string, names: readonly Name[]): Record<Name, number> =>
  // Built from the complete list of names, so every key is there.
  Object.fromEntries(names.map((name) => [name, hashText(`feeling ${kind} ${name}`)])) as Record<Name, number>;
const numbered = (kind: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => hashText(`feeling ${kind} ${index}`));

const does: Partial<Record<Act, number>> = keysOf('does', customerActs);
const may: Partial<Record<Act, number>> = keysOf('may', customerActs);
const after: Partial<Record<Act, number>> = keysOf('after', agentActs);
const tendencySteps = [0.15, 0.5, 1];
const tendency: readonly Record<EmotionLabel, number>[] = tendencySteps.map((step) =>
  keysOf(`tendency ${step}`, emotionLabels),
);
const lengths = numbered('length', 9);
const counts = numbered('sentences', 6);
const turns = numbered('own turns', 4);
const signKeys = numbered('signs', 9);
const moods = numbered('mood', 9);
const moodless = hashText('feeling moodless');

export interface FeelingParts {
  /** Where features of the words end and the others begin. */
  split: number;
  /** Valence of the signs alone, −1…1. */
  signs: number;
}

/** Fills the list: features of the words first. */
export const findFeelingFeatures = (
  sentences: readonly FeltSentence[],
  before: readonly ReadTurn[],
  list: FeatureList,
): FeelingParts => {
  list.clear();
  for (const { words } of sentences) findTextFeatures(words, list);
  const split = list.length;
  let wordCount = 0;
  const seen = new Set<number>();
  for (const { text, words, acts } of sentences) {
    wordCount += words.length;
    findFormFeatures(text, words.length, list);
    addActs(acts, does, 0.5, seen);
    addActs(acts, may, 0.25, seen);
  }
  const answered = before.findLast((turn) => turn.role === 'agent');
  for (const { acts } of answered?.sentences ?? []) addActs(acts, after, 0.5, seen);
  const { valence, mood, tendencies } = findSigns(sentences, before);
  for (const label of emotionLabels) {
    const strength = tendencies[label] ?? 0;
    for (const [index, step] of tendencySteps.entries()) if (strength > step) seen.add(tendency[index]?.[label] ?? 0);
  }
  const own = before.reduce((sum, turn) => sum + (turn.role === 'customer' ? 1 : 0), 0);
  seen.add(lengths[Math.min(8, Math.round(Math.log2(1 + wordCount)))] ?? 0);
  seen.add(counts[Math.min(5, sentences.length)] ?? 0);
  seen.add(turns[Math.min(3, own)] ?? 0);
  seen.add(signKeys[Math.round(valence * 4) + 4] ?? 0);
  seen.add(mood === null ? moodless : (moods[Math.round(mood * 4) + 4] ?? 0));
  for (const key of seen) list.add(key);
  return { split, signs: valence };
};

const addActs = (
  acts: Partial<Record<Act, number>>,
  keys: Partial<Record<Act, number>>,
  from: number,
  seen: Set<number>,
): void => {
  for (const act in acts) {
    // Keys of the object are acts by its type; `for … in` only forgets it.
    const key = (acts[act as Act] ?? 0) >= from ? keys[act as Act] : undefined;
    if (key !== undefined) seen.add(key);
  }
};
