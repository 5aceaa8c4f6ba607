/** Features of a customer's message for the model of feelings: its words, its acts, what it answers, signs, and mood. */
import { agentActs, customerActs, type EmotionLabel, emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../acts/act-reader.ts';
import { customerColumn, rowOf } from '../acts/act-row.ts';
import { type FeltSentence, findSigns } from '../emotion/signs.ts';
import type { FeatureList } from './feature-list.ts';
import { findFormFeatures } from './find-form-features.ts';
import { findTextFeatures } from './find-text-features.ts';
import { hashText } from './hash.ts';

const numbered = (kind: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => hashText(`feeling ${kind} ${index}`));

/** In the order of the columns of acts. */
const does = customerActs.map((act) => hashText(`feeling does ${act}`));
const may = customerActs.map((act) => hashText(`feeling may ${act}`));
const after = agentActs.map((act) => hashText(`feeling after ${act}`));
const tendencySteps = [0.15, 0.5, 1];
/** For each label one key per step. */
const tendency: readonly (readonly [EmotionLabel, readonly number[]])[] = emotionLabels.map((label) => [
  label,
  tendencySteps.map((step) => hashText(`feeling tendency ${step} ${label}`)),
]);
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
  /** What the customer brings along from their messages before, −1…1, or null for their first. */
  carried: number | null;
}

/** Share of what was carried: nobody who was furious a minute ago is calm because one line is. Chosen on blind readings. */
const carriedShare = 0.3;

/** The feeling of a message with what came before still in it. */
export const carryOn = (carried: number | null, own: number): number =>
  carried === null ? own : (1 - carriedShare) * own + carriedShare * carried;

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
  for (const { text, words } of sentences) {
    wordCount += words.length;
    findFormFeatures(text, words.length, list);
  }
  const from = list.length;
  for (const { acts } of sentences) {
    const { values } = rowOf(acts);
    addActs(values, customerColumn, does, 0.5, list, from);
    addActs(values, customerColumn, may, 0.25, list, from);
  }
  const answered = before.findLast((turn) => turn.role === 'agent');
  for (const { acts } of answered?.sentences ?? []) addActs(rowOf(acts).values, 0, after, 0.5, list, from);
  const { valence, mood, tendencies } = findSigns(sentences, before);
  for (const [label, keys] of tendency) {
    const strength = tendencies[label];
    if (strength === undefined) continue;
    for (let step = 0; step < tendencySteps.length; step += 1)
      if (strength > (tendencySteps[step] ?? 0)) list.addOnce(keys[step] ?? 0, from);
  }
  let own = 0;
  let carried: number | null = null;
  for (const turn of before) {
    if (turn.role !== 'customer') continue;
    own += 1;
    if (turn.mood !== undefined) carried = carryOn(carried, turn.mood);
  }
  list.addOnce(lengths[Math.min(8, Math.round(Math.log2(1 + wordCount)))] ?? 0, from);
  list.addOnce(counts[Math.min(5, sentences.length)] ?? 0, from);
  list.addOnce(turns[Math.min(3, own)] ?? 0, from);
  list.addOnce(signKeys[Math.round(valence * 4) + 4] ?? 0, from);
  list.addOnce(mood === null ? moodless : (moods[Math.round(mood * 4) + 4] ?? 0), from);
  return { split, signs: valence, carried };
};

const addActs = (
  values: readonly number[],
  column: number,
  keys: readonly number[],
  least: number,
  list: FeatureList,
  from: number,
): void => {
  for (let at = 0; at < keys.length; at += 1)
    if ((values[column + at] ?? 0) >= least) list.addOnce(keys[at] ?? 0, from);
};
