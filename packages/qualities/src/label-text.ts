/** One text and everything the reader knows of it, in the form of `rapport label`. */
import { type Act, acts, agentActs, type EmotionLabel } from '@rapport/contract';
import type { ActProbabilities, ReadTurn } from './acts/act-reader.ts';
import type { Emotions28, GoEmotion } from './models/emotions28-model.ts';
import type { ReadFeeling } from './models/feeling-model.ts';
import type { Models } from './models/load-models.ts';
import { maskNames } from './models/mask-names.ts';
import { shippedModels } from './models/shipped-models.ts';
import type { Tone } from './models/tone-model.ts';
import { actThreshold } from './reading.ts';
import { readText } from './text/read-text.ts';

export interface TextToLabel {
  id: string;
  /** `other` is answered with the acts of both sides and with an emotion. */
  role: 'agent' | 'customer' | 'other';
  text: string;
  /** Earlier turns, oldest first. */
  context?: readonly { role: 'agent' | 'customer' | 'other'; text: string }[];
}

export interface LabelledText {
  id: string;
  /** UTF-16 offsets into the text exactly as given. */
  sentences: { start: number; end: number; acts: Partial<Record<Act, number>> }[];
  /** The largest probability over the sentences; every act is named, 0 where it is not worth naming. */
  acts: Record<Act, number>;
  /** Acts at or above the threshold. */
  actLabels: Act[];
  /** Never for agents. */
  emotion: { valence: number; label: EmotionLabel; probabilities: Record<EmotionLabel, number> } | null;
  /** The 28 labels of GoEmotions, calibrated; null where their model was not handed in. */
  emotions28: Record<GoEmotion, number> | null;
  /** Those above their own thresholds. */
  emotions28Labels: GoEmotion[];
  /** 0 impolite … 1; polite from 0.5 on. */
  politeness: { score: number; class: 'polite' | 'neutral' | 'impolite' };
  /** 0…1; abusive from 0.5 on. */
  hostility: number;
}

/** `emotions` is the model of the 28 labels, loaded apart (`shippedEmotions28`); without it they are null. */
export const labelText = (
  one: TextToLabel,
  models: Models = shippedModels(),
  emotions: Emotions28 | null = null,
): LabelledText => {
  const before: ReadTurn[] = [];
  for (const turn of one.context ?? []) before.push(readTurn(turn, before, models));
  const plain = readText(one.text);
  const masked = maskNames(plain, nobody);
  const read = models.readActs({ role: one.role, sentences: masked }, before);
  const sentences = masked.map((sentence, index) => ({ ...sentence, acts: read[index] ?? {} }));
  const most = largest(read);
  const { politeness, politenessClass, hostility } = plain.length > 0 ? models.readTone(plain) : noTone;
  const read28 = emotions?.probabilitiesOf(plain.map(({ text }) => text).join(' ')) ?? null;
  return {
    id: one.id,
    sentences: sentences.map(({ start, end, acts: own }) => ({
      start,
      end,
      acts: straightened(own, one.role, models),
    })),
    acts: { ...noActs, ...straightened(most, one.role, models) },
    actLabels: acts.filter((act) => (most[act] ?? 0) >= actThreshold),
    emotion: one.role === 'agent' ? null : withoutMood(models.readFeeling(sentences, before)),
    emotions28: read28 && roundAll(read28),
    emotions28Labels: emotions && read28 ? emotions.labelsOf(read28) : [],
    politeness: { score: round(politeness), class: politenessClass },
    hostility: round(hostility),
  };
};

/** Single texts name no authors. */
const nobody: ReadonlySet<string> = new Set();

const noTone: Tone = { politeness: 0.5, politenessClass: 'neutral', hostility: 0 };

/** In a context of two, whoever is not the one labelled stands on the other side. */
const readTurn = (
  turn: { role: 'agent' | 'customer' | 'other'; text: string },
  before: readonly ReadTurn[],
  models: Models,
): ReadTurn => {
  const plain = maskNames(readText(turn.text), nobody);
  const read = models.readActs({ role: turn.role, sentences: plain }, before);
  const sentences = plain.map((sentence, index) => ({ ...sentence, acts: read[index] ?? {} }));
  if (turn.role === 'agent') return { role: 'agent', sentences };
  return { role: 'customer', sentences, mood: models.readFeeling(sentences, before).mood };
};

const withoutMood = ({ valence, label, probabilities }: ReadFeeling): LabelledText['emotion'] => ({
  valence,
  label,
  probabilities,
});

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

const roundAll = (own: Record<GoEmotion, number>): Record<GoEmotion, number> =>
  // Same keys, other values.
  Object.fromEntries(Object.entries(own).map(([name, value]) => [name, round(value)])) as Record<GoEmotion, number>;

/** Readers bend chances so that .5 is each act's threshold; here they are calibrated chances again, in a fixed order. */
const straightened = (own: ActProbabilities, role: TextToLabel['role'], models: Models): ActProbabilities => {
  const result: ActProbabilities = {};
  for (const act of acts) {
    const read = own[act];
    if (read === undefined) continue;
    const side = role === 'other' ? (isAgentAct(act) ? 'agent' : 'customer') : role;
    result[act] = round(models.probabilityOf(side, act, read));
  }
  return result;
};

const isAgentAct = (act: Act): boolean => (agentActs as readonly Act[]).includes(act);

const largest = (read: readonly ActProbabilities[]): ActProbabilities => {
  const most: ActProbabilities = {};
  for (const own of read)
    for (const act of acts) if (own[act] !== undefined) most[act] = Math.max(most[act] ?? 0, own[act]);
  return most;
};

// Built from the complete list of acts, so every key is there.
const noActs = Object.fromEntries(acts.map((act) => [act, 0])) as Record<Act, number>;
