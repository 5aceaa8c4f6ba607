/** One text and everything the reader knows of it, in the form of `rapport label`. */
import { type Act, acts, type EmotionLabel } from '@rapport/contract';
import type { ActProbabilities, ActReader, ReadTurn } from './acts/act-reader.ts';
import { readActsByPattern } from './acts/pattern-reader.ts';
import { type Feeling, findEmotion } from './emotion/find-emotion.ts';
import { findHostility } from './emotion/find-hostility.ts';
import { findPoliteness, type Politeness } from './emotion/find-politeness.ts';
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
  /** The largest probability over the sentences; every act is named. */
  acts: Record<Act, number>;
  /** Acts at or above the threshold. */
  actLabels: Act[];
  /** Never for agents. */
  emotion: { valence: number; label: EmotionLabel; probabilities: Record<EmotionLabel, number> } | null;
  /** Null: the patterns of this version do not know the 28 GoEmotions labels. */
  emotions28: Record<string, number> | null;
  emotions28Labels: string[];
  politeness: Politeness;
  /** 0…1; abusive from 0.5 on. */
  hostility: number;
}

export const labelText = (one: TextToLabel, readActs: ActReader = readActsByPattern): LabelledText => {
  const before: ReadTurn[] = [];
  for (const turn of one.context ?? []) before.push(readTurn(turn, before, readActs));
  const plain = readText(one.text);
  const read = readActs({ role: one.role, sentences: plain }, before);
  const sentences = plain.map((sentence, index) => ({ ...sentence, acts: read[index] ?? {} }));
  const insults = sentences.map((sentence) =>
    Math.max(sentence.acts.insult ?? 0, sentence.acts['mirror-hostility'] ?? 0),
  );
  const hostility = findHostility(sentences, insults);
  const most = largest(read);
  return {
    id: one.id,
    sentences: sentences.map(({ start, end, acts: own }) => ({ start, end, acts: rounded(own) })),
    acts: most,
    actLabels: acts.filter((act) => most[act] >= actThreshold),
    emotion: one.role === 'agent' ? null : withoutMood(findEmotion(sentences, before)),
    emotions28: null,
    emotions28Labels: [],
    politeness: findPoliteness(sentences, hostility),
    hostility: round(hostility),
  };
};

/** In a context of two, whoever is not the one labelled stands on the other side. */
const readTurn = (
  turn: { role: 'agent' | 'customer' | 'other'; text: string },
  before: readonly ReadTurn[],
  readActs: ActReader,
): ReadTurn => {
  const plain = readText(turn.text);
  const read = readActs({ role: turn.role, sentences: plain }, before);
  const sentences = plain.map((sentence, index) => ({ ...sentence, acts: read[index] ?? {} }));
  if (turn.role === 'agent') return { role: 'agent', sentences };
  return { role: 'customer', sentences, mood: findEmotion(sentences, before).mood };
};

const withoutMood = ({ valence, label, probabilities }: Feeling): LabelledText['emotion'] => ({
  valence,
  label,
  probabilities,
});

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

const rounded = (own: ActProbabilities): ActProbabilities => {
  const result: ActProbabilities = {};
  for (const act of acts) {
    const probability = own[act];
    if (probability !== undefined) result[act] = round(probability);
  }
  return result;
};

const largest = (read: readonly ActProbabilities[]): Record<Act, number> => {
  const entries = acts.map((act): [Act, number] => [act, round(Math.max(0, ...read.map((one) => one[act] ?? 0)))]);
  // Built from the complete list of acts, so every key is there.
  return Object.fromEntries(entries) as Record<Act, number>;
};
