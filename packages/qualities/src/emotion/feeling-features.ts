/** What a feeling is read from: acts of the message and of the answer before it, words of feeling, form, and the mood. */
import { type Act, agentActs, customerActs, type EmotionLabel, emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../acts/act-reader.ts';
import type { FeltSentence, Signs } from './signs.ts';

/** Steps of a sum of feeling words that count as a trace, as clear and as strong. */
const tendencySteps = [0.15, 0.5, 1] as const;

export const feelingFeatures: readonly string[] = [
  ...customerActs.flatMap((act) => [`act ${act}`, `maybe ${act}`]),
  ...agentActs.map((act) => `after ${act}`),
  ...emotionLabels.flatMap((label) => tendencySteps.map((step) => `words ${label} ${step}`)),
  ...steps('signs'),
  ...steps('mood'),
  'brief',
  'lengthy',
];

const indexes: ReadonlyMap<string, number> = new Map(feelingFeatures.map((name, index) => [name, index]));

/** Indexes into `feelingFeatures` that hold for the message. */
export const findFeelingFeatures = (
  sentences: readonly FeltSentence[],
  before: readonly ReadTurn[],
  signs: Signs,
): number[] => {
  const found = new Set<number>();
  const add = (name: string): void => {
    const index = indexes.get(name);
    if (index !== undefined) found.add(index);
  };
  let length = 0;
  for (const { acts, text } of sentences) {
    length += text.length;
    for (const [act, probability] of Object.entries(acts)) {
      if (probability >= 0.5) add(`act ${act}`);
      if (probability >= 0.25) add(`maybe ${act}`);
    }
  }
  if (length < 25) add('brief');
  if (length > 200) add('lengthy');
  for (const act of actsOfLast(before)) add(`after ${act}`);
  for (const [label, strength] of Object.entries(signs.tendencies) as [EmotionLabel, number][]) {
    for (const step of tendencySteps) if (strength > step) add(`words ${label} ${step}`);
  }
  add(`signs ${stepOf(signs.valence)}`);
  if (signs.mood !== null) add(`mood ${stepOf(signs.mood)}`);
  return [...found];
};

const actsOfLast = (before: readonly ReadTurn[]): Set<Act> => {
  const seen = new Set<Act>();
  const last = before.findLast((turn) => turn.role === 'agent');
  for (const { acts } of last?.sentences ?? []) {
    for (const [act, probability] of Object.entries(acts) as [Act, number][]) if (probability >= 0.5) seen.add(act);
  }
  return seen;
};

/** −1…1 in quarters. */
const stepOf = (valence: number): number => Math.round(valence * 4);

function steps(name: string): string[] {
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((step) => `${name} ${step}`);
}
